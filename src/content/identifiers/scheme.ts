import { hasWebScheme, readAddress, unwrapIdentifier } from './address.ts';
import {
  looksLikeAcl,
  parseAcl,
  parseCvf,
  parseNeurips,
  parsePmcid,
  parsePmid,
  parsePmlr,
  parseS2,
} from './archives.ts';
import { looksLikeArxiv, parseArxiv } from './arxiv.ts';
import { looksLikeDoi, parseDoi } from './doi.ts';
import { looksLikeIsbn, parseIsbn } from './isbn.ts';
import { parseOpenreview } from './openreview.ts';
import { LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';
import { nameOfAddress } from './places.ts';
import { type Identifier, type IdentifierScheme, identifierSchemes } from './schemes.ts';

/** An identifier with the version that its spelling has. */
export type SaidIdentifier = Identifier & { version?: number };

interface Grammar {
  /** What it is called in messages. */
  called: string;
  example: string;
  parse: (text: string) => ParsedIdentifier;
  /** Whether a text without its scheme is one, or means to be. No id or slug of ours is. */
  looksLike?: (text: string) => boolean;
}

const grammars: Record<IdentifierScheme, Grammar> = {
  arxiv: { called: 'arXiv', example: '2405.17428', parse: parseArxiv, looksLike: looksLikeArxiv },
  doi: { called: 'doi.org', example: '10.1145/3297280.3297641', parse: parseDoi, looksLike: looksLikeDoi },
  openreview: { called: 'OpenReview', example: 'lgsyLSsDRe', parse: parseOpenreview },
  acl: { called: 'the ACL Anthology', example: 'N19-1423', parse: parseAcl, looksLike: looksLikeAcl },
  pmid: {
    ...{ called: 'PubMed', example: '31452104', parse: parsePmid },
    looksLike: (text) => /^pmid\s+\d/i.test(text),
  },
  pmcid: {
    ...{ called: 'PubMed Central', example: 'PMC7029759', parse: parsePmcid },
    looksLike: (text) => /^(?:[Pp][Mm][Cc][Ii][Dd]\s+)?PMC\d+(?:\.\d+)?$/.test(text),
  },
  isbn: { called: 'books', example: '978-0-262-03561-3', parse: parseIsbn, looksLike: looksLikeIsbn },
  s2: {
    ...{ called: 'Semantic Scholar', example: 'CorpusId:13756489', parse: parseS2 },
    looksLike: (text) => /^CorpusId:\s*\d+$/i.test(text),
  },
  pmlr: { called: 'PMLR', example: 'v97/tan19a', parse: parsePmlr },
  cvf: {
    ...{ called: 'the CVF', parse: parseCvf },
    example: 'content_cvpr_2016/He_Deep_Residual_Learning_CVPR_2016',
  },
  neurips: { called: 'NeurIPS', example: '2017/3f5ee243547dee91fbd053c1c4a845aa', parse: parseNeurips },
};

const prefixes = Object.fromEntries(
  identifierSchemes.map((scheme) => [scheme, new RegExp(`^(?:${scheme}\\s*:\\s*)+`, 'i')]),
) as Record<IdentifierScheme, RegExp>;

// arXiv registers a DOI for each of its papers, made from the identifier.
const ARXIV_DOI = /^(?:doi[:\s]\s*)*10\.48550\/arxiv\./i;

/**
 * Parses any usual form of an identifier: bare, behind its scheme, an address of it.
 * @returns the canonical value, and its version if it has one; or the rule that the text breaks
 */
export function parseIdentifier(scheme: IdentifierScheme, text: string): ParsedIdentifier {
  const { called, example, parse } = grammars[scheme];
  if (text.length > LONGEST_SPELLING) return refuse(`An identifier is not that long. Write ${example}.`);
  const bare = unwrapIdentifier(unwrapIdentifier(text).replace(prefixes[scheme], ''));
  const address = readAddress(bare);
  const named = address && nameOfAddress(address);
  const isOne = named?.scheme === scheme || (scheme === 'arxiv' && ARXIV_DOI.test(named?.text ?? ''));
  if (named && isOne) return parse(unwrapIdentifier(named.text));
  return hasWebScheme(bare)
    ? refuse(
        `This address names no ${scheme === 'arxiv' ? 'arXiv paper' : `paper of ${called}`}. Write ${example}.`,
      )
    : parse(bare);
}

/**
 * Canonicalises the identifiers of one paper, in the order of the schemes. A DOI of arXiv's becomes the arXiv
 * identifier; it is at fault together with another arXiv identifier.
 * @returns the identifiers, and the version that they say
 */
export function canonicalIdentifiers(
  input: Partial<Record<IdentifierScheme, string>>,
):
  | { ok: true; identifiers: Identifier[]; version?: number }
  | { ok: false; errors: { scheme: IdentifierScheme; reason: string }[] } {
  const values = new Map<IdentifierScheme, string>();
  const errors: { scheme: IdentifierScheme; reason: string }[] = [];
  let version: number | undefined;
  for (const scheme of identifierSchemes) {
    const text = input[scheme];
    if (text === undefined) continue;
    const read = readCanonical(scheme, text);
    if (!read.ok) {
      errors.push({ scheme, reason: read.reason });
      continue;
    }
    const other = values.get(read.scheme);
    if (other !== undefined && other !== read.value) {
      errors.push({
        scheme,
        reason: `This is the DOI of arXiv ${read.value}, and the arXiv identifier sent is ${other}.`,
      });
    }
    values.set(read.scheme, other ?? read.value);
    version ??= read.version;
    if (read.version !== undefined && read.version !== version)
      errors.push({
        scheme,
        reason: `This is version ${read.version}, and another identifier says ${version}.`,
      });
  }
  if (errors.length > 0) return { ok: false, errors };
  const identifiers = identifierSchemes.flatMap((scheme) => {
    const value = values.get(scheme);
    return value === undefined ? [] : [{ scheme, value }];
  });
  return { ok: true, identifiers, ...(version === undefined ? {} : { version }) };
}

export type RecognizedIdentifier =
  | { kind: 'identifier'; scheme: IdentifierScheme; value: string }
  | { kind: 'none' }
  | { kind: 'malformed'; reason: string };

/**
 * Recognises an identifier in a reference: with a scheme (`arxiv:2405.17428`), an address, or bare where it is told by its
 * shape. An id or slug of ours is `none`; the forms are disjoint.
 */
export function recognizeIdentifier(text: string): RecognizedIdentifier {
  const read = readReference(text.length > LONGEST_SPELLING ? text : unwrapIdentifier(text));
  if (read === null) return { kind: 'none' };
  return read.ok
    ? { kind: 'identifier', scheme: read.scheme, value: read.value }
    : { kind: 'malformed', reason: read.reason };
}

/** The identifier in a reference, with the version that it says; null where there is none. */
export function readIdentifier(text: string): SaidIdentifier | null {
  const read = readReference(text.length > LONGEST_SPELLING ? text : unwrapIdentifier(text));
  if (!read?.ok) return null;
  const { scheme, value, version } = read;
  return { scheme, value, ...(version === undefined ? {} : { version }) };
}

/** A canonical value with its version, which is its own spelling. */
export function spellVersion({ value, version }: { value: string; version?: number }): string {
  return version === undefined ? value : `${value}v${version}`;
}

type Canonical = ({ ok: true } & SaidIdentifier) | { ok: false; reason: string };

const schemePrefix = new RegExp(`^(${identifierSchemes.join('|')})\\s*:`, 'i');

function readReference(text: string): Canonical | null {
  const prefix = schemePrefix.exec(text)?.[1]?.toLowerCase();
  const scheme = identifierSchemes.find((name) => name === prefix) ?? schemeOfShape(text);
  if (scheme !== null) return readCanonical(scheme, text);
  if (!hasWebScheme(text)) return null;
  return refuse(
    'This address names no paper: one of arXiv, doi.org, OpenReview or of a publisher or archive that is known here does, or the id or slug of a paper here.',
  );
}

function schemeOfShape(text: string): IdentifierScheme | null {
  const address = readAddress(text);
  const named = address && nameOfAddress(address);
  if (named) return named.scheme;
  return identifierSchemes.find((scheme) => grammars[scheme].looksLike?.(text)) ?? null;
}

function readCanonical(scheme: IdentifierScheme, text: string): Canonical {
  const read = parseIdentifier(scheme, text);
  if (!read.ok) return read;
  const isArxiv = scheme === 'doi' && ARXIV_DOI.test(read.value);
  const own = isArxiv ? parseArxiv(read.value) : read;
  return own.ok ? { ...own, scheme: isArxiv ? 'arxiv' : scheme } : own;
}
