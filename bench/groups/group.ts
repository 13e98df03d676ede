import type { Data } from '../data.ts';
import type { Figures, Tools } from '../measuring.ts';
import type { Finding } from '../results.ts';

/** What a group of cases works with. */
export interface Bench {
  tools: Tools;
  /** Where databases are made. */
  postgresUrl: string;
  /** Whether that forces writes to disk. */
  isDurable: boolean;
  /** Whether databases that a group makes are left for the next run. */
  keep: boolean;
  /** Reviews of 6 KB, as many as were asked for. */
  data: Data;
  /** Whether a read of that name is to be measured. */
  wants(read: string): boolean;
  /** Takes what was measured of one request. */
  measured(what: string, figures: Figures[]): void;
  found(finding: Omit<Finding, 'group'>): void;
}

export type Group = (bench: Bench) => Promise<void>;

/** The figures of one server. */
export function figuresOf(figures: Figures[], server: string): Figures {
  const found = figures.find((one) => one.server === server);
  if (!found) throw new Error(`Nothing was measured of ${server}.`);
  return found;
}

/** How many times as much one is as the other. */
export function ratio(one: number, other: number): number {
  return other === 0 ? 0 : Number((one / other).toPrecision(3));
}
