import type { FastifyInstance, FastifyRequest } from 'fastify';
import { signImage } from '../../access/signature.ts';
import { readSigningKey } from '../../access/signing-key.ts';
import { seesDrafts } from '../../access/viewer.ts';
import { RawJson } from '../../query/prepared.ts';
import { definePlugin } from './define.ts';
import { siteOf } from './urls.ts';

/** Completes the path of a file of an image, `/v1/images/{id}/…`. */
type Complete = (path: string, id: string) => string;

/**
 * Completes the addresses of this service in answers, since stored HTML has paths: those of images, with the public base of
 * this service, and signed for viewers who see what the public does not; links to reviews lead to the pages of the site, where
 * its template needs no more than the slug, and others to this service. HTML is changed in attributes only, which the renderer
 * wrote, and by characters that need no escape. With `IMAGES_AVIF` the variants are listed as AVIF, too.
 */
export const ownAddresses = definePlugin(
  'own-addresses',
  ['urls', 'auth', 'conditional-requests'],
  (app: FastifyInstance) => {
    app.addHook('preSerialization', async (request, reply, payload) => {
      if (reply.statusCode >= 300 || payload === null || typeof payload !== 'object') return payload;
      if (linksHere(payload)) completeLinks(payload, request);
      if (!showsImages(payload)) return payload;
      const signs = seesDrafts(request.viewer) || request.viewer.previewed !== undefined;
      if (app.config.IMAGES_AVIF) for (const row of rowsOf(payload)) listAvif(row);
      const base = baseOf(request);
      if (!signs && base === '') return payload;
      const secret = signs ? await readSigningKey(app.db) : undefined;
      const now = Date.now() / 1000;
      const complete: Complete = (path, id) =>
        base +
        path +
        (secret === undefined ? '' : `?${signImage(secret, id, now, request.viewer.previewedUntil)}`);
      completeAnswer(payload, complete);
      return payload;
    });
  },
);

const isLinked = ' href="/v1/';
const linksHere = (answer: Showing) =>
  rowsOf(answer).some((row) => typeof row?.html === 'string' && row.html.includes(isLinked));

const link = /<a(?: [a-z]+(?:="[^"]*")?)* href="\/v1\/[^"]*"/g;
const linked = / href="(\/v1\/(?:reviews\/([^"/?#&.]+)(?=["?#]))?[^"]*)"$/;

/** Completes the links to this service in HTML: relative to a page elsewhere they would be dead. */
function completeLinks(answer: Showing, request: FastifyRequest): void {
  const base = baseOf(request);
  const site = siteOf(request);
  const complete = (path: string, slug: string | undefined): string => {
    const page = slug === undefined ? null : site.pageOfSlug(decodeSlug(slug));
    if (page === null) return base + path;
    return page.replaceAll('&', '&#x26;') + path.slice(`/v1/reviews/${slug}`.length);
  };
  for (const row of rowsOf(answer))
    if (typeof row?.html === 'string')
      row.html = row.html.replace(link, (tag) =>
        tag.replace(linked, (_, path: string, slug?: string) => ` href="${complete(path, slug)}"`),
      );
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The absolute URL of this service where it is known, and in representations that need one; else ''. */
function baseOf(request: FastifyRequest): string {
  const base = request.server.urls.readBase(request.raw);
  if (base.isVouchedFor) return base.url;
  return request.format?.write ? siteOf(request).addressOf('') : '';
}

interface Showing {
  html?: unknown;
  cover?: unknown;
  variants?: unknown;
  url?: unknown;
  data?: unknown;
}

const rowsOf = (answer: Showing): Showing[] =>
  Array.isArray(answer.data) ? (answer.data as Showing[]) : [answer];

const isShown = '/v1/images/';

/** Whether an answer has addresses of images. */
function showsImages(answer: Showing): boolean {
  const has = (value: unknown) => typeof value === 'string' && value.includes(isShown);
  return rowsOf(answer).some((row) => {
    const { html, cover, url, variants } = row ?? {};
    const { url: coverUrl } = Object(cover) as Showing;
    return (
      has(html) ||
      has(cover instanceof RawJson ? cover.text : coverUrl) ||
      (variants !== undefined && has(url ?? isShown))
    );
  });
}

function completeAnswer(answer: Showing, complete: Complete): void {
  for (const row of rowsOf(answer)) {
    if (row === null || typeof row !== 'object') continue;
    if (typeof row.html === 'string') row.html = completeHtml(row.html, complete);
    if (row.cover !== null && typeof row.cover === 'object') row.cover = completeImage(row.cover, complete);
    if (row.variants) Object.assign(row, completeMembers(row, complete));
  }
}

const object = String.raw`\{"width":\d+,"mediaType":"image/webp","url":"/v1/images/[^"]*\.webp"\}`;
/** Variants within JSON as Postgres wrote it. */
const variantList = new RegExp(`\\[(${object}(?:,${object})*)\\]`, 'g');
const asAvif = (text: string) => text.replaceAll('image/webp', 'image/avif').replaceAll('.webp"', '.avif"');
const addAvif = (text: string) => text.replace(variantList, (_, list: string) => `[${list},${asAvif(list)}]`);

/** Lists the variants of an image and of a cover as AVIF, behind those as WebP. */
function listAvif(row: Showing): void {
  for (const member of ['variants', 'cover'] as const) {
    const value = row?.[member];
    if (value instanceof RawJson) row[member] = new RawJson(addAvif(value.text));
    else if (Array.isArray(value)) row[member] = JSON.parse(addAvif(JSON.stringify(value)));
    else if (value) listAvif(value as Showing);
  }
}

const path = /\/v1\/images\/([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})\/\w+\.\w+/g;
const tag = /<img(?: [a-z]+(?:="[^"]*")?)*>/g;
const sources = / (?:src|srcset)="\/v1\/images\/[^"]*"/g;

function completeHtml(html: string, complete: Complete): string {
  if (!html.includes(isShown)) return html;
  const escaped: Complete = (found, id) => complete(found, id).replaceAll('&', '&#x26;');
  return html.replace(tag, (image) => image.replace(sources, (source) => source.replace(path, escaped)));
}

/** Within JSON as Postgres wrote it a quote of a text is escaped, so that only members are found. */
const urlMember = /"url":"(\/v1\/images\/([\da-f-]{36})\/\w+\.\w+)"/g;

function completeImage(image: unknown, complete: Complete): unknown {
  if (image instanceof RawJson)
    return new RawJson(image.text.replace(urlMember, (_, found, id) => `"url":"${complete(found, id)}"`));
  return { ...(image as object), ...completeMembers(image as Showing, complete) };
}

function completeMembers({ url, variants }: Showing, complete: Complete): object {
  const completed = (address: unknown) =>
    typeof address === 'string' && address.startsWith(isShown) ? address.replace(path, complete) : address;
  const list = (
    variants instanceof RawJson
      ? completeImage(variants, complete)
      : (variants as { url: string }[] | undefined)?.map((one) => ({ ...one, url: completed(one.url) }))
  ) as unknown;
  return {
    ...(url === undefined ? {} : { url: completed(url) }),
    ...(list === undefined ? {} : { variants: list }),
  };
}
