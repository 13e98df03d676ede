import type { TSchema } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import type { EntityKind } from '../db/schema.ts';
import type { ListSpec } from '../list/spec.ts';
import type { Saved } from '../slugs/save.ts';
import { categoryList } from './categories/list.ts';
import { saveCategory } from './categories/save.ts';
import { NewCategory } from './categories/schema.ts';
import { paperList } from './papers/list.ts';
import { savePaper } from './papers/save.ts';
import { NewPaper } from './papers/schema.ts';
import { reviewList } from './reviews/list.ts';
import type { Writing } from './reviews/rendering.ts';
import { saveReview } from './reviews/save.ts';
import { NewReview } from './reviews/schema.ts';
import { tagList } from './tags/list.ts';
import { saveTag } from './tags/save.ts';
import { NewTag } from './tags/schema.ts';

/** What is done with a kind of entity where all kinds are handled alike; what is known of it is in entities.ts. */
interface Kind {
  list: Pick<ListSpec<never, Viewer>, 'visible' | 'filters'>;
  /** The body of the POST that creates one. */
  input: TSchema & { $id?: string };
  /** Upserts one. @param data valid by `input` */
  save(writing: Writing, data: never, actor: Viewer): Promise<Saved>;
}

export const kinds: Record<EntityKind, Kind> = {
  review: { list: reviewList, input: NewReview, save: saveReview },
  paper: {
    ...{ list: paperList, input: NewPaper },
    save: ([tx, changeSet], data, actor) => savePaper(tx, changeSet, data, actor),
  },
  tag: {
    ...{ list: tagList, input: NewTag },
    save: ([tx, changeSet], data, actor) => saveTag(tx, changeSet, data, actor),
  },
  category: {
    ...{ list: categoryList, input: NewCategory },
    save: ([tx, changeSet], data) => saveCategory(tx, changeSet, data),
  },
};
