/** A start is refused: the database cannot be used by this Postil, or is not free in time. The message is one line for the operator. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}
