import { Type } from 'typebox';
import { closed, Timestamp } from '../../../wire.ts';
import { ChangeMessage } from '../members.ts';

/** The body of an action without options. */
export const ReviewAction = closed(
  { message: Type.Optional(ChangeMessage) },
  { $id: 'ReviewAction', examples: [{}] },
);

export const PublishReview = closed(
  {
    at: Type.Optional(
      Timestamp({
        description: 'When to publish it, in the future; now when it is left out.',
        examples: ['2099-06-03T09:00:00.000Z'],
      }),
    ),
    message: Type.Optional(ChangeMessage),
  },
  { $id: 'PublishReview', examples: [{}] },
);

/** The named components of the OpenAPI document. */
export const lifeCycleComponents = [PublishReview, ReviewAction];
