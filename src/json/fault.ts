/** Why a request's JSON is refused, in words for whoever sent it, and at which value (RFC 6901) where that can be said. */
export class JsonFault extends Error {
  readonly reason: string;
  readonly pointer?: string;

  constructor(reason: string, pointer?: string) {
    // No stack trace: the most that a refusal costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'JsonFault';
    this.reason = reason;
    if (pointer !== undefined) this.pointer = pointer;
  }
}
