import { parseOrcid } from '../content/identifiers/orcid.ts';
import {
  parseIdentifier,
  readIdentifier,
  recognizeIdentifier,
  spellVersion,
} from '../content/identifiers/scheme.ts';
import { type IdentifierScheme, identifierSchemes } from '../content/identifiers/schemes.ts';
import { foldName } from '../content/text/fold.ts';
import { findInvisible, nameInvisible } from '../content/text/invisible.ts';
import { canonicalLanguage, faultOfLanguage } from '../content/text/language.ts';
import { isLine } from '../content/text/line.ts';
import { canonicalPath } from '../content/text/site-path.ts';
import { isSlug } from '../content/text/slug.ts';
import { AddressFault, parseAddress } from '../db/driver/address.ts';
import { proxyHeaders } from '../http/proxies/headers.ts';
import { parseTrustedProxies } from '../http/proxies/trust.ts';

/** The canonical form of a text, or the rule that it breaks. */
export type Ruling = { ok: true; value: string } | { ok: false; reason: string };

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a reference is an id (else it is a slug). */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}

const accept = (value: string): Ruling => ({ ok: true, value });
const refuse = (reason: string): Ruling => ({ ok: false, reason });

function ruleUuid(text: string): Ruling {
  return isUuid(text) ? accept(text.toLowerCase()) : refuse('must be a UUID');
}

/** A single line; invisible characters are permitted (file names). */
function ruleSingleLine(text: string): Ruling {
  return isLine(text.trim())
    ? accept(text.trim())
    : refuse('must be one line with a visible character, without control or bidirectional characters');
}

function ruleLine(text: string): Ruling {
  const line = ruleSingleLine(text);
  const invisible = line.ok ? findInvisible(line.value) : undefined;
  return invisible === undefined
    ? line
    : refuse(
        `must not hold the invisible character ${nameInvisible(invisible)} where it means nothing: remove it`,
      );
}

function ruleName(text: string): Ruling {
  const line = ruleLine(text);
  if (line.ok && [...foldName(line.value)].length > 200)
    return refuse('must be at most 200 characters when folded (NFKC)');
  return line;
}

function ruleSlug(text: string): Ruling {
  return isSlug(text)
    ? accept(text)
    : refuse(
        'must be lower-case letters, marks and digits in groups joined by single hyphens, and not shaped like a UUID',
      );
}

const timestampShape = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** An RFC 3339 timestamp, within the years of all layers. */
function ruleTimestamp(text: string): Ruling {
  const reason = 'must be a moment such as 2024-06-03T09:00:00Z, between the years 1000 and 9999';
  const parts = timestampShape.exec(text);
  if (/[\d.] \d\d:\d\d$/.test(text) && /[Tt ].* /.test(text))
    return refuse(
      `${reason}; the + of an offset is written %2B in an address, where it is a space otherwise`,
    );
  if (/[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text))
    return refuse(
      `${reason}, with seconds and an offset: Z for UTC, or such as +09:00 (%2B09:00 in an address)`,
    );
  if (isDay(text)) return refuse(`${reason}; of a day it needs the time too: ${text}T00:00:00Z`);
  if (!parts || !isDay(`${parts[1]}-${parts[2]}-${parts[3]}`)) return refuse(reason);
  if (Number(parts[4]) > 23 || Number(parts[5]) > 59 || Number(parts[6]) > 59) return refuse(reason);
  const offset = /^[+-](\d\d):(\d\d)$/.exec(parts[7] ?? '');
  if (offset && (Number(offset[1]) > 14 || Number(offset[2]) > 59))
    return refuse(`${reason}, with an offset of at most 14 hours`);
  const moment = new Date(text.replace(' ', 'T').toUpperCase());
  const year = moment.getUTCFullYear();
  return Number.isNaN(moment.getTime()) || year < 1000 || year > 9999
    ? refuse(reason)
    : accept(moment.toISOString());
}

/** A moment, or a day (UTC), which is the moment at which it begins. */
function ruleMoment(text: string): Ruling {
  if (isDay(text)) return accept(`${text}T00:00:00.000Z`);
  const moment = ruleTimestamp(text);
  return moment.ok
    ? moment
    : refuse(moment.reason.replace('must be a moment', 'must be a day such as 2024-06-03 (UTC) or a moment'));
}

function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function ruleDate(text: string): Ruling {
  return isDay(text)
    ? accept(text)
    : refuse('must be a day of the calendar such as 2024-05-27, from the year 1000 on');
}

function ruleUrl(text: string): Ruling {
  const url =
    /^https?:\/\/[^\s/]/i.test(text) && isLine(text) && !/\s/.test(text) && URL.canParse(text)
      ? new URL(text)
      : null;
  if (!url) return refuse('must be an absolute address that starts with http:// or https://');
  return url.username || url.password ? refuse('must not hold a user name or password') : accept(text);
}

