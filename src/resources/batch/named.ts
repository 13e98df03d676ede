import type { Identifier } from '../../content/identifiers/schemes.ts';
import { foldName } from '../../content/text/fold.ts';
import { slugify } from '../../content/text/slug.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import { slugLock } from '../../slugs/history.ts';
import { isUuid } from '../../validation/rules.ts';
import { type BatchKind, batchKinds } from '../kinds.ts';
import {
  identifierOfAddress,
  linkedIdentifiers,
  listIdentifiers,
  saidVersion,
  sentIdentifiers,
} from '../papers/content.ts';
import type { PaperPatch } from '../papers/schema.ts';
import type { RedirectPatch } from '../redirects/schema.ts';
import { pathLock } from '../redirects/store.ts';
import type { ReviewItem } from '../reviews/writing/save.ts';
import type { NewTag, TagPatch } from '../tags/schema.ts';
import type { Item, Read } from './items.ts';
import { saving } from './schema.ts';

/** What a review is connected to now. */
export interface Relations {
  slug: string;
  source: string | null;
  paperId: string;
  categoryId: string | null;
  tagIds: string[];
}

/** What of a working copy names something. */
export type Draft = ReviewItem & { slug: string };

/** Ids and slugs that name rows. */
export class References {
  readonly ids = new Set<string>();
  readonly slugs = new Set<string>();
  /** Whether the rows may be changed; else they are only referred to. */
  areChanged = false;

  add(reference: string | null | undefined): void {
    if (reference) (isUuid(reference) ? this.ids : this.slugs).add(reference.toLowerCase());
  }

  get size(): number {
    return this.ids.size + this.slugs.size;
  }
}

/** What the items of a batch name, by which they are known or would be. */
export class Named {
  readonly names = new Set<string>();
  readonly sources = new Set<string>();
  readonly identifiers: Identifier[] = [];
  readonly rows = Object.fromEntries(batchKinds.map((kind) => [kind, new References()])) as Record<
    BatchKind,
    References
  >;
  readonly #paths = new Set<string>();
  /** Tags that may be created, by their folded names. */
  readonly newTags = new Map<string, Pick<NewTag, 'name' | 'slug'>>();
  /** The slugs that things get, those that are new their first; and, of those that are renamed, lose. */
  readonly #slugs = { paper: new Set<string>(), review: new Set<string>(), tag: new Set<string>() };
  /** Whether a review is published as it is, and so with its working copy. */
  publishes = false;
  /** Whether categories of these names are created where they are missing. */
  createsCategories = false;
  readonly paths: string[][] = [];
  readonly #hadSources = new Set<string>();
  readonly #renames = new Set<BatchKind>();

  constructor(items: Read[]) {
    for (const item of items) if ('data' in item) this.#addItem(item);
  }

