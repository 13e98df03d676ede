/** What every format of a feed tells. */
export interface Feed {
  title: string;
  /** Who writes it. */
  author: string;
  /** The absolute address of this feed. */
  self: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The absolute address of the entries that follow; null at the end. */
  next: string | null;
  entries: Entry[];
}

export interface Entry {
  /** A UUID. */
  id: string;
  title: string;
  /** Its page. */
  url: string;
  /** BCP 47. */
  language: string;
  summary: string | null;
  /** HTML that is safe to show. */
  content: string;
  /** ISO 8601; null before it is published. */
  publishedAt: string | null;
  updatedAt: string;
  tags: string[];
  category: { slug: string; name: string } | null;
}

/** When the newest of it changed: what a feed without entries has not done yet. */
export function updatedAt({ entries }: Feed): string {
  const times = entries.map((entry) => entry.updatedAt).sort();
  return times.at(-1) ?? dawn;
}

const dawn = '1970-01-01T00:00:00.000Z';
