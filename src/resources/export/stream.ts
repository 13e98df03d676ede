import { sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/driver/client.ts';
import { reviews } from '../../db/schema/tables.ts';
import { readRanked } from '../../query/ranked.ts';
import { reviewDetail } from '../reviews/list/list.ts';
import type { Review } from '../reviews/schema.ts';

/** The bounds of a batch, in rows and bytes, for flat memory. */
const rowsPerBatch = 20;
const bytesPerBatch = 200_000;

/** Streams every review that the viewer may see, by id, in batches on demand (backpressure); one statement each. */
export async function* streamReviews(db: Queryable, viewer: Viewer): AsyncGenerator<Review[]> {
  const visible = reviewDetail.visible(viewer) ?? sql`true`;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    // The length of a TOASTed text is known without reading it.
    const placed = sql`
      select id, place from (
        select id, row_number() over (order by id) as place, sum(octet_length(body) + octet_length(html)) over (order by id) as bytes
        from (select id, body, html from ${reviews} where id > ${after}::uuid and ${visible} order by id limit ${rowsPerBatch}) following) sized
      where place = 1 or bytes <= ${bytesPerBatch}`;
    const { data: batch } = await readRanked(db, reviewDetail, viewer, placed, rowsPerBatch);
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.id;
  }
}
