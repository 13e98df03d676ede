/** How a request is sent, as `fetch` does. */
export type Send = (request: Request) => Promise<Response>;

/** Answers after which the same request may be sent again: too many, a server that is busy, a repetition in progress. */
const passing = [409, 429, 503];
const [firstPause, longestPause] = [500, 60_000];

/**
 * Sends a request again when that can help: after the seconds of `Retry-After`, else with exponential backoff. What could
 * be carried out twice, a POST or PATCH without `Idempotency-Key` or `If-Match`, is sent again only after an answer that says
 * that it was not carried out. All tries have the same headers, so the same `Idempotency-Key`.
 * @param tries at most, the first one counted
 */
export function retryRequests(send: Send, tries: number): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= tries;
      try {
        const response = await send(isLast ? request : request.clone());
        const pause = pauseAfter(response, attempt);
        if (isLast || pause === undefined) return response;
        await response.body?.cancel();
        await sleep(pause, request.signal);
      } catch (error) {
        if (isLast || request.signal.aborted || !isRepeatable(request)) throw error;
        await sleep(backoff(attempt), request.signal);
      }
    }
  };
}

/** In milliseconds; undefined when another try changes nothing. */
function pauseAfter({ status, headers }: Response, attempt: number): number | undefined {
  const after = headers.get('retry-after');
  if (!passing.includes(status) || (status === 409 && after === null)) return undefined;
  if (after === null) return backoff(attempt);
  const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? backoff(attempt) : Math.min(Math.max(seconds, 0) * 1000, longestPause);
}

const backoff = (attempt: number) => Math.min(firstPause * 2 ** (attempt - 1), longestPause);

const isRepeatable = ({ method, headers }: Request) =>
  (method !== 'POST' && method !== 'PATCH') || headers.has('idempotency-key') || headers.has('if-match');

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
