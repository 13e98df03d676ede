import { and, eq, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/driver/client.ts';
import { categories, reviews } from '../../db/schema/tables.ts';
import { entities } from '../../entities.ts';
import { invalidBody } from '../../problems.ts';
import { findBySlug } from '../../slugs/save.ts';
import { reviewList } from '../reviews/list/list.ts';
import type { SentTarget } from './schema.ts';

/** The columns of a target, one of which is not null. */
export interface TargetColumns {
  reviewId: string | null;
  categoryId: string | null;
  url: string | null;
}

const none: TargetColumns = { reviewId: null, categoryId: null, url: null };

/**
 * Finds what a target names, and locks it until the end of the write, so that it is not deleted meanwhile.
 * @throws Problem invalid-body when it names nothing, or nothing that the actor may see
 */
export async function settleTarget(tx: Tx, sent: SentTarget, actor: Viewer): Promise<TargetColumns> {
  const { type, url = null } = sent;
  const id = sent.id ?? null;
  const slug = sent.slug ?? null;
  if (type === 'address') {
    if (url === null || id !== null || slug !== null)
      throw invalidBody(
        '/target',
        'must have a `url` and neither `id` nor `slug`, since its type is address',
      );
    return { ...none, url };
  }
  if (url !== null || (id === null && slug === null))
    throw invalidBody('/target', `must have the \`id\` or \`slug\` of a ${type} and no \`url\``);
  const named = id ?? (await findBySlug(tx, entities[type], slug ?? ''))?.id;
  const found = named === undefined ? undefined : await holdTarget(tx, type, named, actor);
  if (found !== undefined) return { ...none, [type === 'review' ? 'reviewId' : 'categoryId']: found };
  const [member, name] = id === null ? ['slug', slug] : ['id', id];
  throw invalidBody(`/target/${member}`, `there is no ${type} "${name}" that this key may see`);
}

async function holdTarget(
  tx: Tx,
  type: 'review' | 'category',
  id: string,
  actor: Viewer,
): Promise<string | undefined> {
  const table = type === 'review' ? reviews : categories;
  const visible: SQL | undefined = type === 'review' ? reviewList.visible(actor) : undefined;
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), visible))
    .for('key share');
  return row?.id;
}
