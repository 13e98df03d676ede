import type { SamplePaper } from './papers.ts';

/** What is posted to `/v1/reviews`; `category` is the slug of a sample category. The figure of a body is its cover, too. */
export type SampleReview = {
  paper: SamplePaper;
  title: string;
  slug: string;
  summary: string;
  body: string;
  language: 'ko' | 'en';
  category: string;
  tags: string[];
  reviewedVersion: number;
  publishedAt: string;
};
