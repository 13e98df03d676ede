import type { SQL } from 'drizzle-orm';
import type { TProperties, TSchema } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import type { Queryable } from '../db/driver/client.ts';
import type { EntityKind, Scope } from '../db/schema/tables.ts';
import type { ListSpec } from '../query/spec.ts';
import { type Compared, type Saved, tellDeleted } from '../slugs/save.ts';
import type { KindAction } from './action.ts';
import { categoryList } from './categories/list.ts';
import { matchNamedCategory, saveCategory } from './categories/save.ts';
import { NewCategory } from './categories/schema.ts';
import { removeCategory } from './categories/store.ts';
import { paperList } from './papers/list.ts';
import { matchNamedPaper, savePaper } from './papers/save.ts';
import { NewPaper } from './papers/schema.ts';
import { removePaper } from './papers/store.ts';
import { redirectList } from './redirects/list.ts';
import { matchNamedRedirect, saveRedirect } from './redirects/save.ts';
import { NewRedirect } from './redirects/schema.ts';
import { removeRedirect } from './redirects/store.ts';
import { PublishReview, ReviewAction } from './reviews/life-cycle/life-cycle-schema.ts';
import { reviewList } from './reviews/list/list.ts';
import type { Writing } from './reviews/rendering/rendering.ts';
import { NewReview } from './reviews/schema.ts';
import { ReviewFind, reviewItemMembers } from './reviews/writing/item-schema.ts';
import { matchNamedReview, saveReview, stepNamed, trashNamed } from './reviews/writing/save.ts';
import { compareReviews } from './reviews/writing/unchanged.ts';
import { tagList } from './tags/list.ts';
import { matchNamedTag, saveTag } from './tags/save.ts';
import { NewTag } from './tags/schema.ts';
import { removeTag } from './tags/store.ts';

/** The actions of a batch, beside saving. */
export const batchActions = ['delete', 'publish', 'unpublish', 'archive'] as const;
export type BatchAction = (typeof batchActions)[number];

/** The kinds that a batch can save: all but images, which are bytes. */
export type BatchKind = Exclude<EntityKind, 'image'>;

/** The operations on a kind of entity where all kinds are handled alike; entities.ts has its data. */
interface Kind {
  list: Pick<ListSpec<never, Viewer>, 'visible' | 'filters'>;
  /** The body of the POST that creates one. */
  input: TSchema & { properties: TProperties; $id?: string };
  /** The members that identify an existing one. */
  knownBy: string[];
  /** Upserts one. @param upsert valid by `input`, in which every member is optional */
  save(writing: Writing, upsert: never, actor: Viewer): Promise<Saved>;
  /** Finds upserts that change nothing, in few statements for all of them. */
  compare?(db: Queryable, upserts: never[], actor: Viewer): Promise<Compared[]>;
  /** The condition on all identifying members. */
  matchNamed(named: object): SQL | undefined;
  actions: Partial<Record<BatchAction, KindAction>>;
  /** What an item says in other ways than a POST does. */
  itemMembers?: TProperties;
  /** What it can be looked for by instead. */
  find?: TSchema & { $id?: string };
}

export const kinds: Record<BatchKind, Kind> = {
  paper: {
    ...{ list: paperList, input: NewPaper, knownBy: ['id', 'identifiers', 'slug'] },
    save: ([tx, changeSet], upsert: Parameters<typeof savePaper>[2], actor) =>
      savePaper(tx, changeSet, upsert, actor),
    matchNamed: matchNamedPaper,
    actions: { delete: deleting('papers:write', removePaper) },
  },
  review: {
    ...{ list: reviewList, input: NewReview, knownBy: ['id', 'source', 'slug'] },
    ...{ save: saveReview, compare: compareReviews, matchNamed: matchNamedReview },
    ...{ itemMembers: reviewItemMembers, find: ReviewFind },
    actions: {
      delete: { scope: 'reviews:write', options: {}, run: trashNamed },
      publish: { scope: 'reviews:publish', options: PublishReview.properties, run: stepNamed('publish') },
      unpublish: { scope: 'reviews:publish', options: ReviewAction.properties, run: stepNamed('unpublish') },
      archive: { scope: 'reviews:publish', options: ReviewAction.properties, run: stepNamed('archive') },
    },
  },
  tag: {
    ...{ list: tagList, input: NewTag, knownBy: ['id', 'slug', 'name'] },
    save: ([tx, changeSet], upsert: Parameters<typeof saveTag>[2], actor) =>
      saveTag(tx, changeSet, upsert, actor),
    matchNamed: matchNamedTag,
    actions: { delete: deleting('taxonomy:write', removeTag) },
  },
  category: {
    ...{ list: categoryList, input: NewCategory, knownBy: ['id', 'slug', 'name'] },
    save: ([tx, changeSet], upsert: Parameters<typeof saveCategory>[2]) =>
      saveCategory(tx, changeSet, upsert),
    matchNamed: matchNamedCategory,
    actions: { delete: deleting('taxonomy:write', removeCategory) },
  },
  redirect: {
    ...{ list: redirectList, input: NewRedirect, knownBy: ['id', 'path'] },
    save: ([tx, changeSet], upsert: Parameters<typeof saveRedirect>[2], actor) =>
      saveRedirect(tx, changeSet, upsert, actor),
    matchNamed: matchNamedRedirect,
    actions: { delete: deleting('reviews:write', removeRedirect) },
  },
};

export const batchKinds = Object.keys(kinds) as BatchKind[];

function deleting(scope: Scope, remove: typeof removeTag): KindAction {
  return {
    ...{ scope, options: {} },
    run: async ([tx, changeSet], id, { expected, actor }) =>
      tellDeleted(await remove(tx, changeSet, id, expected, actor)),
  };
}
