import { listImageIds } from '../../../content/markdown/images.ts';
import { renderInThread } from '../../../content/markdown/pool.ts';
import { rendererVersion } from '../../../content/markdown/version.ts';
import type { Db, Tx } from '../../../db/driver/client.ts';
import type { Actor } from '../../../db/unit-of-work/audit.ts';
import { type ChangeSet, write } from '../../../db/unit-of-work/write.ts';
import { findShownImages } from '../../images/list.ts';

/** Data derived from a body: the rendering columns and the lexemes. */
export type Derived = Awaited<ReturnType<typeof derive>>;

/** The derived data of a body; within `writeRendered`. */
export type DerivedOf = (body: string) => Derived;

/** Renders a body for its review; one statement where it refers to images. */
export async function derive(db: Db, body: string, options?: { isBackground?: boolean }) {
  const shown = await findShownImages(db, listImageIds(body));
  const rendered = await renderInThread(body, { ...options, images: shown });
  const { warnings: renderWarnings, lexemes, ...rendering } = rendered;
  return { columns: { ...rendering, renderWarnings, rendererVersion }, lexemes };
}

/** The context of a write of reviews. */
export type Writing = [tx: Tx, changeSet: ChangeSet, derivedOf: DerivedOf];

/** Rolls back a transaction that needs a missing rendering. */
class RenderingMissing extends Error {
  readonly body: string;

  constructor(body: string) {
    super('The rendering is missing');
    this.body = body;
  }
}

/** Rolls back a transaction whose rendering shows an image that was deleted meanwhile. */
export class RenderingStale extends Error {
  override name = 'RenderingStale';
}

/** A body of more UTF-16 units than this takes long to render. */
const longBody = 50_000;

/**
 * A content write (db/unit-of-work/write.ts) with renderings, optimistically: nothing is rendered in an open transaction, since that
 * can take seconds. Work that needs an unexpected rendering is rolled back, and retried with it.
 * @param foreseen the body that the work is expected to need, which is rendered before the transaction unless it is long:
 *   a write that is refused or changes nothing is not worth seconds of a processor. Several are rendered in any case.
 */
export async function writeRendered<T>(
  db: Db,
  actor: Actor,
  foreseen: string | undefined | string[],
  work: (tx: Tx, changeSet: ChangeSet, derivedOf: DerivedOf) => Promise<T>,
): Promise<T> {
  const isLong = typeof foreseen === 'string' && foreseen.length > longBody;
  const bodies = isLong ? [] : [foreseen].flat().filter((body) => body !== undefined);
  const derived = bodies.map(async (body) => [body, await derive(db, body)] as const);
  return writeWith(db, actor, new Map(await Promise.all(derived)), work);
}

/** The same with existing renderings. @param known the derived data of each expected body; missing ones are added */
export async function writeWith<T>(
  db: Db,
  actor: Actor,
  known: Map<string, Derived>,
  work: (tx: Tx, changeSet: ChangeSet, derivedOf: DerivedOf) => Promise<T>,
): Promise<T> {
  const derivedOf: DerivedOf = (body) => {
    const derived = known.get(body);
    if (!derived) throw new RenderingMissing(body);
    return derived;
  };
  for (;;) {
    try {
      return await write(db, actor, (tx, changeSet) => work(tx, changeSet, derivedOf));
    } catch (error) {
      if (error instanceof RenderingMissing) known.set(error.body, await derive(db, error.body));
      else if (error instanceof RenderingStale)
        for (const body of known.keys()) known.set(body, await derive(db, body));
      else throw error;
    }
  }
}
