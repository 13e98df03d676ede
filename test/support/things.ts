import assert from 'node:assert/strict';
import type { Answer, TestApp } from './app.ts';

let number = 0;

/** What a review's post needs, with a paper of its own; `more` replaces members. */
export function newReview(more: Record<string, unknown> = {}): Record<string, unknown> {
  number += 1;
  return {
    paper: { title: `A paper on testing, part ${number}` },
    title: `Reading part ${number}`,
    body: `## Method\n\nPart ${number} tests what it claims.\n`,
    language: 'en',
    ...more,
  };
}

/** A canonical arXiv identifier that no other call gives. */
export function newArxivId(): string {
  number += 1;
  return `2401.${String(10_000 + number)}`;
}

/** Posts a review and gives its answer's body. */
export async function postReview(app: TestApp, more: Record<string, unknown> = {}): Promise<Answer['body']> {
  const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview(more) });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

/** Posts a thing of another kind and gives its answer's body. */
export async function postThing(
  app: TestApp,
  kind: 'papers' | 'tags' | 'categories' | 'keys',
  body: Record<string, unknown>,
): Promise<Answer['body']> {
  const answer = await app.send('POST', `/v1/${kind}`, { key: app.admin, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}
