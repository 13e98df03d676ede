import { and, eq } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import type { Tx } from '../../db/driver/client.ts';
import { papers } from '../../db/schema/tables.ts';
import { lockRow } from '../../db/unit-of-work/lock.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { invalidBody } from '../../problems.ts';
import { isVisible } from '../../query/run.ts';
import {
  findBySlug,
  hiddenThing,
  type KnownThing,
  requireNone,
  type Saved,
  tellSaved,
  type Upsert,
} from '../../slugs/save.ts';
import {
  contentOfPaper,
  linkedIdentifiers,
  listIdentifiers,
  type PaperContent,
  patchPaperContent,
  readPaperContent,
  sentIdentifiers,
} from './content.ts';
import { findOwners, identifiersTaken, lockIdentifiers } from './identifiers.ts';
import { hasIdentifier, paperList } from './list.ts';
import type { NewPaper, Paper, PaperPatch } from './schema.ts';
import { insertPublicPaper, readPaper, updatePaper } from './store.ts';

/**
 * Upserts a paper: updates the one with its id, else one of its identifiers, else its slug, or inserts it.
 * @throws Problem invalid-body without any of these, not-found (by its id), conflict, and all that creating and
 * changing throw
 */
export async function savePaper(
  tx: Tx,
  changeSet: ChangeSet,
  { data: { id, ...sent }, toCreate, expected }: Upsert<PaperPatch, NewPaper>,
  actor: Viewer,
): Promise<Saved> {
  const identifiers = listIdentifiers(sentIdentifiers(sent));
  const linked = linkedIdentifiers(sent);
  await lockIdentifiers(tx, [...identifiers, ...linked]);
  const known =
    id === undefined ? await findKnown(tx, identifiers, sent.slug, actor) : { id, isFormer: false };
  if (!known) {
    requireNone(expected);
    const content = readPaperContent(toCreate(), '');
    const created = await insertPublicPaper(tx, changeSet, { content, linked, slug: sent.slug }, actor);
    return tellSaved(null, created, membersOf);
  }
  const where = eq(papers.id, known.id);
  if (!(await isVisible(tx, paperList, actor, where))) throw hiddenThing('paper', id);
  await lockRow(tx, papers, where, expected);
  const current = await readPaper(tx, known.id);
  const slug = known.isFormer ? undefined : sent.slug;
  const change = { slug, linked, content: (content: PaperContent) => patchPaperContent(content, sent) };
  return tellSaved(current, await updatePaper(tx, changeSet, current, change, actor), membersOf);
}

/** The condition on all identifying members. */
export const matchNamedPaper = ({ id, slug, ...sent }: PaperPatch & { id?: string }) =>
  and(
    id === undefined ? undefined : eq(papers.id, id),
    slug === undefined ? undefined : eq(papers.slug, slug),
    ...listIdentifiers(sentIdentifiers(sent)).map(({ scheme, value }) => hasIdentifier(scheme, value)),
  );

const membersOf = (paper: Paper) => ({ slug: paper.slug, ...contentOfPaper(paper) });

async function findKnown(
  tx: Tx,
  identifiers: Identifier[],
  slug: string | undefined,
  actor: Viewer,
): Promise<KnownThing | undefined> {
  if (slug === undefined && identifiers.length === 0) {
    throw invalidBody(
      '/slug',
      'or one of `identifiers` is required: by one of them the paper is known when it is sent again',
    );
  }
  const owners = await findOwners(tx, identifiers);
  const [id, ...others] = new Set(owners.map(({ paperId }) => paperId));
  if (others.length > 0) throw identifiersTaken(owners, actor);
  const named = slug === undefined ? undefined : await findBySlug(tx, entities.paper, slug);
  return id === undefined ? named : { id, isFormer: named?.id === id && named.isFormer };
}
