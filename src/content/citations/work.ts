import type { IdentifierScheme } from '../identifiers/schemes.ts';

/** A paper for citations and structured data. */
export interface Work {
  id: string;
  slug: string;
  title: string;
  acronym: string | null;
  abstract?: string | null;
  venue?: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn?: string | null;
  /** Whether it still stands. */
  status?: 'active' | 'withdrawn' | 'retracted';
  /** Each in its canonical form. */
  identifiers: Partial<Record<IdentifierScheme, string | null>>;
  /** The primary class at arXiv, such as `cs.CL`. */
  primaryClass?: string | null;
  /** In printed order, names as printed. */
  authors?: { name: string; orcid: string | null }[];
  /** The version that is meant. */
  version?: { number: number; releasedOn: string | null } | null;
}

/** A review of a work. */
export interface ReviewOfWork {
  id: string;
  slug: string;
  title: string;
  /** What it says, in a few sentences of plain text. */
  description: string | null;
  /** BCP 47. */
  language: string;
  /** ISO 8601; null before it is published. */
  publishedAt: string | null;
  updatedAt: string;
  tags: string[];
  /** The absolute URL of its cover. */
  image: string | null;
  work: Work;
}
