/** Why JSON is refused, for the caller, with the JSON pointer (RFC 6901) of the value where there is one. */
export class JsonFault extends Error {
  readonly reason: string;
  readonly pointer?: string;

  constructor(reason: string, pointer?: string) {
    // Without a stack trace, the largest cost of a refusal.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'JsonFault';
    this.reason = reason;
    if (pointer !== undefined) this.pointer = pointer;
  }
}
