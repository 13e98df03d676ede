import { type Finding, judge, type Results } from './results.ts';

/** Prints what was measured, and what is wanted beside it. */
export function printResults({ rows, machine, measured, findings }: Results): void {
  process.stdout.write(`${rows} reviews, ${JSON.stringify(machine)}\n`);
  console.table(
    measured.flatMap(({ group, what, figures }) => figures.map((one) => ({ group, what, ...one }))),
  );
  console.table(
    findings.map((finding) => ({
      ...{ group: finding.group, what: finding.what, measured: `${finding.value} ${finding.unit}` },
      ...{ wanted: writeGoal(finding), judged: writeJudgement(finding) },
    })),
  );
}

export function writeGoal({ least, most, unit }: Finding): string {
  if (least !== undefined) return `≥ ${least} ${unit}`;
  return most === undefined ? '' : `≤ ${most} ${unit}`;
}

export function writeJudgement(finding: Finding): string {
  const isMet = judge(finding);
  return isMet === null ? '' : isMet ? 'met' : 'missed';
}