  #addItem({ type, action, create, find = [], options, ...item }: Item): void {
    const data = { ...create, ...item.data };
    const { id, slug } = data as { id?: string; slug?: string };
    this.rows[type].add(id);
    this.rows[type].add(slug);
    this.rows[type].areChanged = true;
    if (action === saving && slug !== undefined && (id !== undefined || type === 'review'))
      this.#renames.add(type);
    if (action === 'publish') this.publishes = true;
    for (const one of find as { id?: string; slug?: string; source?: string }[]) {
      this.rows.review.add(one.id);
      this.rows.review.add(one.slug);
      if (one.source) this.sources.add(one.source);
    }
    if (options.createMissing) this.createsCategories = true;
    this.#add[type](data as never, action === saving && id === undefined);
  }

  readonly #add: Record<BatchKind, (data: never, mayBeNew: boolean) => void> = {
    category: ({ name }: { name?: string }) => {
      if (name !== undefined) this.rows.category.add(slugify(name, entities.category.kind));
    },
    tag: ({ id, name, slug }: TagPatch & { id?: string }) => {
      if (name !== undefined) this.#nameTag({ name, ...(slug === undefined ? {} : { slug }) });
      const made = slug ?? (name === undefined ? undefined : slugify(name, 'tag'));
      if (made !== undefined) this.names.add(`tag slug ${made}`);
      if (id !== undefined && slug !== undefined) this.#slugs.tag.add(slug);
    },
    paper: (data: PaperPatch) => this.#addPaper(data),
    review: (data: ReviewItem, mayBeNew) => this.#addReview(data, mayBeNew),
    redirect: ({ path, target }: RedirectPatch) => {
      if (path !== undefined) this.#paths.add(path);
      if (target && target.type !== 'address') this.rows[target.type].add(target.id ?? target.slug);
    },
  };

  #addReview({ source, slug, title, paper, category, tags }: ReviewItem, mayBeNew: boolean): void {
    if (source) this.sources.add(source);
    if (source) this.names.add(`review source ${source}`);
    const object = typeof paper === 'object' ? paper : undefined;
    const made = slug ?? object?.acronym ?? title ?? object?.title;
    if (slug !== undefined || (mayBeNew && paper !== undefined))
      this.#slugs.review.add(slug ?? slugify(made ?? '', 'review'));
    this.#addRelated({ paper, category, tags });
  }

  #addRelated({ paper, category, tags = [] }: ReviewItem): void {
    if (typeof paper === 'object') {
      this.rows.paper.areChanged = true;
      this.rows.paper.add(paper.slug);
      this.#addPaper(paper);
    } else if (paper !== undefined) {
      const identifier = identifierOfAddress(paper);
      // Its version is added to the paper.
      if (saidVersion(paper) !== undefined) this.rows.paper.areChanged = true;
      if (identifier) this.identifiers.push(identifier);
      else this.rows.paper.add(paper);
    }
    if (Array.isArray(category)) this.paths.push(category);
    else if (category && this.createsCategories) this.paths.push([category]);
    else this.rows.category.add(category);
    for (const name of tags) this.#nameTag({ name });
  }

  #addPaper(paper: PaperPatch): void {
    this.#slugs.paper.add(paper.slug ?? slugify(paper.acronym ?? paper.title ?? '', 'paper'));
    try {
      this.identifiers.push(...listIdentifiers(sentIdentifiers(paper)), ...linkedIdentifiers(paper));
    } catch (error) {
      // It is refused when its turn comes.
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** The first of a name is the one that is created. */
  #nameTag(tag: Pick<NewTag, 'name' | 'slug'>): void {
    const folded = foldName(tag.name);
    if (!this.newTags.has(folded)) this.newTags.set(folded, tag);
  }

  /** Adds what the reviews that are named are connected to: what is not sent of them stays, and is locked with them. */
  addRelations(related: Relations[]): void {
    for (const { slug, source, paperId, categoryId, tagIds } of related) {
      if (source !== null) this.#hadSources.add(source);
      this.rows.paper.add(paperId);
      this.rows.category.add(categoryId);
      for (const id of tagIds) this.rows.tag.add(id);
      this.addSlug('review', slug);
    }
  }

  /** Adds what the working copies of the reviews that are published name. */
  addDrafts(drafts: Draft[]): void {
    for (const { slug, ...draft } of drafts) {
      this.#slugs.review.add(slug);
      this.#renames.add('review');
      this.#addRelated(draft);
    }
  }

  /** Adds the present slug of a thing, which may be renamed. */
  addSlug(kind: 'paper' | 'review' | 'tag', slug: string): void {
    if (this.#renames.has(kind)) this.#slugs[kind].add(slug);
  }

  /** The locks of the slugs of a kind. */
  slugLocks(kind: 'paper' | 'review' | 'tag'): string[] {
    return [...this.#slugs[kind]].map((slug) => slugLock(kind, slug));
  }

  /** The locks of the paths of redirects. */
  pathLocks(): string[] {
    return [...this.#paths].map(pathLock);
  }

  /** The locks of the sources that reviews may be given, or lose. */
  sourceLocks(): string[] {
    if (this.sources.size === 0) return [];
    return [...this.sources, ...this.#hadSources].map((source) => `review source ${source}`);
  }
}
