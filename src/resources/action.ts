import type { TProperties } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import type { Precondition } from '../db/lock.ts';
import type { Scope } from '../db/schema.ts';
import type { Saved } from '../slugs/save.ts';
import type { Writing } from './reviews/rendering.ts';

/** What a batch can do to a thing that is there, beside saving it. */
export interface KindAction {
  scope: Scope;
  /** What can be said of it, beside what names the thing. */
  options: TProperties;
  /** @param id of a thing that the actor may see */
  run(
    writing: Writing,
    id: string,
    how: { expected: Precondition; actor: Viewer; options: object },
  ): Promise<Saved>;
}
