import { LRUCache } from 'lru-cache';
import { Buckets } from './buckets.ts';

/** The rate limits of a caller; 0 for none. */
export interface LimitSettings {
  LIMIT_READS_PER_SECOND: number;
  LIMIT_WRITES_PER_SECOND: number;
  LIMIT_BURST_SECONDS: number;
  LIMIT_FAILED_KEYS_PER_MINUTE: number;
}

/** The settings without limits. */
export const unlimited = {
  LIMIT_READS_PER_SECOND: 0,
  LIMIT_WRITES_PER_SECOND: 0,
  LIMIT_FAILED_KEYS_PER_MINUTE: 0,
} as const;

/** The most keys that are known as valid. */
const mostKeys = 10_000;

/** The token buckets; null for what is not limited. */
export class Limits {
  readonly reads: Buckets | null;
  readonly writes: Buckets | null;
  /** Health checks and OPTIONS: as many as reads, in a bucket of their own, so that no reads fail a health check. */
  readonly probes: Buckets | null;
  /** Invalid keys, by the address of the sender. */
  readonly failures: Buckets | null;
  /** The ids of keys that were valid at their last use, by the hash of their secret. */
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
