/** What a labelled line before a text may say of the paper and the note. */
export const labelMeanings = [
  'title',
  'authors',
  'venue',
  'date',
  'tags',
  'category',
  'paper',
  'code',
  'link',
  'aside',
] as const;
export type LabelMeaning = (typeof labelMeanings)[number];

/**
 * The labels of lines of metadata in English, Korean, Chinese and Japanese. `paper` is an identifier, a link to the paper or its
 * title; `aside` is known to be metadata, but no field of ours.
 */
const usual: Record<LabelMeaning, string> = {
  title:
    'title, paper title, 제목, 논문 제목, 논문명, 원제, 标题, 论文标题, 论文题目, 论文名称, 題目, 標題, 論文標題, 論文題目, 論文名稱, タイトル, 論文タイトル',
  authors:
    'author, authors, first author, firstauthor, paper authors, by, 저자, 지은이, 作者, 论文作者, 著者, 著者/所属機関, 執筆者',
  venue:
    'venue, conference, journal, published in, published at, publication, proceedings, 학회, 학술지, 저널, 게재, 게재지, 출판, 발표, 会议, 会议期刊, 期刊, 发表, 发表于, 出处, 收录, 学会, 会議, 會議, 期刊會議, 發表, 發表於, 出處, 掲載, 掲載誌, 発表',
  date: 'date, posted, written, created, created at, created time, date created, date added, review date, reviewed on, 날짜, 작성일, 작성 날짜, 작성일자, 리뷰 날짜, 리뷰일, 읽은 날짜, 생성일, 생성 일시, 日期, 创建时间, 创建日期, 笔记日期, 阅读日期, 写作日期, 日付, 作成日, 作成日時, 投稿日, 執筆日, 建立日期, 創建日期, 閱讀日期, 撰寫日期',
  tags: 'tag, tags, keyword, keywords, 태그, 키워드, 标签, 關鍵詞, 关键词, 关键字, 標籤, 關鍵字, タグ, キーワード',
  category:
    'category, categories, field, 분류, 카테고리, 분야, 分类, 领域, 分類, 領域, カテゴリ, カテゴリー, 分野',
  paper:
    'paper, arxiv, arxiv id, doi, openreview, pdf, paper link, link to the paper, original paper, source, 논문, 논문 링크, 원문, 원 논문, 논문 주소, 论文, 论文链接, 论文地址, 原文, 原文链接, 論文, 論文リンク, 原論文, 論文連結, 論文鏈接, 論文網址, 論文地址, 原文連結',
  code: 'code, github, repo, repository, implementation, official code, 코드, 깃허브, 구현, 공식 코드, 代码, 代码链接, 代码地址, 开源代码, 项目代码, コード, 実装, 程式碼, 代碼, 原始碼',
  link: 'link, links, url, project, project page, homepage, website, demo, dataset, data, model, models, weights, video, slides, poster, blog, 링크, 주소, 프로젝트, 프로젝트 페이지, 홈페이지, 데모, 데이터셋, 모델, 영상, 슬라이드, 블로그, 链接, 地址, 项目, 项目主页, 主页, 数据集, 模型, 视频, リンク, プロジェクト, プロジェクトページ, データセット, モデル, 動画, スライド',
  aside:
    'year, affiliation, affiliations, institution, institutions, organization, citations, published, publisher, submitted, status, rating, reviewer, reviewed by, writer, 연도, 년도, 발행, 출판 연도, 소속, 기관, 작성자, 글쓴이, 리뷰어, 인용, 인용수, 平台, 机构, 单位, 年份, 发布, 发表时间, 发布时间, 提交时间, 时间, 引用, 评分, 笔记作者, 所属, 年, 発行年, 引用数',
};

/** HeadLabels as they are compared, and what they mean. */
export type HeadLabels = ReadonlyMap<string, LabelMeaning>;

/**
 * The labels that are known.
 * @param more those of a folder, by their meaning
 */
export function knowLabels(more: Partial<Record<LabelMeaning, string[]>> = {}): HeadLabels {
  const labels = new Map<string, LabelMeaning>();
  for (const meaning of labelMeanings) {
    const names = [...usual[meaning].split(','), ...(more[meaning] ?? [])];
    for (const name of names) labels.set(foldLabel(name), meaning);
  }
  return labels;
}

/** Those that are known everywhere. */
export const usualLabels: HeadLabels = knowLabels();

/** A label without markup, signs, brackets around it and the case of its letters. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[*_`~]/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s*[/&]\s*/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
