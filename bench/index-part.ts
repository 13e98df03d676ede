// A process of its own that indexes a share of the reviews: index-part.ts <url> <what> <first> <step> <rows>
import { closeDatabase, openDatabase } from '../src/db/driver/client.ts';
import { indexEntities } from '../src/search/store.ts';
import { grams, trigrams } from './candidates.ts';
import { connect } from './database.ts';
import { idOf } from './load.ts';

const [url = '', what, ...numbers] = process.argv.slice(2);
const [first = 0, step = 1, rows = 0] = numbers.map(Number);
const ids = Array.from({ length: Math.ceil((rows - first) / step) }, (_, at) =>
  idOf('review', first + at * step),
);
if (what === 'lexemes') {
  const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 };
  const db = openDatabase({ url }, settings);
  await indexEntities(db, 'review', ids);
  await closeDatabase(db);
} else {
  const sql = connect(url);
  for (const id of ids) await (what === 'grams' ? grams : trigrams).add(sql, id);
  await sql.end();
}
