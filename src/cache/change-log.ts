/** The number of versions whose changes are known. */
const most = 256;

/** The changes of the last public versions: a stored response stays current over versions that did not change it. */
export class ChangeLog {
  readonly #known = new Map<number, ReadonlySet<string>>();

  record(version: number, changed: ReadonlySet<string>): void {
    this.#known.set(version, changed);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= most) return;
      this.#known.delete(oldest);
    }
  }

  clear(): void {
    this.#known.clear();
  }

  /**
   * Whether what was read at a version is known to be unchanged at a later one.
   * @param invalidatedBy the surrogate keys that invalidate it; null for any change
   */
  isUnaffected(invalidatedBy: string[] | null, from: number, to: number): boolean {
    if (from >= to) return true;
    if (!invalidatedBy || to - from > most) return false;
    for (let version = from + 1; version <= to; version += 1) {
      const changed = this.#known.get(version);
      if (!changed || invalidatedBy.some((name) => changed.has(name))) return false;
    }
    return true;
  }
}
