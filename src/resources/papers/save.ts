import { eq } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/client.ts';
import { lockRow } from '../../db/lock.ts';
import { papers } from '../../db/schema.ts';
import type { ChangeSet } from '../../db/write.ts';
import { entities } from '../../entities.ts';
import { isVisible } from '../../list/run.ts';
import { invalidBody } from '../../problems.ts';
import { findBySlug, hiddenThing, type KnownThing, type Saved, tellSaved } from '../../slugs/save.ts';
import { listIdentifiers, type PaperContent, patchContent, readContent } from './content.ts';
import { claimIdentifiers, identifiersTaken } from './identifiers.ts';
import { paperList } from './list.ts';
import type { NewPaper } from './schema.ts';
import { insertPublicPaper, updatePaper } from './store.ts';

/**
 * Sees to it that a paper is there as it is sent: creates it, or changes what is sent of the one that has one of its
 * identifiers, or else its slug.
 * @throws Problem invalid-body without an identifier and a slug, conflict, and all that creating and changing throw
 */
export async function savePaper(
  tx: Tx,
  changeSet: ChangeSet,
  input: NewPaper,
  actor: Viewer,
): Promise<Saved> {
  const content = readContent(input, '');
  const known = await findKnown(tx, content, input.slug, actor);
  if (!known) return tellSaved(null, await insertPublicPaper(tx, changeSet, content, input.slug, actor));
  const where = eq(papers.id, known.id);
  if (!(await isVisible(tx, paperList, actor, where))) throw hiddenThing('paper');
  const locked = await lockRow(tx, papers, where, 'any');
  const slug = known.isFormer ? undefined : input.slug;
  const change = { slug, content: (current: PaperContent) => patchContent(current, input) };
  const saved = await updatePaper(tx, changeSet, locked, change, actor);
  return tellSaved(locked.revision, saved);
}

async function findKnown(
  tx: Tx,
  { identifiers }: PaperContent,
  slug: string | undefined,
  actor: Viewer,
): Promise<KnownThing | undefined> {
  if (slug === undefined && listIdentifiers(identifiers).length === 0) {
    throw invalidBody(
      '/slug',
      'or one of `identifiers` is required: by one of them the paper is known when it is sent again',
    );
  }
  const owners = await claimIdentifiers(tx, identifiers);
  const [id, ...others] = new Set(owners.map(({ paperId }) => paperId));
  if (others.length > 0) throw identifiersTaken(owners, actor);
  const named = slug === undefined ? undefined : await findBySlug(tx, entities.paper, slug);
  return id === undefined ? named : { id, isFormer: named?.id === id && named.isFormer };
}
