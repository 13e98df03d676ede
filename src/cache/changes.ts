/** Of so many versions, the last ones that were told of, it is known what changed. */
const most = 256;

/** What changed at which public version, as far as it was told: answers outlive the versions that did not change them. */
export class Changes {
  readonly #known = new Map<number, ReadonlySet<string>>();

  note(version: number, changed: ReadonlySet<string>): void {
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
   * Whether it is certain that what was read at a version is the same at a later one.
   * @param changesBy the names that it changes by; null for any change
   */
  spare(changesBy: string[] | null, from: number, to: number): boolean {
    if (from >= to) return true;
    if (!changesBy || to - from > most) return false;
    for (let version = from + 1; version <= to; version += 1) {
      const changed = this.#known.get(version);
      if (!changed || changesBy.some((name) => changed.has(name))) return false;
    }
    return true;
  }
}
