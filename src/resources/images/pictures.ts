import { and, eq, type SQL, sql } from 'drizzle-orm';
import { isSigned } from '../../access/signature.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { images } from '../../db/schema/images.ts';
import { siteState } from '../../db/schema/site.ts';
import { type PublicState, readState, stateColumn } from '../../db/unit-of-work/site.ts';
import { entities } from '../../entities.ts';
import { imageList } from './list.ts';

/** What the bytes of an image are served by. */
export interface Picture {
  id: string;
  mediaType: (typeof images.$inferSelect)['mediaType'];
  width: number;
  height: number;
  /** Whether a published review shows it. */
  isPublic: boolean;
  state: PublicState | undefined;
}

/** Finds an image that the viewer may see, or that a signature grants; one statement. */
export async function findPicture(
  db: Db,
  viewer: Viewer,
  id: string,
  signed: { expires?: string; signature?: string },
): Promise<Picture | undefined> {
  const visible: SQL = imageList.visible(viewer) ?? sql`true`;
  const isPublic = sql<boolean>`${entities.image.isPublic}`;
  const [found] = await db
    .select({
      ...{ id: images.id, mediaType: images.mediaType, width: images.width, height: images.height },
      isPublic,
      isVisible: sql<boolean>`${visible}`,
      ...{ key: siteState.signingKey, now: sql<number>`extract(epoch from now())::float8` },
      state: stateColumn,
    })
    .from(images)
    .innerJoin(siteState, sql`true`)
    .where(and(eq(images.id, id)));
  if (!found) return undefined;
  const { key, now, state, isVisible, ...picture } = found;
  if (!isVisible && !isSigned(key, id, signed, now)) return undefined;
  return { ...picture, state: readState(state) };
}
