import { type Finding, judge, type Results } from './results.ts';

/** Prints what was measured, and what is wanted beside it. */
export function printResults({ rows, machine, measured, findings }: Results): void {
  process.stdout.write(`${rows} reviews, ${JSON.stringify(machine)}\n`);
  console.table(
    measured.flatMap(({ group, what, figures }) => figures.map((one) => ({ group, what, ...one }))),
  );
  console.table(
    findings.map((finding) => ({
      ...{ group: finding.group, what: finding.what, measured: write(finding.value, finding) },
      ...{ wanted: writeGoal(finding), judged: writeJudgement(finding) },
    })),
  );
}

/** What is kept as Markdown: for each size a table of all that something is wanted of, and of what is told with it. */
export function writeReport(all: Results[]): string {
  if (all.length === 0) return 'Nothing was measured yet.\n';
  return all.map(writeSize).join('\n');
}

function writeSize({ rows, machine, measuredAt, findings }: Results): string {
  const { processors, processor, gibibytes, node, version, fsync } = machine;
  const database = /^PostgreSQL [\d.]+/.exec(`${version}`)?.[0] ?? version;
  const days = [...new Set(Object.values(measuredAt).map((time) => time.slice(0, 10)))].sort();
  const lines = findings.map(
    (finding) =>
      `| ${finding.what} | ${writeGoal(finding)} | ${write(finding.value, finding)}${judge(finding) === false ? ', missed' : ''} |`,
  );
  return `${rows.toLocaleString('en')} reviews, measured ${days.join(', ')} on ${processors} cores (${processor}), ${gibibytes} GB, Node ${node}, ${database} (fsync ${fsync}):

| what | wanted | measured |
| --- | --- | --- |
${lines.join('\n')}
`;
}

const write = (value: number, { unit }: Finding) => (unit === '×' ? `${value} ×` : `${value} ${unit}`);

export function writeGoal(finding: Finding): string {
  const { least, most } = finding;
  if (least !== undefined) return `≥ ${write(least, finding)}`;
  return most === undefined ? '' : `≤ ${write(most, finding)}`;
}

function writeJudgement(finding: Finding): string {
  const isMet = judge(finding);
  return isMet === null ? '' : isMet ? 'met' : 'missed';
}
