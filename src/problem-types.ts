/**
 * The catalogue of problem types (RFC 9457), by their codes: the page of each, the default `detail` and the examples of the
 * OpenAPI document derive from it. `example` is a request that gets it, with its `detail` unless that is cause
 * and remedy.
 */
export const problems = {
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    cause:
      'The request could not be read: broken JSON, a duplicate key, text that is not UTF-8, a header sent twice, malformed percent-encoding.',
    remedy: '`detail` says what and where; send it as JSON in UTF-8, written by a JSON library.',
    example: {
      request: 'GET /v1/reviews?q=%',
      detail: 'The query string is not percent-encoded UTF-8, or holds NUL.',
    },
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    cause: 'A path or query parameter is unknown, repeated or breaks its rule.',
    remedy:
      'Every fault stands in `errors`, each with the name of its `parameter`: mend them all, and send the request again.',
    example: { request: 'GET /v1/reviews?limit=none', detail: 'limit must be a whole number, not "none".' },
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not valid here',
    cause: 'A cursor belongs to the sort and the filters of the list that gave it, and may not be changed.',
    remedy: 'Start again from the first page, without `after` and `before`.',
    example: {
      request: 'GET /v1/reviews?after=x',
      detail: 'after is not a cursor of this list with this sort and these filters.',
    },
  },
  'search-too-costly': {
    status: 400,
    title: 'The search takes too long',
    cause: 'The search took longer than a second of the database, and was ended.',
    remedy: 'Send fewer words, or fewer of them in quotes; narrow it by filters.',
    example: { request: 'GET /v1/reviews?q=%22of the%22 %22in a%22' },
  },
  unauthorized: {
    status: 401,
    title: 'A valid key is needed',
    cause:
      'The operation needs an API key, or the key that was sent is mistyped, unknown, expired or revoked.',
    remedy: 'Send it as `Authorization: Bearer pst_…`.',
    example: {
      request: 'GET /v1/keys',
      detail: 'This needs an API key: send it as `Authorization: Bearer pst_…`.',
    },
  },
  forbidden: {
    status: 403,
    title: 'The key lacks a scope',
    cause: 'The key is valid but has not the scope that this needs.',
    remedy: '`detail` names the scope: send a key that has it.',
    example: {
      request: 'GET /v1/keys',
      detail: 'GET here needs the scope keys:manage, which this key has not.',
    },
  },
  'not-found': {
    status: 404,
    title: 'Nothing is here',
    cause: 'There is no such thing, or it is not public and the request has no key that may see it.',
    remedy: 'Look it up in its list, or send a key with `drafts:read`.',
    example: {
      request: 'GET /v1/review',
      detail: 'There is nothing at /v1/review: did you mean /v1/reviews?',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    cause: 'The address exists, but not for this method.',
    remedy: 'The `Allow` header lists those it has.',
    example: {
      request: 'DELETE /v1/reviews',
      detail: 'DELETE is not possible here; GET, HEAD, OPTIONS, POST are.',
    },
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    cause: 'The request was not complete within the time limit.',
    remedy: 'Send it again.',
    example: { request: 'POST /v1/reviews' },
  },
  conflict: {
    status: 409,
    title: 'The request conflicts with what is there',
    cause: 'Another thing stands in the way.',
    remedy: '`detail` says which, and what to do.',
    example: {
      request: 'POST /v1/tags {"name":"LoRA"}',
      detail: 'The tag "lora" has this name already (names that fold alike are one tag).',
    },
  },
  'slug-taken': {
    status: 409,
    title: 'The slug is taken',
    cause: 'Another thing of this kind has the slug.',
    remedy: 'Choose another, or leave it out to have one made.',
    example: {
      request: 'POST /v1/tags {"name":"Low rank","slug":"lora"}',
      detail: 'Another tag has the slug "lora". Choose another, or leave it out to have one made.',
    },
  },
  'identifier-conflict': {
    status: 409,
    title: 'The identifiers belong to different papers',
    cause:
      'An identifier belongs to one paper. Those that were sent belong to more than one, or to another paper than the one addressed.',
    remedy: '`detail` names them: send those of one paper.',
    example: {
      request: 'POST /v1/papers {"title":"NV-Embed","identifiers":{"arxiv":"2405.17428"}}',
      detail: 'arxiv:2405.17428 belongs to the paper "nv-embed". An identifier belongs to one paper.',
    },
  },
  'in-use': {
    status: 409,
    title: 'The thing is in use',
    cause: 'It cannot be deleted while others use it.',
    remedy: '`detail` says by how many: take it off those first.',
    example: {
      request: 'DELETE /v1/tags/lora',
      detail: 'The tag is on 3 reviews, those in the trash counted: take it off them first.',
    },
  },
  'request-in-progress': {
    status: 409,
    title: 'The request is still being carried out',
    cause: 'Another request with this `Idempotency-Key` has not ended yet.',
    remedy: 'Send this one again after the seconds in `Retry-After`, to get its answer.',
    example: { request: 'POST /v1/reviews' },
  },
  gone: {
    status: 410,
    title: 'What was asked for is no longer kept',
    cause:
      'The changes after this version are not known here: it is older than what is kept, or from before the database was restored. Or the first answer to an `Idempotency-Key` showed something that has been deleted for good since.',
    remedy: 'Start again with `since=0`; or take a new `Idempotency-Key`.',
    example: {
      request: 'GET /v1/changes?since=999999',
      detail: 'Changes after version 999999 are not known here: start again with since=0.',
    },
  },
  'precondition-failed': {
    status: 412,
    title: 'The thing is not as the request expects it',
    cause:
      'The ETag in `If-Match` is no longer the current one, or it was changed since the date in `If-Unmodified-Since`. Or there is one already, where `If-None-Match: *` asked for a new one.',
    remedy: 'Read the thing again, apply the change to it, and send the new ETag.',
    example: {
      request: 'PATCH /v1/tags/lora with If-Match: "1-x"',
      detail: 'The thing is at revision 2 now. Read it again, apply the change to it, and send the new ETag.',
    },
  },
  'payload-too-large': {
    status: 413,
    title: 'The request is too large',
    cause: 'A request may have at most 8 MiB, a review body 1 MiB.',
    remedy: 'Send less in one request: several reviews one by one, pictures by `POST /v1/images`.',
    example: { request: 'POST /v1/reviews' },
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    cause: 'A part of the path is longer than anything that could be found there.',
    remedy: 'Send an id or a slug; what is searched for belongs into the query.',
    example: { request: 'GET /v1/reviews/{10,000 characters}' },
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The content type is not supported',
    cause:
      'The body is not of a type that the operation takes, or has another charset or a `Content-Encoding`.',
    remedy:
      'Send JSON in UTF-8 with `Content-Type: application/json` (for PATCH also `application/merge-patch+json`).',
    example: { request: 'POST /v1/reviews, Content-Type: text/plain' },
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The range is not in the file',
    cause: 'The `Range` begins behind the end of the file.',
    remedy: '`Content-Range` has its length: ask for a part within that, or for all of it.',
    example: { request: 'GET /v1/images/{sha256}.png, Range: bytes=9999999-' },
  },
  'invalid-body': {
    status: 422,
    title: 'The body is not valid',
    cause: 'The JSON could be read, but breaks the schema or a rule.',
    remedy:
      'Every fault stands in `errors`, each with a JSON `pointer`: mend them all, and send the request again.',
    example: { request: 'POST /v1/tags {"name":""}', detail: '/name must not be empty.' },
  },
  'image-invalid': {
    status: 422,
    title: 'The picture is not taken',
    cause:
      'The file is no picture of a format that is taken, is truncated or broken, or is larger than a picture may be.',
    remedy: '`detail` says what was found, the rule, and what to do.',
    example: {
      request: 'POST /v1/images',
      detail:
        'By its first bytes the file is no PNG, JPEG, WebP, AVIF, GIF or SVG (in UTF-8): its name and media type do not count. Convert it to one of these.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    cause: 'This key came with another request in the last 24 hours: with another method, address or body.',
    remedy: 'Take a new key for every new request, and the same key only to send a request again as it was.',
    example: { request: 'POST /v1/tags' },
  },
  'batch-undone': {
    status: 424,
    title: 'Not done, since another item failed',
    cause: 'With `atomic` a batch is written as a whole or not at all. Nothing is wrong with this item.',
    remedy: 'Mend those that failed, and send all of them again.',
    example: { request: 'POST /v1/batch?atomic=true' },
  },
  'precondition-required': {
    status: 428,
    title: 'A precondition is required',
    cause:
      'Changing a thing needs `If-Match` with the ETag that was read, so that no edit of somebody else is lost.',
    remedy: 'Send the ETag of the thing as it was read; `If-Match: *` says "whatever it is now".',
    example: { request: 'PATCH /v1/tags/lora' },
  },
  'too-many-requests': {
    status: 429,
    title: 'The caller asks faster than it may',
    cause:
      'A key, or without one an address, has sent more requests in a short time than one caller may, or an address keys that are none.',
    remedy:
      'Send the request again after the seconds in `Retry-After`; `RateLimit` and `RateLimit-Policy` say with every answer what is left.',
    example: { request: 'GET /v1/reviews' },
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    cause: 'All headers together may have at most 16 KiB.',
    remedy: 'Send fewer or shorter ones: often it is cookies of the domain, which Postil does not read.',
    example: { request: 'GET /v1/reviews' },
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    cause: 'A fault of the server, written to its log under the id in `X-Request-Id`.',
    remedy: 'Of a write, read first whether it was carried out. Report it with that id.',
    example: { request: 'GET /v1/reviews' },
  },
  unavailable: {
    status: 503,
    title: 'The service is busy or its database is away',
    cause: 'The request was not carried out.',
    remedy: 'Send it again after the seconds in `Retry-After`.',
    example: { request: 'GET /v1/reviews' },
  },
  'storage-unavailable': {
    status: 503,
    title: 'The storage of files is away',
    cause:
      'The storage of files cannot be reached, is full or refuses: all else goes on. The request was not carried out.',
    remedy: 'Send it again after the seconds in `Retry-After`.',
    example: { request: 'POST /v1/images' },
  },
  'read-only': {
    status: 503,
    title: 'The database takes no writes',
    cause:
      'It is read-only for now, a standby, or out of disk space: reads go on. The request was not carried out.',
    remedy: 'Send it again after the seconds in `Retry-After`.',
    example: { request: 'POST /v1/reviews' },
  },
  'outcome-unknown': {
    status: 503,
    title: 'Whether the request was carried out is not known',
    cause: 'The database was lost after the write was sent to it and before it answered.',
    remedy:
      'Do not send the request again as it is: read first what there is. With an `Idempotency-Key` the same request can be sent again: it is carried out once.',
    example: { request: 'POST /v1/reviews' },
  },
} as const satisfies Record<string, ProblemType>;

/** What is said of a type of problems, also on its page. */
export interface ProblemType {
  status: number;
  title: string;
  cause: string;
  remedy: string;
  example: { request: string; detail?: string };
}

export type ProblemCode = keyof typeof problems;
