// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000
import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

export type ReviewSummary = components['schemas']['ReviewSummary'];
export type PagePlace = components['schemas']['Page'];
export type Fetch = (request: Request) => Promise<Response>;
export type Api = ReturnType<typeof openApi>;

/** The client, with the types of every operation. */
export function openApi(baseUrl: string, fetch: Fetch) {
  return createClient<paths>({ baseUrl, fetch });
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
