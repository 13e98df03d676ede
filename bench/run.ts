// npm run bench -- [options] measures everything; npm run bench -- <name> [options] one thing that is apart
import { benchAgainst } from './against.ts';
import { reportKept } from './kept.ts';
import { benchRender } from './render.ts';
import { benchSearch } from './search.ts';
import { benchAll } from './whole.ts';

const benches: Record<string, (options: string[]) => Promise<void>> = {
  '--against': benchAgainst,
  render: benchRender,
  report: reportKept,
  search: benchSearch,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
if (bench) await bench(options);
else if (name === '' || name.startsWith('--')) await benchAll(process.argv.slice(2));
else {
  process.stderr.write(
    `There is no benchmark named "${name}". There are: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 1;
}
