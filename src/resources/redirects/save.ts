import { and, eq } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/driver/client.ts';
import { redirects } from '../../db/schema/redirects.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { isVisible } from '../../query/run.ts';
import { hiddenThing, requireNone, type Saved, tellSaved, type Upsert } from '../../slugs/save.ts';
import { type ReadRedirect, redirectList } from './list.ts';
import type { NewRedirect, RedirectPatch } from './schema.ts';
import { insertRedirect, updateRedirect } from './store.ts';

/**
 * Upserts a redirect: updates the one with its id, else its path, or inserts it.
 * @throws Problem not-found (by its id), conflict, and all that creating and changing throw
 */
export async function saveRedirect(
  tx: Tx,
  changeSet: ChangeSet,
  { data: { id: sentId, ...patch }, toCreate, expected }: Upsert<RedirectPatch, NewRedirect>,
  actor: Viewer,
): Promise<Saved> {
  const id = sentId ?? (await findByPath(tx, patch.path ?? ''));
  if (id === undefined) {
    requireNone(expected);
    return tellSaved(
      null,
      sluggedRedirect(await insertRedirect(tx, changeSet, toCreate(), actor)),
      membersOf,
    );
  }
  if (!(await isVisible(tx, redirectList, actor, eq(redirects.id, id))))
    throw hiddenThing('redirect', sentId);
  const { before, after } = await updateRedirect(tx, changeSet, id, { patch, expected }, actor);
  return tellSaved(sluggedRedirect(before), sluggedRedirect(after), membersOf);
}

async function findByPath(tx: Tx, path: string): Promise<string | undefined> {
  const [found] = await tx.select({ id: redirects.id }).from(redirects).where(eq(redirects.path, path));
  return found?.id;
}

/** The condition on all identifying members. */
export const matchNamedRedirect = ({ id, path }: { id?: string; path?: string }) =>
  and(
    id === undefined ? undefined : eq(redirects.id, id),
    path === undefined ? undefined : eq(redirects.path, path),
  );

const sluggedRedirect = (redirect: ReadRedirect) => ({ ...redirect, slug: redirect.id });

const membersOf = ({ path, target: { type, id, url } }: ReadRedirect) => ({
  path,
  target: { type, id, url },
});
