import { type Caller, reasonOf } from '../caller.ts';
import { NoteRefused } from './front-matter.ts';

/** So many questions are asked at once. */
const atOnce = 8;

/** The slugs of reviews by their sources, asked for once they are needed. */
export function openReviewSlugs(caller: Caller) {
  const known = new Map<string, string>();

  /** Asks for the slugs of reviews that are not known yet. @throws NoteRefused when that is refused */
  async function learn(sources: string[]): Promise<void> {
    const asked = [...new Set(sources)].filter((source) => !known.has(source));
    for (let first = 0; first < asked.length; first += atOnce)
      await Promise.all(asked.slice(first, first + atOnce).map(learnOne));
  }

  async function learnOne(source: string): Promise<void> {
    const query = `fields=slug&limit=1&source=${encodeURIComponent(source)}`;
    const answer = await caller.send('GET', `/v1/reviews?${query}`);
    if (answer.status >= 300) throw new NoteRefused(`its links cannot be followed: ${reasonOf(answer)}`);
    const [review] = (answer.body as { data: { slug: string }[] }).data;
    if (review) known.set(source, review.slug);
  }

  return { known, learn };
}
