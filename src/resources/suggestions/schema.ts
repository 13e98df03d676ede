import { type Static, Type } from 'typebox';
import { closed, oneOf, Slug, Uuid } from '../../wire.ts';
import { batchKinds } from '../kinds.ts';

const Suggestion = closed({
  type: oneOf(batchKinds, { description: 'What it is.', examples: ['paper'] }),
  id: Uuid(),
  slug: Slug(),
  name: Type.String({ description: 'Its title or name.', examples: ['NV-Embed: Improved Techniques'] }),
});

export const Suggestions = closed(
  { data: Type.Array(Suggestion, { description: 'At most eight, the best first.' }) },
  { $id: 'Suggestions' },
);

export type Suggestion = Static<typeof Suggestion>;

/** The named components of the OpenAPI document. */
export const suggestionComponents = [Suggestions];
