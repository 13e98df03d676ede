import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const kindsOf = (headings: string[]) =>
  renderMarkdown(headings.map((heading) => `## ${heading}\n\nx\n`).join('\n')).sections.map(
    ({ kind }) => kind,
  );

test('headings announce their kind in English, Korean, Chinese and Japanese', () => {
  const kinds: Record<string, string[]> = {
    abstract: ['Abstract', '초록', '3줄 요약', '摘要', '要旨'],
    introduction: ['1. Introduction', '들어가며', '引言', '一、简介', 'はじめに'],
    background: ['Related Work', '관련 연구', '相关工作', '背景', '関連研究', '研究背景'],
    method: ['Proposed Method', 'Our approach', '제안 방법', '方法', '二、方法', '提案手法', '実験手法'],
    experiments: ['Experiments', '실험 설정', '实验', '實驗設置', '実験設定', 'Evaluation'],
    results: ['Results', '실험 결과', '实验结果', '結果', '結果と考察', '实验结果与分析'],
    analysis: ['Ablation study', '분석', '消融实验分析', '考察', '讨论'],
    limitations: ['Limitations', '한계점', '局限性', '方法的局限', '限界', '今後の課題'],
    conclusion: ['Conclusion', '결론', '结论', '总结', 'まとめ', 'おわりに'],
    opinion: ['My thoughts', '느낀 점', '개인 의견', '个人思考', '感想', '心得'],
    other: ['Methane', 'Resulting', '데이터', '数据集', 'データ', 'References'],
  };
  for (const [kind, headings] of Object.entries(kinds))
    assert.deepEqual(
      kindsOf(headings),
      headings.map(() => kind),
      String(headings),
    );
});
