/** What a link of a paper can lead to; apart from the tables for commands that need no database. */
export const linkKinds = [
  'arxiv',
  'pdf',
  'code',
  'project',
  'model',
  'dataset',
  'demo',
  'video',
  'slides',
  'poster',
  'blog',
  'openreview',
  'other',
] as const;

export type LinkKind = (typeof linkKinds)[number];
