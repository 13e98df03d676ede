/** The catalogue of problem types (RFC 9457). */
export const problems = {
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    explanation:
      'The request could not be read: broken JSON, a duplicate key, text that is not UTF-8, a header sent twice, malformed percent-encoding. `detail` says what and where.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    explanation:
      'A path or query parameter is unknown, repeated or breaks its rule. Every fault stands in `errors`, each with the name of its `parameter`.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not valid here',
    explanation:
      'A cursor belongs to the sort and the filters of the list that gave it, and may not be changed. Start again from the first page, without `after` and `before`.',
  },
  'search-too-costly': {
    status: 400,
    title: 'The search takes too long',
    explanation:
      'The search took longer than a second of the database, and was ended. Send fewer words, or fewer of them in quotes; narrow it by filters.',
  },
  unauthorized: {
    status: 401,
    title: 'A valid key is needed',
    explanation:
      'The operation needs an API key, or the key that was sent is mistyped, unknown, expired or revoked. Send it as `Authorization: Bearer pst_…`.',
  },
  forbidden: {
    status: 403,
    title: 'The key lacks a scope',
    explanation: 'The key is valid but has not the scope that this needs. `detail` names the scope.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is here',
    explanation: 'There is no such thing, or it is not public and the request has no key that may see it.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    explanation: 'The address exists, but not for this method. The `Allow` header lists those it has.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    explanation: 'The request was not complete within the time limit. Send it again.',
  },
  conflict: {
    status: 409,
    title: 'The request conflicts with what is there',
    explanation: 'Another thing stands in the way. `detail` says which, and what to do.',
  },
  'slug-taken': {
    status: 409,
    title: 'The slug is taken',
    explanation: 'Another thing of this kind has the slug. Choose another, or leave it out to have one made.',
  },
  'identifier-conflict': {
    status: 409,
    title: 'The identifiers belong to different papers',
    explanation:
      'An identifier belongs to one paper. Those that were sent belong to more than one, or to another paper than the one addressed; `detail` names them.',
  },
  'in-use': {
    status: 409,
    title: 'The thing is in use',
    explanation: 'It cannot be deleted while others use it. `detail` says by how many.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The request is still being carried out',
    explanation:
      'Another request with this `Idempotency-Key` has not ended yet. Send this one again after the seconds in `Retry-After`, to get its answer.',
  },
  gone: {
    status: 410,
    title: 'What was asked for is no longer kept',
    explanation:
      'The changes after this version are not known here: it is older than what is kept, or from before the database was restored: start again with `since=0`. Or the first answer to an `Idempotency-Key` showed something that has been deleted for good since.',
  },
  'precondition-failed': {
    status: 412,
    title: 'The thing is not as the request expects it',
    explanation:
      'The ETag in `If-Match` is no longer the current one, or it was changed since the date in `If-Unmodified-Since`: read the thing again, apply the change to it, and send the new ETag. Or there is one already, where `If-None-Match: *` asked for a new one.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The request is too large',
    explanation: 'A request may have at most 8 MiB, a review body 1 MiB.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    explanation: 'A part of the path is longer than anything that could be found there.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The content type is not supported',
    explanation:
      'Bodies are JSON in UTF-8: `Content-Type: application/json` (for PATCH also `application/merge-patch+json`), without a `Content-Encoding`.',
  },
  'invalid-body': {
    status: 422,
    title: 'The body is not valid',
    explanation:
      'The JSON could be read, but breaks the schema or a rule. Every fault stands in `errors`, each with a JSON `pointer`.',
  },
  'image-invalid': {
    status: 422,
    title: 'The picture is not taken',
    explanation:
      'The file is no picture of a format that is taken, is truncated or broken, or is larger than a picture may be. `detail` says what was found, the rule, and what to do.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    explanation:
      'This key came with another request in the last 24 hours: with another method, address or body. Take a new key for every new request, and the same key only to send a request again as it was.',
  },
  'batch-undone': {
    status: 424,
    title: 'Not done, since another item failed',
    explanation:
      'With `atomic` a batch is written as a whole or not at all. Nothing is wrong with this item: mend those that failed, and send all of them again.',
  },
  'precondition-required': {
    status: 428,
    title: 'A precondition is required',
    explanation:
      'Changing a thing needs `If-Match` with the ETag that was read, so that no edit of somebody else is lost; `If-Match: *` says "whatever it is now".',
  },
  'too-many-requests': {
    status: 429,
    title: 'The caller asks faster than it may',
    explanation:
      'A key, or without one an address, has sent more requests in a short time than one caller may, or an address keys that are none. Send the request again after the seconds in `Retry-After`; `RateLimit` and `RateLimit-Policy` say with every answer what is left.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    explanation: 'All headers together may have at most 16 KiB.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    explanation:
      'A fault of the server, written to its log under the id in `X-Request-Id`. Of a write, read first whether it was carried out.',
  },
  unavailable: {
    status: 503,
    title: 'The service is busy or its database is away',
    explanation: 'The request was not carried out. Send it again after the seconds in `Retry-After`.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The range is not in the file',
    explanation: 'The `Range` begins behind the end of the file, whose length `Content-Range` has.',
  },
  'storage-unavailable': {
    status: 503,
    title: 'The storage of files is away',
    explanation:
      'The storage of files cannot be reached, is full or refuses: all else goes on. The request was not carried out. Send it again after the seconds in `Retry-After`.',
  },
  'read-only': {
    status: 503,
    title: 'The database takes no writes',
    explanation:
      'It is read-only for now, a standby, or out of disk space: reads go on. The request was not carried out. Send it again after the seconds in `Retry-After`.',
  },
  'outcome-unknown': {
    status: 503,
    title: 'Whether the request was carried out is not known',
    explanation:
      'The database was lost after the write was sent to it and before it answered. Do not send the request again as it is: read first what there is. With an `Idempotency-Key` the same request can be sent again: it is carried out once.',
  },
} as const;

export type ProblemCode = keyof typeof problems;

/** The most faults in an answer: enough to correct a body at once, and bounded for a hostile one. */
export const mostFaults = 20;

/** A fault of the input: its place (a JSON pointer in a body, else the name of a parameter) and the rule. */
export type InputFault = BodyFault | { parameter: string; detail: string };

/** A member of a body: its fault, or why it is left out. */
export interface BodyFault {
  pointer: string;
  detail: string;
}

/** An error for the caller, sent as `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: InputFault[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { errors?: InputFault[]; headers?: Record<string, string> } = {},
  ) {
    // Without a stack trace, which costs more than the rest of a refusal.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(detail ?? problems[code].explanation);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** A fault that the schema of a body cannot express, with its JSON pointer. */
export function invalidBody(pointer: string, detail: string): Problem {
  return new Problem('invalid-body', undefined, { errors: [{ pointer, detail }] });
}
