import { type Static, Type } from 'typebox';
import { closed } from '../../wire.ts';
import { Body } from '../reviews/members.ts';
import { Review } from '../reviews/schema.ts';

const { html, sections, excerpt, readingMinutes, cover, renderWarnings } = Review.properties;

export const RenderRequest = closed(
  { body: Body },
  { $id: 'RenderRequest', examples: [{ body: '## 방법\n\n$\\lambda$는 하나다.\n' }] },
);

export const RenderingSchema = closed(
  {
    html,
    sections,
    excerpt,
    text: Type.String({
      description: 'The body as plain text: blocks on lines of their own, formulas as they were written.',
      examples: ['Method\nA latent attention layer pools the tokens.'],
    }),
    readingMinutes,
    cover,
    renderWarnings,
  },
  { $id: 'Rendering', description: 'What a review with this body would show of it.' },
);

export type RenderingSchema = Static<typeof RenderingSchema>;

/** The named components of the OpenAPI document. */
export const renderComponents = [RenderRequest, RenderingSchema];
