import { diamond, fifoDiffusion, loraLearnsLess, meteor, moRa, nvEmbed, simPo } from './papers.ts';
import type { SampleReview } from './review.ts';

export const koreanReviews: SampleReview[] = [
  {
    paper: nvEmbed,
    title: 'NV-Embed: 디코더 언어 모델을 범용 임베딩 모델로',
    slug: 'nv-embed',
    summary:
      'Causal mask를 걷어 내고 latent attention으로 토큰을 모아, 공개 데이터만으로 MTEB 1위에 오른 임베딩 모델',
    language: 'ko',
    category: 'language-models',
    tags: ['embedding', 'contrastive learning', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-06-03T09:00:00.000Z',
    body: String.raw`## 요약

디코더 언어 모델을 임베딩에 쓰려면 두 가지가 걸린다. 앞쪽 토큰은 뒤쪽을 보지 못하고, 마지막 토큰 하나에 글 전체의 뜻을 담아야 한다. NV-Embed는 Mistral 7B에서 출발해 이 두 제약을 모두 없애고, 학습을 두 단계로 나눈다.

## 방법

### Latent attention

마지막 레이어의 출력 $Q \in \mathbb{R}^{l \times d}$가 질의가 되고, 학습되는 잠재 배열 $K = V \in \mathbb{R}^{r \times d}$가 사전 역할을 한다.

$$
O = \operatorname{softmax}(QK^\top)V
$$

$O$를 작은 MLP에 통과시킨 뒤 평균을 내면 임베딩이 된다. 평균 풀링처럼 모든 토큰을 쓰지만, 평균을 내기 전에 각 토큰을 사전의 항목들로 다시 쓴다는 점이 다르다. 대조 학습을 하는 동안 causal mask는 쓰지 않는다.

### 두 단계 학습

1. 검색 데이터로 학습한다. 같은 배치의 다른 문서와 따로 고른 어려운 문서를 오답으로 쓴다.
2. 분류, 군집, 문장 유사도 데이터를 섞는다. 같은 배치에 같은 부류의 글이 있을 수 있으므로 배치 안의 오답은 쓰지 않는다.

## 결과

| 평가 | 과제 수 | 점수 |
| --- | ---: | ---: |
| MTEB 전체 | 56 | 69.32 |
| MTEB 검색 | 15 | 59.36 |

2024년 5월 기준으로 MTEB 1위이며, 독점 모델이 만든 합성 데이터를 쓰지 않았다는 점이 눈에 띈다.

## 의견

두 번째 단계가 검색이 아닌 과제만 돕는 것이 아니라 검색 점수까지 올린다는 결과가 가장 흥미롭다. 다만 임베딩이 4096차원이라 색인의 크기는 따로 따져 보아야 한다.`,
  },
  {
    paper: meteor,
    title: 'Meteor: 긴 근거를 Mamba로 미리 읽는 멀티모달 모델',
    slug: 'meteor',
    summary: '긴 근거를 Mamba로 압축해 언어 모델에 건네고, 추론할 때는 근거 없이도 그 효과를 얻는 7B 모델',
    language: 'ko',
    category: 'vision-language',
    tags: ['multimodal', 'Mamba', 'rationale'],
    reviewedVersion: 2,
    publishedAt: '2024-05-31T10:30:00.000Z',
    body: String.raw`## 요약

어려운 시각 질문에 답하려면 물체, 배경지식, 풀이 과정 같은 여러 정보가 필요하다. Meteor는 이런 정보를 담은 긴 근거(rationale)를 학습에 쓰되, 답할 때마다 근거를 생성하지는 않는다. 비전 인코더를 더하거나 모델을 키우지 않고 성능을 올리는 것이 목표다.

## 방법

질문과 답 쌍에 상용 모델로 근거를 붙이고 걸러서, 질문·근거·답으로 이루어진 데이터 110만 건을 만든다.

근거는 길기 때문에 길이에 비례하는 비용으로 읽어야 한다. 여기에 상태 공간 모델인 Mamba를 쓴다.

$$
h_t = \bar{A}_t h_{t-1} + \bar{B}_t x_t, \qquad y_t = C_t h_t
$$

상태 $h_t$는 크기가 일정하므로 길이 $L$에 대한 비용이 $O(L^2)$가 아니라 $O(L)$이다. 근거 사이사이에 특수 토큰 \<tor>를 끼워 넣고, 그 자리의 출력을 언어 모델로 넘긴다.

- 1단계에서는 Mamba와 프로젝터를 학습해, 언어 모델이 \<tor>의 출력만 보고 근거를 복원하게 한다.
- 2단계에서는 모델 전체를 질문과 답으로 학습한다. 이제 근거는 주지 않는다.

## 결과

여러 평가에서 비슷한 크기의 공개 모델을 앞서고, 일부에서는 훨씬 큰 모델과 견줄 만하다. 특히 과학 도표와 수학처럼 풀이가 필요한 문제에서 차이가 크다.

## 의견

생각의 과정을 글로 쓰게 하는 대신 벡터로 건네는 방법으로 읽을 수 있다. 토큰을 적게 쓰는 대신, 모델이 무엇을 근거로 삼았는지 사람이 볼 수 없게 된다는 점은 아쉽다.`,
  },
  {
    paper: diamond,
    title: 'DIAMOND: 확산 모델이 꾸는 꿈에서 배우는 에이전트',
    slug: 'diamond',
    summary:
      '이산 토큰 대신 확산 모델로 세계 모델을 만들어 Atari 100k에서 평균 HNS 1.46을 얻은 강화 학습 에이전트',
    language: 'ko',
    category: 'generative-models',
    tags: ['diffusion', 'world model', 'reinforcement learning'],
    reviewedVersion: 1,
    publishedAt: '2024-05-28T08:15:00.000Z',
    body: String.raw`## 요약

세계 모델은 환경을 흉내 내는 모델이고, 에이전트는 그 안에서 안전하고 값싸게 연습한다. 지금까지는 화면을 이산 토큰으로 압축하는 방식이 많았는데, 그러면 공이나 적처럼 작지만 중요한 그림이 사라지기 쉽다. DIAMOND는 확산 모델로 다음 화면을 픽셀 그대로 그린다.

## 방법

다음 화면 $x_{t+1}$에 크기 $\sigma$의 잡음을 더한 $x^{\sigma}_{t+1}$에서 원본을 되찾는 함수를 학습한다. 조건 $y_t$는 지난 화면과 행동이다.

$$
D_\theta(x^{\sigma}_{t+1}, y_t) = c_{\text{skip}}\, x^{\sigma}_{t+1} + c_{\text{out}}\, F_\theta(c_{\text{in}}\, x^{\sigma}_{t+1}, y_t)
$$

잡음이 크면 $c_{\text{skip}}$은 0에 가까워져 신경망이 깨끗한 화면을 바로 예측하고, 잡음이 작으면 1에 가까워져 남은 잡음만 예측한다. DDPM은 늘 잡음을 예측하므로 단계를 줄이면 오차가 쌓여 화면이 무너지지만, EDM은 적은 단계로도 오래 버틴다.

에이전트는 다음 세 가지를 되풀이하며 배운다.

1. 현재 정책으로 실제 게임을 조금 플레이해 데이터를 모은다.
2. 세계 모델과, 보상과 종료를 맞히는 모델을 학습한다.
3. 세계 모델 안에서 actor-critic을 학습한다.

## 결과

잡음 제거를 세 단계만 하고도 Atari 100k에서 사람 기준 평균 점수 1.46을 얻었다. 세계 모델 안에서만 배운 에이전트로는 당시 가장 높은 점수다. 한 단계로는 부족한 까닭도 보여 준다. 상대의 움직임을 알 수 없는 복싱 게임에서 한 단계 예측은 가능한 미래들의 평균, 곧 흐릿한 그림이 된다.

## 의견

그림의 품질이 보기 좋으라고 있는 것이 아니라 점수와 이어진다는 점을 설득력 있게 보였다. 기억이 최근 네 화면뿐이어서, 화면 밖으로 나간 물체를 잊는 문제는 남아 있다.`,
  },
  {
    paper: simPo,
    title: 'SimPO: 참조 모델 없는 선호 최적화',
    slug: 'simpo',
    summary: '길이로 나눈 로그 확률을 보상으로 삼아, 참조 모델 없이도 DPO보다 나은 선호 최적화',
    language: 'ko',
    category: 'training',
    tags: ['preference optimization', 'alignment', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-05-29T11:00:00.000Z',
    body: String.raw`## 요약

DPO는 보상 모델 없이 선호 데이터로 언어 모델을 정렬하지만, 학습하는 동안 참조 모델을 함께 올려야 한다. 게다가 학습할 때의 보상과 생성할 때의 기준이 서로 다르다. SimPO는 보상의 정의를 바꾸어 두 문제를 한 번에 푼다.

## 방법

보상은 응답의 평균 로그 확률이다. 생성할 때 좋은 응답을 고르는 기준과 같은 값이다.

$$
r_{\text{SimPO}}(x, y) = \frac{\beta}{\lvert y \rvert} \log \pi_\theta(y \mid x)
$$

여기에 두 응답의 보상 차이가 넘어야 할 여백 $\gamma$를 더하면 손실 함수가 된다.

$$
\mathcal{L} = -\mathbb{E}_{(x, y_w, y_l)} \left[ \log \sigma \left( \frac{\beta}{\lvert y_w \rvert} \log \pi_\theta(y_w \mid x) - \frac{\beta}{\lvert y_l \rvert} \log \pi_\theta(y_l \mid x) - \gamma \right) \right]
$$

$\beta$는 보상의 크기를, $\gamma$는 여백의 크기를 정한다. 길이로 나누지 않으면 모델이 긴 응답을 무조건 낫다고 배우기 쉽다.

![보상의 차이에 따른 손실을 여백 0, 1, 2에 대해 그린 곡선. 여백이 클수록 곡선이 오른쪽으로 옮겨 간다.](figures/simpo-margin.svg "보상의 차이에 따른 한 쌍의 손실. 여백이 크면 이미 순서가 맞는 쌍도 더 벌린다")

| | DPO | SimPO |
| --- | --- | --- |
| 참조 모델 | 필요하다 | 필요 없다 |
| 보상 | 참조 모델과의 로그 확률비 | 평균 로그 확률 |
| 여백 | 없다 | $\gamma$ |

## 결과

AlpacaEval 2에서 DPO보다 최대 6.4점, Arena-Hard에서 최대 7.5점 높다. 응답은 거의 길어지지 않는다. Llama3-8B-Instruct로 학습한 모델은 길이를 보정한 승률 44.7을 얻었다.

## 의견

참조 모델이 없으면 정책이 처음 모델에서 얼마나 멀어지는지 붙잡아 주는 항도 없다. 작은 학습률과 잘 고른 $\gamma$가 그 자리를 대신하는 셈이라, 새 데이터에서는 하이퍼파라미터를 다시 찾아야 할 것이다.`,
  },
  {
    paper: moRa,
    title: 'MoRA: 같은 파라미터 수로 더 높은 랭크',
    slug: 'mora',
    summary:
      '저랭크 행렬 두 개 대신 정사각 행렬 하나를 학습해, 같은 파라미터 수로 갱신의 랭크를 높인 미세 조정',
    language: 'ko',
    category: 'fine-tuning',
    tags: ['PEFT', 'LoRA', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-05-27T07:45:00.000Z',
    body: String.raw`## 요약

LoRA는 이미 아는 것을 꺼내 쓰는 지시 학습에는 충분하지만, 새로운 사실을 외우는 과제에서는 전체 미세 조정에 뒤처진다. 저자들은 갱신 행렬 $\Delta W$의 랭크가 낮은 것을 원인으로 보고, 파라미터 수는 그대로 둔 채 랭크만 높인다.

## 방법

LoRA는 $\Delta W = BA$로 두므로 랭크가 $r$을 넘지 못한다. MoRA는 정사각 행렬 $M$ 하나만 학습하고, 입력과 출력의 차원은 파라미터가 없는 연산으로 맞춘다.

$$
h = W_0 x + f_{\text{decomp}}\bigl(M f_{\text{comp}}(x)\bigr), \qquad M \in \mathbb{R}^{\hat{r} \times \hat{r}}, \quad \hat{r} = \left\lfloor \sqrt{(d + k)\, r} \right\rfloor
$$

예를 들어 $d = k = 4096$이고 $r = 8$이면 파라미터 수는 같은데 $\hat{r}$는 256이 된다.

~~~python
def forward(x, w0, m, compress, decompress):
    # 학습되는 것은 m뿐이다.
    return w0 @ x + decompress(m @ compress(x))
~~~

압축과 복원에는 여러 방법이 있다.

- 차원을 잘라 내고 0으로 채운다. 간단하지만 정보를 잃는다.
- 여러 차원을 묶어 $M$의 행과 열을 함께 쓰게 한다.
- 입력을 $\hat{r}$ 길이로 나누고, 조각마다 RoPE처럼 다른 회전을 준다. 조각의 자리가 구분되어 표현력이 좋다.

모두 선형 연산이므로 학습이 끝나면 LoRA처럼 원래 가중치에 합칠 수 있다.

## 결과

무작위 문자열 쌍을 외우는 실험에서 LoRA보다 훨씬 적은 단계로 다 외운다. 추가 사전 학습에서도 앞서고, 지시 학습과 수학에서는 LoRA와 비슷하다.

## 의견

랭크가 높다고 늘 좋은 것이 아니라 외울 것이 많을 때 좋다는 결론이 솔직하다. 어떤 과제가 그런 과제인지 미리 알 방법이 있으면 좋겠다.`,
  },
  {
    paper: loraLearnsLess,
    title: 'LoRA는 덜 배우고 덜 잊는다',
    slug: 'lora-learns-less-and-forgets-less',
    summary: '코드와 수학에서 LoRA와 전체 미세 조정을 비교해, 학습과 망각이 맞바꾸는 관계임을 보인 실험 연구',
    language: 'ko',
    category: 'fine-tuning',
    tags: ['PEFT', 'LoRA', 'forgetting'],
    reviewedVersion: 1,
    publishedAt: '2024-05-22T09:20:00.000Z',
    body: String.raw`## 요약

LoRA가 전체 미세 조정만큼 좋다는 말은 대개 쉬운 과제에서 나왔다. 이 논문은 Llama 2를 코드와 수학에 맞추면서 두 방법을 공들여 비교한다. 결론은 제목 그대로다.

## 방법

LoRA는 원래 가중치를 얼려 두고 랭크가 $r$인 차이만 학습한다.

$$
W = W_0 + \frac{\alpha}{r} BA
$$

비교는 두 축으로 한다.

- 학습: HumanEval과 GSM8K 점수
- 망각: HellaSwag, ARC-Challenge, WinoGrande 점수가 얼마나 떨어지는가

데이터는 지시 학습용과 추가 사전 학습용을 따로 쓰고, 방법마다 학습률을 새로 찾는다.

## 결과

전체 미세 조정은 더 많이, 더 적은 데이터로 배운다. 차이는 수학보다 코드에서, 지시 학습보다 추가 사전 학습에서 뚜렷하다. 반대로 LoRA는 원래 하던 일을 덜 잊고, 가중치 감쇠나 드롭아웃보다 정규화 효과가 크며, 생성의 다양성도 지킨다.

전체 미세 조정이 만든 차이 $\Delta W$를 특잇값으로 분해하면, 필요한 랭크가 흔히 쓰는 LoRA의 10배에서 100배에 이른다.

## 의견

덜 잊는 것이 목표라면 덜 배우는 것은 값이 된다. 실무에서는 지시 학습에 LoRA를 쓰되, 모든 모듈에 붙이고 학습률을 안정적인 범위에서 가장 크게 잡으라는 조언이 쓸모 있다.`,
  },
  {
    paper: fifoDiffusion,
    title: 'FIFO-Diffusion: 줄을 세워 끝없는 비디오 만들기',
    slug: 'fifo-diffusion',
    summary:
      '짧은 비디오로 학습한 확산 모델을 다시 학습하지 않고, 대각선 잡음 제거로 끝없이 긴 비디오를 생성하는 방법',
    language: 'ko',
    category: 'generative-models',
    tags: ['diffusion', 'video generation', 'training-free'],
    reviewedVersion: 1,
    publishedAt: '2024-05-24T13:10:00.000Z',
    body: String.raw`## 요약

비디오 확산 모델은 보통 16프레임 남짓을 한꺼번에 만든다. 조각을 이어 붙이면 이음매가 어색하고, 길게 만들면 메모리가 모자란다. FIFO-Diffusion은 추론 방법만 바꾸어 같은 모델로 얼마든지 긴 비디오를 만든다.

## 방법

### 대각선 잡음 제거

프레임 $f$개를 줄에 세우되, 앞은 거의 깨끗하고 뒤로 갈수록 잡음이 크게 한다. 시각은 $0 = \tau_0 < \tau_1 < \dots < \tau_f = T$이다.

$$
\bigl[z_1^{\tau_0}, z_2^{\tau_1}, \dots, z_f^{\tau_{f-1}}\bigr] = \Phi\bigl(\bigl[z_1^{\tau_1}, z_2^{\tau_2}, \dots, z_f^{\tau_f}\bigr]\bigr)
$$

한 번 돌릴 때마다 모든 프레임이 한 칸씩 깨끗해진다. 맨 앞 프레임은 완성되어 나가고, 맨 뒤에는 새 잡음이 들어온다. 줄의 길이가 일정하므로 메모리도 일정하다.

### 간극 줄이기

모델은 모든 프레임의 잡음이 같은 상태로 학습되었으므로, 한 줄에 서로 다른 잡음이 섞이면 간극이 생긴다.

- Latent partitioning은 줄을 $n$배로 늘려 $n$개 구역으로 나눈다. 구역 안에서 잡음의 차이가 줄고, 구역끼리는 여러 GPU에서 동시에 처리할 수 있다.
- Lookahead denoising은 구역의 뒤쪽 절반만 갱신한다. 갱신되는 프레임은 늘 자기보다 깨끗한 앞 프레임을 보게 된다. 계산은 두 배가 된다.

## 결과

여러 공개 모델에 그대로 얹어 수천 프레임을 만들었고, 움직임이 끊기지 않으며 화질도 끝까지 유지된다. 사용자 평가에서도 비교한 방법보다 선호되었다.

## 의견

줄이라는 자료 구조 하나로 문제를 풀어낸 점이 아름답다. 다만 멀리 떨어진 프레임끼리는 직접 볼 수 없어서, 이야기가 있는 긴 장면에는 다른 기억이 필요할 것이다.`,
  },
];
