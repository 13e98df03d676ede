import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { operator } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { receiveUpload } from '../../http/upload.ts';
import { openImageProcessor } from '../../images/processor.ts';
import { storeImage } from '../../resources/images/store.ts';
import type { Storage } from '../../storage/storage.ts';
import { sampleFigures } from './figures.ts';
import type { SampleReview } from './review.ts';

const noLimits = { bytes: Number.POSITIVE_INFINITY, onMebibyte: () => undefined };
/** A figure alone in its paragraph, and the blank line before it. */
const figure = /\n\n(!\[[^\]]*\]\()(figures\/[\w.-]+)( "[^"]*"\))(?=\n)/g;

/**
 * Stores the figures of the sample as `POST /v1/images` does. Nothing that goes wrong with them stops a start: the log says
 * so, and the sample has none.
 * @returns the ids of the images by the names of the figures
 */
export async function storeFigures(
  db: Db,
  storage: Storage,
  log: Pick<Logger, 'warn'>,
): Promise<Map<string, string>> {
  const processor = openImageProcessor();
  const works = { db, storage, processor, prepare: () => storage.check() };
  const ids = new Map<string, string>();
  try {
    await works.prepare();
    for (const [name, { alt, svg }] of Object.entries(sampleFigures)) {
      const upload = await receiveUpload(Readable.from([Buffer.from(svg)]), 'image/svg+xml', noLimits);
      const stored = await storeImage(works, { ...upload, alt }, operator).finally(upload.remove);
      ids.set(name, stored.image.id);
    }
    return ids;
  } catch (error) {
    const { message, cause } = error as Error;
    log.warn({ cause: `${cause ?? message}` }, 'the sample reviews come without figures');
    return new Map();
  } finally {
    await processor.close();
  }
}

/** A sample review with images in the places of its figures, the first of which is its cover; without those that are not there. */
export function showFigures(review: SampleReview, ids: ReadonlyMap<string, string>) {
  const shown: string[] = [];
  const body = review.body.replace(figure, (_, alt: string, name: string, title: string) => {
    const id = ids.get(name);
    if (id === undefined) return '';
    shown.push(id);
    return `\n\n${alt}image:${id}${title}`;
  });
  return { ...review, body, cover: shown[0] ?? null };
}
