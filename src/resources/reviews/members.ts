import { Type } from 'typebox';
import { reviewStatuses } from '../../db/schema/tables.ts';
import { closed, Line, nullable, oneOf, part, Slug, Uuid } from '../../wire.ts';

export const ReviewTitle = Line(
  500,
  part('ReviewTitle', {
    description: 'The title of the review.',
    examples: ['NV-Embed: 범용 임베딩 모델로서의 LLM'],
  }),
);

export const Summary = Line(
  2000,
  part('OneLineSummary', {
    description: 'The review in one line.',
    examples: ['LLM을 임베딩 모델로 바꾸는 latent attention pooling.'],
  }),
);

export const Body = Type.String(
  part('MarkdownBody', {
    maxLength: 1_048_576,
    description:
      'The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).',
    examples: ['## Method\n\nA latent attention layer pools the tokens.\n'],
  }),
);

export const Source = Line(
  500,
  part('ReviewSource', {
    'x-rule': 'singleLine',
    description:
      'Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.',
    examples: ['https://blog.example.org/posts/nv-embed'],
  }),
);

export const VersionNumber = Type.Integer({
  ...part('VersionNumber', { description: 'Which version of the paper the review read.', examples: [1] }),
  minimum: 1,
  maximum: 1000,
});

export const SentVersion = nullable(VersionNumber, {
  description: 'The number of a version of the paper; without it the one that its identifier says.',
  examples: [1],
});

export const CoverId = Uuid(
  part('CoverId', {
    description: 'The image that stands for it; null for the first figure of its body.',
  }),
);

/** The message of a change. */
export const ChangeMessage = Line(
  500,
  part('ChangeMessage', {
    description: 'What the change is for: kept in the history of the review, and shown nowhere else.',
    examples: ['Second reading.'],
  }),
);

export const Status = oneOf(
  reviewStatuses,
  part('ReviewStatus', {
    description: 'Where it is in its life: the public sees published reviews only.',
    examples: ['published'],
  }),
);

/** A review before or behind another. */
export function neighbour(description: string) {
  return nullable(
    closed(
      { id: Uuid(), slug: Slug(), title: Type.String({ examples: ['DPO, read closely'] }) },
      part('NeighbouringReview'),
    ),
    { description, examples: [null] },
  );
}
