import { englishReviews } from './english.ts';
import { koreanReviews } from './korean.ts';
import type { SampleReview } from './review.ts';

export type SampleCategory = {
  slug: string;
  name: string;
  parentSlug: string | null;
  position: number;
  description: string;
};

/** Parents come before their children. */
export const sampleCategories: SampleCategory[] = [
  {
    slug: 'paper-reviews',
    name: 'Paper reviews',
    parentSlug: null,
    position: 0,
    description: 'Notes on papers, one review a paper and language.',
  },
  {
    slug: 'language-models',
    name: 'Language models',
    parentSlug: 'paper-reviews',
    position: 0,
    description: 'How language models are built, what goes on inside them, and what serving them costs.',
  },
  {
    slug: 'vision-language',
    name: 'Vision and language',
    parentSlug: 'paper-reviews',
    position: 1,
    description: 'Models that read images and text together.',
  },
  {
    slug: 'generative-models',
    name: 'Generative models',
    parentSlug: 'paper-reviews',
    position: 2,
    description: 'Diffusion models for images, videos and whole worlds.',
  },
  {
    slug: 'training',
    name: 'Training and alignment',
    parentSlug: 'paper-reviews',
    position: 3,
    description: 'Teaching a pretrained model something new, or better manners.',
  },
  {
    slug: 'fine-tuning',
    name: 'Fine-tuning',
    parentSlug: 'training',
    position: 0,
    description: 'Adapting a model with few trainable parameters, and what that costs.',
  },
];

/** An address that a blog had before. */
export const sampleRedirect = { path: '/412', slug: 'nv-embed' };

/** Fourteen reviews of twelve papers; two papers are reviewed in both languages. Newest first. */
export const sampleReviews: SampleReview[] = [...koreanReviews, ...englishReviews].sort((a, b) =>
  a.publishedAt < b.publishedAt ? 1 : -1,
);
