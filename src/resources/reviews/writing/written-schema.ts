import { type Static, Type } from 'typebox';
import { closed, LeftOut } from '../../../wire.ts';
import { Review } from '../schema.ts';

export const WrittenReview = closed(
  {
    ...Review.properties,
    leftOut: Type.Optional({
      ...LeftOut,
      description:
        'What was sent of the paper and is left out: a public paper gets what it lacks from a key with `papers:write`, or from one with `reviews:publish` that publishes the review by the same request. There only when something was.',
    }),
  },
  {
    $id: 'WrittenReview',
    description:
      'A review as a write leaves it. Of a paper or tag that only reviews use which the key may not see, it shows what was sent, and the id in place of the slug where that tells more.',
  },
);

export type WrittenReview = Static<typeof WrittenReview>;

/** The named components of the OpenAPI document. */
export const writtenComponents = [WrittenReview];
