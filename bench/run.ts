// npm run bench -- <name> [options]
import { benchRender } from './render.ts';
import { benchSearch } from './search.ts';

const benches: Record<string, (options: string[]) => Promise<void>> = {
  render: benchRender,
  search: benchSearch,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
if (bench) await bench(options);
else {
  process.stderr.write(
    `There is no benchmark named "${name}". There are: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 1;
}