/** The URL template of a review's page. */
function rulePageTemplate(text: string): Ruling {
  const places = text.match(/\{(?:id|slug)\}/g) ?? [];
  const filled = text.replace(/\{(?:id|slug|language)\}/g, 'x');
  return places.length > 0 && !/[{}]/.test(filled) && ruleUrl(filled).ok
    ? accept(text)
    : refuse(
        'must be an absolute address with {slug} or {id} in it, and no other placeholder than {language}',
      );
}

/** A connection URI of Postgres. */
function ruleDatabaseUrl(text: string): Ruling {
  try {
    parseAddress(text);
    return accept(text);
  } catch (error) {
    if (error instanceof AddressFault) return refuse(error.message);
    throw error;
  }
}

/** Refuses `true`, with which every client could spoof its address and evade the rate limits. */
function ruleTrustedProxies(text: string): Ruling {
  return parseTrustedProxies(text) === undefined
    ? refuse(
        'must name the proxies: how many there are between clients and this service (1 to 99), or their addresses, such as 10.0.0.0/8, 2001:db8::5, loopback, linklocal or uniquelocal, separated by commas; or false (true would let every client choose its own address)',
      )
    : accept(text);
}

function ruleProxyHeaders(text: string): Ruling {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const isKnown = names.every((name) => (proxyHeaders as readonly string[]).includes(name));
  const others = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'];
  return isKnown && !(names.includes('forwarded') && names.some((name) => others.includes(name)))
    ? accept(names.join(','))
    : refuse(
        `must be some of ${proxyHeaders.join(', ')}, separated by commas; forwarded (RFC 7239) stands in for the first three`,
      );
}

/** A language that there is. */
function ruleLanguage(text: string): Ruling {
  const fault = faultOfLanguage(text);
  return fault === undefined ? accept(canonicalLanguage(text) ?? text) : refuse(fault);
}

/** A tag that is well-formed: what is looked for need not be there. */
function ruleLanguageTag(text: string): Ruling {
  const tag = canonicalLanguage(text);
  return tag === undefined ? refuse('must be a language tag of BCP 47 such as ko, en or pt-BR') : accept(tag);
}

/** A reference: an id or a slug; a malformed one references nothing. */
function ruleReference(text: string): Ruling {
  return accept(isUuid(text) ? text.toLowerCase() : text);
}

/** A reference to a paper: id, slug, or identifier in any usual form, canonical as `scheme:value`. */
function rulePaperReference(text: string): Ruling {
  const identifier = recognizeIdentifier(text);
  if (identifier.kind === 'malformed') return refuse(identifier.reason);
  return identifier.kind === 'identifier'
    ? accept(`${identifier.scheme}:${identifier.value}`)
    : ruleReference(text);
}

/** The same with the version that it says: `arxiv:2405.17428v2`. */
function ruleReviewedPaper(text: string): Ruling {
  const ruling = rulePaperReference(text);
  const said = ruling.ok ? readIdentifier(text) : null;
  return said ? accept(`${said.scheme}:${spellVersion(said)}`) : ruling;
}

/** An identifier with the version that it says. */
function ruleVersion(scheme: IdentifierScheme, text: string): Ruling {
  const parsed = parseIdentifier(scheme, text);
  return parsed.ok ? accept(spellVersion(parsed)) : parsed;
}

const identifierRules = Object.fromEntries(
  identifierSchemes.map((scheme) => [scheme, (text: string): Ruling => parseIdentifier(scheme, text)]),
) as Record<IdentifierScheme, (text: string) => Ruling>;

/** The same for one that a list is filtered by: no reference has a comma, so that several are no list. */
function ruleOnePaper(text: string): Ruling {
  const ruling = rulePaperReference(text);
  return ruling.ok && text.includes(',') && !ruling.value.includes(':')
    ? refuse('must be one paper, by its id, slug or identifier: several cannot be asked for at once')
    : ruling;
}

/** The rules that schemas name by `x-rule`. */
export const rules = {
  line: ruleLine,
  singleLine: ruleSingleLine,
  caption: (text: string) => (text.trim() === '' ? accept('') : ruleLine(text)),
  name: ruleName,
  slug: ruleSlug,
  timestamp: ruleTimestamp,
  moment: ruleMoment,
  date: ruleDate,
  url: ruleUrl,
  sitePath: (text: string): Ruling => canonicalPath(text),
  pageTemplate: rulePageTemplate,
  databaseUrl: ruleDatabaseUrl,
  trustedProxies: ruleTrustedProxies,
  proxyHeaders: ruleProxyHeaders,
  language: ruleLanguage,
  languageTag: ruleLanguageTag,
  uuid: ruleUuid,
  reference: ruleReference,
  paperReference: rulePaperReference,
  onePaper: ruleOnePaper,
  reviewedPaper: ruleReviewedPaper,
  ...identifierRules,
  arxivVersion: (text: string): Ruling => ruleVersion('arxiv', text),
  doiVersion: (text: string): Ruling => ruleVersion('doi', text),
  orcid: (text: string): Ruling => parseOrcid(text),
} satisfies Record<string, (text: string) => Ruling>;

export type RuleName = keyof typeof rules;

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
