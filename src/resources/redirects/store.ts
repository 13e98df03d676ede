import { and, eq } from 'drizzle-orm';
import { anonymous, operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { redirects } from '../../db/schema/redirects.ts';
import { purgeShown } from '../../db/unit-of-work/idempotency-store.ts';
import { type Locked, lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, lockNames, write } from '../../db/unit-of-work/write.ts';
import { Problem } from '../../problems.ts';
import { isVisible, readOne } from '../../query/run.ts';
import { type ReadRedirect, redirectList } from './list.ts';
import { completeWith, type Locate } from './location.ts';
import type { NewRedirect, Redirect, RedirectPatch } from './schema.ts';
import { settleTarget, type TargetColumns } from './target.ts';

/** The advisory lock of a path: of two writes that claim it, the second waits. */
export const pathLock = (path: string): string => `redirect ${path}`;

/** The operations of the resource, whose answers say where a visitor is sent. */
export function openRedirects(locate: Locate) {
  const complete = completeWith(locate);
  return {
    complete,
    create: (db: Db, input: NewRedirect, actor: Viewer): Promise<Redirect> =>
      write(db, actor, async (tx, changeSet) => complete(await insertRedirect(tx, changeSet, input, actor))),
    change: (
      db: Db,
      id: string,
      expected: Precondition,
      patch: RedirectPatch,
      actor: Viewer,
    ): Promise<Redirect> =>
      write(db, actor, async (tx, changeSet) =>
        complete((await updateRedirect(tx, changeSet, id, { patch, expected }, actor)).after),
      ),
    remove: (db: Db, id: string, expected: Precondition, actor: Viewer): Promise<void> =>
      write(db, actor, async (tx, changeSet) => {
        await removeRedirect(tx, changeSet, id, expected, actor);
      }),
  };
}

/** Inserts a redirect. @throws Problem conflict when its path has one, invalid-body */
export async function insertRedirect(
  tx: Tx,
  changeSet: ChangeSet,
  { path, target }: NewRedirect,
  actor: Viewer,
): Promise<ReadRedirect> {
  const columns = await settleTarget(tx, target, actor);
  await claimPath(tx, path, actor);
  const [row] = await tx
    .insert(redirects)
    .values({ path, ...columns })
    .returning({ id: redirects.id, slug: redirects.slug, revision: redirects.revision });
  if (!row) throw new Error('A redirect was inserted and is not there');
  await guardPublic(tx, row.id, actor);
  changeSet.record('create', 'redirect', null, row);
  return readRedirect(tx, row.id);
}

/** @throws Problem forbidden when the public sees the redirect, and the actor may not change what it sees */
async function guardPublic(tx: Tx, id: string, actor: Viewer): Promise<void> {
  if (actor.scopes.has('reviews:publish')) return;
  if (await isVisible(tx, redirectList, anonymous, eq(redirects.id, id)))
    requireScope(actor, 'reviews:publish', 'A redirect that the public sees');
}

/** Locks a path that has no redirect. @throws Problem conflict, which names one that the actor may see */
async function claimPath(tx: Tx, path: string, actor: Viewer): Promise<void> {
  await lockNames(tx, [pathLock(path)]);
  const [other] = await tx.select({ id: redirects.id }).from(redirects).where(eq(redirects.path, path));
  if (!other) return;
  const isSeen = await isVisible(tx, redirectList, actor, eq(redirects.id, other.id));
  const who = isSeen ? `The redirect ${other.id}` : 'A redirect that this key may not see';
  throw new Problem('conflict', `${who} has the path ${path} already. Change it, or delete it first.`, {
    errors: [{ pointer: '/path', detail: 'is the path of another redirect' }],
  });
}

/** Applies a merge patch. @throws Problem not-found, precondition-failed, conflict, invalid-body */
export async function updateRedirect(
  tx: Tx,
  changeSet: ChangeSet,
  id: string,
  { patch, expected }: { patch: RedirectPatch; expected: Precondition },
  actor: Viewer,
): Promise<{ before: ReadRedirect; after: ReadRedirect }> {
  // In the order of locks: what it leads to, paths, redirects.
  const target = patch.target && (await settleTarget(tx, patch.target, actor));
  const { path: current } = await readRedirect(tx, id);
  if (patch.path !== undefined && patch.path !== current) await claimPath(tx, patch.path, actor);
  const locked = await lockRow(tx, redirects, eq(redirects.id, id), expected);
  await guardPublic(tx, id, actor);
  const before = await readRedirect(tx, id);
  const { path = before.path } = patch;
  if (path === before.path && (!target || leadsTo(before, target))) return { before, after: before };
  await tx
    .update(redirects)
    .set({ path, ...target, ...nextRevision(redirects) })
    .where(and(eq(redirects.id, id), eq(redirects.revision, locked.revision)));
  await guardPublic(tx, id, actor);
  const after = await readRedirect(tx, id);
  changeSet.record('update', 'redirect', locked, { id, slug: id, revision: after.revision });
  return { before, after };
}

const leadsTo = ({ target }: ReadRedirect, { reviewId, categoryId, url }: TargetColumns) =>
  target.id === (reviewId ?? categoryId) && target.url === url;

/** Deletes a redirect. @returns its former state */
export async function removeRedirect(
  tx: Tx,
  changeSet: ChangeSet,
  id: string,
  expected: Precondition,
  actor: Viewer,
): Promise<Locked> {
  const redirect = await lockRow(tx, redirects, eq(redirects.id, id), expected);
  await guardPublic(tx, id, actor);
  changeSet.record('delete', 'redirect', redirect, null);
  await tx.delete(redirects).where(eq(redirects.id, id));
  await purgeShown(tx, id);
  return redirect;
}

/** @throws Problem not-found */
export async function readRedirect(tx: Tx, id: string): Promise<ReadRedirect> {
  const redirect = await readOne(tx, redirectList, operator, eq(redirects.id, id));
  if (!redirect) throw new Problem('not-found');
  return redirect;
}
