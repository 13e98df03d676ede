export const sectionKinds = [
  'abstract',
  'introduction',
  'background',
  'method',
  'experiments',
  'results',
  'analysis',
  'limitations',
  'conclusion',
  'opinion',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** The words of headings that announce each kind, in English, Korean, Chinese and Japanese, as patterns. */
const words: Record<Exclude<SectionKind, 'other'>, string[]> = {
  abstract: ['abstracts?', 'tl;?dr', '초록', '요약', '개요', '摘要', '概要', '要旨', 'アブストラクト'],
  introduction: [
    ...['introductions?', '서론', '들어가며', '들어가는 말', '소개'],
    ...[
      '引言',
      '绪论',
      '緒論',
      '简介',
      '簡介',
      '介绍',
      '介紹',
      '序論',
      '序章',
      '導入',
      'はじめに',
      'イントロ(?:ダクション)?',
    ],
  ],
  background: [
    ...[
      'backgrounds?',
      'related works?',
      'prior works?',
      'previous works?',
      'preliminar(?:y|ies)',
      'motivations?',
    ],
    ...['배경', '관련\\s*연구', '선행\\s*연구', '사전\\s*지식', '동기'],
    ...[
      '背景',
      '相关工作',
      '相關工作',
      '相关研究',
      '相關研究',
      '研究现状',
      '研究動機',
      '动机',
      '動機',
      '预备知识',
      '預備知識',
    ],
    ...['関連研究', '先行研究', '前提知識'],
  ],
  method: [
    ...['methods?', 'methodolog(?:y|ies)', 'approach(?:es)?', '방법', '방법론', '접근법', '기법'],
    ...['方法', '方法论', '方法論', '手法', 'アプローチ'],
  ],
  experiments: [
    'experiments?',
    'experimental',
    'evaluations?',
    '실험',
    '실험적',
    '평가',
    '实验',
    '實驗',
    '実験',
    '评估',
    '評估',
    '評価',
  ],
  results: ['results?', 'findings?', '결과', '结果', '結果', '성능'],
  analysis: [
    ...[
      'analysis',
      'analyses',
      'ablations?',
      'ablation stud(?:y|ies)',
      'discussions?',
      '분석',
      '고찰',
      '논의',
      '토의',
    ],
    ...['分析', '消融', '讨论', '討論', '考察', '議論', 'アブレーション'],
  ],
  limitations: [
    ...['limitations?', 'weakness(?:es)?', 'shortcomings?', '한계', '한계점', '단점'],
    ...['局限性?', '侷限性?', '限制', '不足', '缺点', '缺點', '限界', '課題', '制約'],
  ],
  conclusion: [
    ...['conclusions?', 'concluding remarks', '결론', '맺음말', '마치며', '나가며', '맺으며'],
    ...[
      '结论',
      '結論',
      '总结',
      '總結',
      '结语',
      '結語',
      '小结',
      '小結',
      'まとめ',
      '結び',
      'おわりに',
      '終わりに',
    ],
  ],
  opinion: [
    ...[
      'opinions?',
      '(?:my|our|personal) (?:thoughts?|views?|takes?)',
      'thoughts?',
      'takeaways?',
      'impressions?',
    ],
    ...['의견', '생각', '느낀\\s*점', '소감', '감상', '후기', '총평'],
    ...[
      '思考',
      '感想',
      '心得',
      '看法',
      '个人评价',
      '個人評價',
      '启发',
      '啟發',
      '点评',
      '點評',
      '所感',
      '意見',
      '个人理解',
    ],
  ],
};

const patternOf = (alternatives: string[], flags: string) =>
  new RegExp(`(?<![a-z])(?:${alternatives.join('|')})(?![a-z])`, flags);
const patterns = Object.entries(words).map(
  ([kind, alternatives]) => [kind as SectionKind, patternOf(alternatives, 'g')] as const,
);
const anyKind = patternOf(Object.values(words).flat(), '');
const conjunction =
  /\s+(?:and|및|그리고|と)\s+|[&,/·:、，：・]|(?<=\p{Script=Han})[与與和及と](?=\p{Script=Han})/u;

/**
 * Classifies a heading by its words: of several the first ("Results and Analysis"), of a compound the last ("실험 결과").
 */
export function findSectionKind(heading: string): SectionKind {
  for (const part of heading.normalize('NFC').toLowerCase().split(conjunction)) {
    if (!anyKind.test(part)) continue;
    const found = patterns.flatMap(([kind, pattern]) =>
      [...part.matchAll(pattern)].map(({ index }) => ({ kind, index })),
    );
    return found.reduce((last, next) => (next.index > last.index ? next : last)).kind;
  }
  return 'other';
}
