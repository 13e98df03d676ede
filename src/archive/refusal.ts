/** An archive is invalid; the message is one line for the terminal. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
  /** The message without the database's. */
  readonly plainly: string;

  constructor(message: string, plainly = message) {
    super(message);
    this.plainly = plainly;
  }
}

/** The database is not empty. */
export class NotEmpty extends ArchiveRefused {
  /** @param names of the tables with rows */
  constructor(names: string[]) {
    super(
      `The database is not empty (it holds ${names.join(', ')}): an archive goes into a new one, before the first start.`,
      'The database is not empty: an archive goes into a new one, that holds no key either.',
    );
  }
}
