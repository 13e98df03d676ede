import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { replaceGenerated } from '../scripts/generated.ts';
import { drawPlot } from './plot.ts';
import { writeReport } from './report.ts';
import { mergeResults, type Results } from './results.ts';

/** Where results are kept that are committed. */
export const resultsFolder = 'bench/results';
const plotName = 'benchmark.svg';

/** All that is kept, by size. */
export async function readResults(folder: string): Promise<Results[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^whole-\d+\.json$/.test(name));
  const all = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(`${folder}/${name}`, 'utf8')) as Results),
  );
  return all.sort((one, other) => one.rows - other.rows);
}

/** Keeps the results of a run beside those of other groups, and draws the plot again. */
export async function keepResults(folder: string, results: Results): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = (await readResults(folder)).find(({ rows }) => rows === results.rows);
  const merged = mergeResults(before, results);
  await writeFile(`${folder}/whole-${results.rows}.json`, `${JSON.stringify(merged, null, 2)}\n`);
  await writeFile(`${folder}/${plotName}`, drawPlot(await readResults(folder)));
}

/** The document that shows the results that are kept. */
export const report = 'bench/README.md';

/** The report with the results that are kept in place of those that it has. */
export function putIntoReport(text: string, all: Results[]): string {
  const plot = all.length > 0 ? `![The benchmark as a plot](results/${plotName})\n\n` : '';
  return replaceGenerated(text, 'benchmark', `${plot}${writeReport(all).trimEnd()}`);
}

/** Writes what is kept into the report, and draws the plot again, without measuring anything. */
export async function reportKept(): Promise<void> {
  const all = await readResults(resultsFolder);
  await writeFile(`${resultsFolder}/${plotName}`, drawPlot(all));
  await writeFile(report, putIntoReport(await readFile(report, 'utf8'), all));
}
