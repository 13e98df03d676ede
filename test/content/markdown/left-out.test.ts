import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const warningsOf = (body: string) =>
  renderMarkdown(body).warnings.map(({ line, source, detail }) => ({ line, source, detail }));

test('cells beyond the header of a table, and footnotes that nothing refers to, are warned of with their lines and texts', () => {
  const table =
    '| a | b |\n| - | - |\n| `x | y` | 2 |\n| 1 | $|z|$ |\n| 1 | 2 | **3** | $4$ |\n| 1 | 2 | |\n';
  const found = warningsOf(`# T\n\n${table}\n[^1]: A note.\n`);
  assert.deepEqual(
    found.map(({ line, source }) => [line, source]),
    [
      [5, '2'],
      [7, '3 | $4$'],
      [10, '[^1]'],
    ],
  );
  assert.match(found[0]?.detail ?? '', /more cells than the header .* is written `\\\|`$/);
  assert.deepEqual(
    warningsOf(table.replaceAll(/\n.*(?:`x|3\*\*).*(?=\n)/g, '').replace('`x | y`', '`x \\| y`')),
    [],
  );
});
