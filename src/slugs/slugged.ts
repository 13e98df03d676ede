import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { EntityKind } from '../db/schema.ts';
import { Problem } from '../problems.ts';
import { isUuid } from '../rules.ts';

/** A kind of thing that has slugs, and its table. */
export interface Slugged {
  kind: EntityKind;
  table: PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn; updatedAt: PgColumn };
  /** Which of them hold their slugs; all, when nothing is said. */
  holding?: SQL;
}

/** The thing that a reference, an id or a slug, means. */
export function matchReference(table: Slugged['table'], reference: string): SQL {
  return isUuid(reference) ? eq(table.id, reference.toLowerCase()) : eq(table.slug, reference);
}

/** The slug that was asked for belongs to another thing. */
export class SlugTaken extends Problem {
  readonly kind: EntityKind;
  readonly slug: string;

  constructor(kind: EntityKind, slug: string) {
    super(
      'slug-taken',
      `Another ${kind} has the slug "${slug}". Choose another, or leave it out to have one made.`,
      { errors: [{ pointer: '/slug', detail: `is the slug of another ${kind}` }] },
    );
    this.kind = kind;
    this.slug = slug;
  }
}
