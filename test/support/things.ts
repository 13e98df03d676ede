import assert from 'node:assert/strict';
import { identifierSchemes } from '../../src/content/identifiers/schemes.ts';
import type { Answer, TestApp } from './app.ts';
import { drawPicture } from './operations.ts';

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

/** The identifiers of a paper that has none. */
export const noIdentifiers = Object.fromEntries(identifierSchemes.map((scheme) => [scheme, null]));

/** Posts a review and gives its answer's body. */
export async function postReview(app: TestApp, more: Record<string, unknown> = {}): Promise<Answer['body']> {
  const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview(more) });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

/** Bodies, each with the kinds of the sections that it has. */
export const sectioned = [
  { body: '## Method\n\nTwo steps.\n\n## 한계\n\nOne.\n', sections: ['method', 'limitations'] },
  { body: '## Results\n\nBetter.\n', sections: ['results'] },
];

/**
 * Copies a row by SQL, so often.
 * @param changes an expression of the members that differ, as jsonb, in which `number` counts the copies from 1
 */
export async function copyRow(
  app: TestApp,
  copied: { table: string; where: string; changes: string; copies: number },
): Promise<void> {
  const { table, where, changes, copies } = copied;
  const columns = await app.db.$client.unsafe(`
    select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER'`);
  const names = columns.map(({ name }) => String(name));
  await app.db.$client.unsafe(`
    insert into ${table} (${names.join(', ')}) select ${names.map((name) => `copy.${name}`).join(', ')}
    from ${table} one, generate_series(1, ${copies}) number, jsonb_populate_record(one, ${changes}) copy
    where ${where}`);
}

/** Posts a thing of another kind and gives its answer's body. */
export async function postThing(
  app: TestApp,
  kind: 'papers' | 'tags' | 'categories' | 'keys' | 'redirects',
  body: Record<string, unknown>,
): Promise<Answer['body']> {
  const answer = await app.send('POST', `/v1/${kind}`, { key: app.admin, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

/** Uploads a picture that was not sent before. */
export async function postImage(app: TestApp): Promise<{ id: string; sha256: string }> {
  const answer = await app.send('POST', '/v1/images', { key: app.admin, ...drawPicture() });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}
