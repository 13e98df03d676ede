import type { Caller } from '../caller.ts';
import type { LinkedBody } from './note-links.ts';
import type { NoteSource } from './note-source.ts';
import { openReviewSlugs } from './review-slugs.ts';
import { findAddressLinks, replaceNoteLinks } from './text/note-links.ts';

/**
 * Makes the links between the posts of a blog, by the addresses that they had there, lead to their reviews
 * (`/v1/reviews/{slug}`). One to a post that its author hides stays as it is in a public one, so that no slug is told.
 */
export function openPostLinks(
  caller: Caller,
  postAt: Required<NoteSource>['postAt'],
): (path: string, note: { body: string; isHidden: boolean }) => Promise<LinkedBody> {
  const { known, learn } = openReviewSlugs(caller);
  return async (_path, { body, isHidden }) => {
    const places = findAddressLinks(body, (url) => postAt(url) !== undefined).flatMap((place) => {
      const post = postAt(place.target);
      return post === undefined || (post.isHidden && !isHidden) ? [] : [{ place, source: post.source }];
    });
    await learn(places.map(({ source }) => source));
    const replaced = places.flatMap(({ place, source }) => {
      const slug = known.get(source);
      return slug === undefined ? [] : [{ place, by: place.write(`/v1/reviews/${slug}`) }];
    });
    return { body: replaceNoteLinks(body, replaced), waits: replaced.length < places.length, unused: [] };
  };
}
