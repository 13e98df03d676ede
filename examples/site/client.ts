// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000
import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

export type ReviewSummary = components['schemas']['ReviewSummary'];
export type PagePlace = components['schemas']['Page'];
export type Fetch = (request: Request) => Promise<Response>;
export type Api = ReturnType<typeof openApi>;

type Problem = 'application/problem+json';

/**
 * The typed client in its two forms. Which members an answer has depends on its media type: `whole` answers have all
 * of them, `trimmed` ones, asked for with `fields=`, have each of them perhaps.
 */
export function openApi(baseUrl: string, fetch: Fetch) {
  return {
    whole: createClient<paths, 'application/json' | Problem>({ baseUrl, fetch }),
    trimmed: createClient<paths, 'application/vnd.postil.fields+json' | Problem>({ baseUrl, fetch }),
  };
}

/** Why there is no page: an HTTP status and a word for the reader. */
export class PageFault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface Answered<T> {
  data?: T;
  error?: { detail: string };
  response: Response;
}

/** The answer of a call. @throws PageFault 404 or 400 when the API says so, 502 for all else that goes wrong */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (data !== undefined) return data;
  const status = response.status === 404 || response.status === 400 ? response.status : 502;
  throw new PageFault(status, error?.detail ?? 'The API gave no answer.');
}
