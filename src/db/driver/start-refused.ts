/** The start fails: this Postil cannot use the database, or waited too long for it. The message is one line for the operator. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}
