import '@angular/compiler';
import { HttpClient, HttpErrorResponse, type HttpRequest, HttpResponse } from '@angular/common/http';
import { firstValueFrom, from } from 'rxjs';
import { getReview } from './generated/fn/reviews/get-review';
import { listReviews } from './generated/fn/reviews/list-reviews';
import type { Problem } from './generated/models';

const url = process.env.POSTIL_URL ?? 'http://127.0.0.1:3000';

// An application provides HttpClient; this is one without Angular's injector.
const http = new HttpClient({ handle: (request) => from(send(request)) });

async function send({ method, urlWithParams }: HttpRequest<unknown>) {
  const { status, ok, ...answer } = await fetch(urlWithParams, { method }).then(async (response) => ({
    ...{ status: response.status, ok: response.ok, body: await response.json() },
  }));
  if (!ok) throw new HttpErrorResponse({ status, error: answer.body });
  return new HttpResponse({ status, body: answer.body });
}

const page = (await firstValueFrom(listReviews(http, url, { limit: 1 }))).body;
const slug = page.data[0]?.slug ?? '';
console.log('page', slug);

const review = (await firstValueFrom(getReview(http, url, { review: slug }))).body;
console.log('review', review.title);

await firstValueFrom(getReview(http, url, { review: 'nowhere' })).catch(
  ({ status, error }: HttpErrorResponse) => {
    console.log('error', status, (error as Problem).code);
  },
);
