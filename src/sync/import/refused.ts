/** What is imported cannot be, as a whole; the message is a sentence for the terminal, without its stop. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}
