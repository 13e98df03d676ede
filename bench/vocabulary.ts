import { type Random, shuffle } from './random.ts';

/** Terms that only a known number of generated reviews holds; no other word contains any of them. */
export const selectiveTerms = {
  twoSyllables: { 망각: 120, 선형: 200, 증류: 60, 환각: 90, 희소: 40, 잡음: 150 },
  oneSyllable: { 층: 150, 핵: 60, 꼴: 25 },
  latin: { hypernetwork: 80, wasserstein: 120, mahalanobis: 40, quaternion: 60 },
  acronyms: { dpo: 50, qlora: 90, grpo: 40 },
} as const;

/** Each stands in a quarter of all generated reviews. */
export const commonTerms = { korean: '정책', english: 'transformer' } as const;

export const planted = [
  ...Object.values(selectiveTerms).flatMap((terms) => Object.keys(terms)),
  ...Object.values(commonTerms),
];

const syllables =
  '가 각 간 감 강 개 거 건 검 격 견 결 경 계 고 공 과 관 교 구 국 군 권 규 균 극 근 기 길 난 내 논 능 다 단 답 당 대 도 독 동 등 라 량 력 련 령 로 론 류 률 리 마 망 매 면 명 모 목 문 물 미 민 반 발 방 배 번 범 변 별 병 보 복 본 부 분 비 사 산 상 색 생 서 석 선 설 성 세 소 속 손 수 순 술 습 승 시 식 신 실 심 악 안 압 약 양 어 언 업 여 역 연 열 영 예 오 온 완 외 요 용 우 운 원 위 유 율 은 음 응 의 이 인 일 임 자 작 장 재 저 적 전 절 점 접 정 제 조 존 종 주 준 중 증 지 직 진 질 집 차 착 참 책 처 척 천 체 초 촉 최 추 축 출 치 친 침 타 탐 태 택 토 통 투 특 판 편 평 포 표 품 필 하 학 한 할 합 항 해 행 향 험 현 형 호 화 환 활 회 효 후 흐'.split(
    ' ',
  );
const nouns =
  '학습 모델 데이터 실험 결과 방법 논문 성능 문제 제안 평가 언어 토큰 어텐션 임베딩 검색 생성 추론 정확도 매개변수 손실 함수 입력 출력 표현 벡터 행렬 가중치 최적화 강화학습 심층강화학습 미세조정 사전학습 지도학습 표본 분포 확률 기울기 경사하강법 합성곱 신경망 순환신경망 이미지 텍스트 음성 영상 인식 분류 회귀 군집 요약 번역 질문 답변 대화 지시 정렬 보상 환경 행동 상태 가치 탐색 활용 메모리 속도 비용 규모 법칙 한계 분석 비교 기준선 벤치마크 데이터셋 전이 일반화 과적합 정규화 양자화 압축 병렬화 분산 배치 시퀀스 길이 문맥 창 위치 인코딩 디코더 인코더 잠재 공간 확산 단계 조건 제약 목표 신호 특징 계산 복잡도 이론 증명 가정 정리 응용 사례 코드 구현 재현 공개'.split(
    ' ',
  );
export const particles =
  '은 는 이 가 을 를 의 에 도 만 로 으로 와 과 에서 에게 부터 까지 처럼 보다 에는 에서는 들은 들을 하다 한다 했다 하는 하고 하여 되는 된다 되었다 적인 적으로 이다 이라는'.split(
    ' ',
  );
const words =
  'the of and to in a is we that for on with as are this by model training data learning language attention loss results method embedding embeddings network layer task performance large small using based from which can more than be it our their sampling gradient policy reward context token tokens prompt retrieval generation inference accuracy benchmark dataset evaluation baseline fine tuning pretraining scaling parameters weights batch optimizer vision image text speech multimodal diffusion contrastive representation latent encoder decoder sequence length memory compute cost efficient robust alignment preference feedback human instruction reasoning chain thought code mathematical proof theory analysis ablation appendix figure table section'.split(
    ' ',
  );
const beginnings =
  'auto bi co contra cross de dis en equi extra hyper infra inter intra iso macro meta micro mono multi non over para poly pre pro pseudo re semi sub super trans tri ultra under uni'.split(
    ' ',
  );
const roots =
  'act cast cert clud cogn cord crib duct fact fer flect flux form fract fund gener grad graph gress ject lect limit link loc magn mand mark metr minim miss mod morph norm opt part pend phase plex port posit press quant rect scop script sect sens sign solv spect spir stat struct sume tain temp tend tens tract val vari vect vent vers voc volv'.split(
    ' ',
  );
const endings = 'able al ance ant ation ative ed ence er ic ing ion ism ist ity ive ize ment or ous'.split(
  ' ',
);

export interface Vocabulary {
  /** Most frequent first. */
  korean: string[];
  english: string[];
}

/** Several thousand Korean nouns and English words, real ones first. */
export function createVocabulary(random: Random): Vocabulary {
  const pairs = syllables.flatMap((first) => syllables.map((second) => first + second));
  const two = shuffle(pairs, random).slice(0, 3500);
  const compounds = two.slice(0, 900).map((noun, at) => (nouns[at % nouns.length] ?? '') + noun);
  const made = beginnings.flatMap((beginning) =>
    roots.flatMap((root) => endings.map((ending) => beginning + root + ending)),
  );
  return {
    korean: withoutPlanted([...nouns, ...shuffle([...two, ...compounds], random)]),
    english: withoutPlanted([...words, ...shuffle(made, random).slice(0, 4500)]),
  };
}

function withoutPlanted(candidates: string[]): string[] {
  return [...new Set(candidates)].filter((word) => !planted.some((term) => word.includes(term)));
}
