import type { TProperties } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import type { Scope } from '../db/schema/tables.ts';
import type { Precondition } from '../db/unit-of-work/lock.ts';
import type { Saved } from '../slugs/save.ts';
import type { Writing } from './reviews/rendering/rendering.ts';

/** An action of a batch on an existing entity, beside saving it. */
export interface KindAction {
  scope: Scope;
  /** Its options, beside the members that identify the entity. */
  options: TProperties;
  /** @param id of an entity that the actor may see */
  run(
    writing: Writing,
    id: string,
    how: { expected: Precondition; actor: Viewer; options: object },
  ): Promise<Saved>;
}
