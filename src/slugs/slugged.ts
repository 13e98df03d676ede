import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { EntityKind } from '../db/schema/tables.ts';
import { Problem } from '../problems.ts';
import { isUuid } from '../validation/rules.ts';

/** A kind with slugs, and its table. */
export interface Slugged {
  kind: EntityKind;
  table: PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn; updatedAt: PgColumn };
  /** The condition of rows that occupy their slugs; undefined for all. */
  occupied?: SQL;
}

/** The condition of a reference, an id or a slug. */
export function matchReference(table: Slugged['table'], reference: string): SQL {
  return isUuid(reference) ? eq(table.id, reference.toLowerCase()) : eq(table.slug, reference);
}

/** The requested slug is another entity's. */
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
