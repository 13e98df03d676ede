import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { putIntoReadme, readResults, resultsFolder } from '../../bench/kept.ts';
import { drawPlot } from '../../bench/plot.ts';

test('README and the plot show the results of the benchmark that are kept', async () => {
  const all = await readResults(resultsFolder);
  const readme = await readFile('README.md', 'utf8');
  assert.ok(putIntoReadme(readme, all) === readme, 'README has other results: npm run bench -- report');
  const plot = await readFile(`${resultsFolder}/benchmark.svg`, 'utf8');
  assert.ok(drawPlot(all) === plot, 'the plot has other results: npm run bench -- report');
});
