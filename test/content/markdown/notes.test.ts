import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const folder = 'test/content/markdown/notes';
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** All that is derived of a note, as text in which a change is easily seen. */
function describe(body: string): string {
  const { html, text, sections, warnings, ...facts } = renderMarkdown(body);
  const listed = sections.map(({ level, kind, anchor, heading }) =>
    [`h${level}`, kind, anchor, heading].join(' | '),
  );
  const parts = {
    html,
    text,
    sections: listed.join('\n'),
    facts: JSON.stringify({ ...facts, warnings }, null, 2),
  };
  return Object.entries(parts)
    .map(([name, part]) => `=== ${name}\n${part}\n`)
    .join('');
}

test('notes in the shapes that people write come out as they did before (UPDATE_SNAPSHOTS=1 writes anew)', () => {
  assert.ok(names.length >= 40);
  for (const name of names) {
    const snapshot = join(folder, name.replace('.md', '.snapshot'));
    const described = describe(readFileSync(join(folder, name), 'utf8'));
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(snapshot, described);
    assert.equal(described, readFileSync(snapshot, 'utf8'), name);
  }
});
