import type { Figures } from './measuring.ts';

/** What was measured of one request, of each server. */
export interface Measured {
  group: string;
  what: string;
  figures: Figures[];
}

/** One figure that says how good it is, and what it has to be. */
export interface Finding {
  group: string;
  what: string;
  value: number;
  /** `×` for a ratio. */
  unit: '×' | 'ms' | 's' | 'MB' | 'a second';
  /** What is wanted of it; without it it is only told. */
  least?: number;
  most?: number;
  note?: string;
}

/** What a run, or several of parts of it, found out about a size of data. */
export interface Results {
  rows: number;
  machine: Record<string, unknown>;
  /** By group, when it was measured. */
  measuredAt: Record<string, string>;
  measured: Measured[];
  findings: Finding[];
}

/** Whether a finding is what is wanted of it; null when nothing is. */
export function judge({ value, least, most }: Finding): boolean | null {
  if (least === undefined && most === undefined) return null;
  return value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY);
}

/** The results with those of the groups that went to their end replaced, so that a run of parts renews only them. */
export function mergeResults(before: Results | undefined, now: Results): Results {
  const renewed = Object.keys(now.measuredAt);
  const merge = <Item extends { group: string }>(old: Item[], fresh: Item[]) => [
    ...old.filter(({ group }) => !renewed.includes(group)),
    ...fresh.filter(({ group }) => renewed.includes(group)),
  ];
  return {
    ...now,
    measuredAt: { ...before?.measuredAt, ...now.measuredAt },
    measured: merge(before?.measured ?? [], now.measured),
    findings: merge(before?.findings ?? [], now.findings),
  };
}
