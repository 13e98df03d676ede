import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { putIntoReport, readResults, report, resultsFolder } from '../../bench/kept.ts';
import { drawPlot } from '../../bench/plot.ts';

test('the report and the plot show the results of the benchmark that are kept', async () => {
  const all = await readResults(resultsFolder);
  const text = await readFile(report, 'utf8');
  assert.ok(putIntoReport(text, all) === text, 'the report has other results: npm run bench -- report');
  const plot = await readFile(`${resultsFolder}/benchmark.svg`, 'utf8');
  assert.ok(drawPlot(all) === plot, 'the plot has other results: npm run bench -- report');
});
