/** A command failed; the message is one line with the reason and the remedy. */
export class CommandError extends Error {
  override name = 'CommandError';
}
