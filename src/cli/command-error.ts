/** A command cannot do what was asked; the message is one line that says why and what to do. */
export class CommandError extends Error {
  override name = 'CommandError';
}
