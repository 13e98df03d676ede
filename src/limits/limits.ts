import { LRUCache } from 'lru-cache';
import { Buckets } from './buckets.ts';

/** How fast a caller may ask; 0 for as fast as it can. */
export interface LimitSettings {
  LIMIT_READS_PER_SECOND: number;
  LIMIT_WRITES_PER_SECOND: number;
  LIMIT_BURST_SECONDS: number;
  LIMIT_FAILED_KEYS_PER_MINUTE: number;
}

/** The settings under which nobody is limited. */
export const unlimited = {
  LIMIT_READS_PER_SECOND: 0,
  LIMIT_WRITES_PER_SECOND: 0,
  LIMIT_FAILED_KEYS_PER_MINUTE: 0,
} as const;

/** So many keys are remembered to be good. */
const mostKeys = 10_000;

/** What callers have left; null for what is not limited. */
export class Limits {
  readonly reads: Buckets | null;
  readonly writes: Buckets | null;
  /** Health checks and OPTIONS: as many as reads, and apart from them, so that nobody's reads make a service look ill. */
  readonly probes: Buckets | null;
  /** Keys that were sent and are none, by the address that they came from. */
  readonly failures: Buckets | null;
  /** The ids of keys that were good when they were last used, by the hash of their secret. */
  readonly keys = new LRUCache<string, string>({ max: mostKeys });

  constructor(settings: LimitSettings) {
    const seconds = settings.LIMIT_BURST_SECONDS;
    this.reads = open(settings.LIMIT_READS_PER_SECOND, seconds);
    this.writes = open(settings.LIMIT_WRITES_PER_SECOND, seconds);
    this.probes = open(settings.LIMIT_READS_PER_SECOND, seconds);
    this.failures = open(settings.LIMIT_FAILED_KEYS_PER_MINUTE / 60, 60);
  }
}

function open(perSecond: number, seconds: number): Buckets | null {
  return perSecond === 0 ? null : new Buckets({ perSecond, burst: Math.round(perSecond * seconds) });
}
