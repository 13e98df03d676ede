import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { reportFolder } from '../../../drills/render-folder.ts';

test('the drill of a folder counts notes, formulas, links and faults by kind, and names text that is lost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postil-folder-'));
  try {
    mkdirSync(join(folder, 'a'));
    writeFileSync(
      join(folder, 'one.md'),
      '---\ntitle: x\n---\n\n$x$ [here](#method) [gone](#a) [also](#b)\n\n## Method\n',
    );
    writeFileSync(join(folder, 'a/two.md'), 'seen $\\frac{1}$\n\n<script>hidden words</script>\n');
    writeFileSync(join(folder, 'a/three.txt'), 'no note');
    const report = reportFolder(folder);
    assert.match(report, /^2 notes, 0 of them shown as their source, 1 formulas, 3 links within a text\n/);
    assert.match(report, / 2 {2}The link leads nowhere/);
    assert.match(report, / 1 {2}<…> is not allowed|… is not allowed/);
    assert.match(report, /1 notes with words that the plain text has not\n.*two\.md: hidden words\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
