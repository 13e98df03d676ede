import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel counts a second in (`getconf CLK_TCK`): 100 on every Linux there is. */
const ticksPerSecond = 100;

interface Stat {
  parent: number;
  /** Of the process itself, and of those of its children that ended, in seconds. */
  own: number;
  ended: number;
}

/** @returns undefined where there is no such process, or no /proc */
function readStat(pid: number | string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // proc(5): the name, which may hold anything, is in parentheses; the third field is behind them.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = (field: number) => Number(fields[field - 3]) / ticksPerSecond;
  return {
    parent: Number(fields[4 - 3]),
    own: seconds(14) + seconds(15),
    ended: seconds(16) + seconds(17),
  };
}

/** The processor time that a process has taken, in seconds, all its threads together; 0 when it cannot be told. */
export function cpuOf(pid: number): number {
  return readStat(pid)?.own ?? 0;
}

/** The processor time of a process and all that it started, living or ended, in seconds; 0 for none (0). */
export function cpuOfTree(root: number): number {
  if (root === 0) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .filter((stat) => stat?.parent === root)
    .reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
  const stat = readStat(root);
  return children + (stat ? stat.own + stat.ended : 0);
}

/** The parent of a process; 0 when it cannot be told. */
export function parentOf(pid: number): number {
  return readStat(pid)?.parent ?? 0;
}

/** The resident memory of a process now and at its most, in MB; zeros when it cannot be told. */
export function memoryOf(pid: number): { now: number; peak: number } {
  let text = '';
  try {
    text = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // There is no such process, or no /proc.
  }
  const read = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
