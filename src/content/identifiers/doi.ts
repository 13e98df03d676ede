import { decodePercent, unwrapIdentifier } from './address.ts';
import { LAST_VERSION, type ParsedIdentifier, refuse } from './parsed.ts';

const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]+$/u;
const LONGEST = 200;

/** The DOIs of openRxiv (bioRxiv, medRxiv), which are registered without the version and the form of their addresses. */
const OPENRXIV =
  /^(10\.(?:1101|64898)\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?:v(\d{1,4}))?(?:\.(?:full|abstract|article-|supplementary-)[a-z.-]*)?$/;

/** Whether a text begins like a DOI, valid or not. */
export const looksLikeDoi = (text: string): boolean => /^(?:doi[\s:]\s*|info:doi\/)?10\.\d+[./%]/i.test(text);

/**
 * Parses a DOI, bare or after `doi:`. The value is in lower case: DOIs are case-insensitive for
 * ASCII letters (DOI Handbook, 2.4).
 */
export function parseDoi(text: string): ParsedIdentifier {
  const bare = text.replace(/^(?:info:)?(?:doi[:/\s]\s*)*/i, '');
  // A percent sign may be part of a DOI: only one without a slash was percent-encoded as a whole.
  const doi = trimEnd((bare.includes('/') ? bare : (decodePercent(bare) ?? bare)).normalize('NFC'));
  if (!DOI.test(doi)) {
    return refuse(
      'A DOI is 10., a registrant of at least four digits, a slash and a name without spaces. Write it like 10.1145/3297280.3297641.',
    );
  }
  // NFC again: a small letter can have a composed form where the capital has none.
  const value = doi.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).normalize('NFC');
  if ([...value].length > LONGEST) return refuse(`A DOI has at most ${LONGEST} characters here.`);
  const [, registered, version] = OPENRXIV.exec(value) ?? [];
  if (registered === undefined) return { ok: true, value };
  const number = Number(version);
  return number >= 1 && number <= LAST_VERSION
    ? { ok: true, value: registered, version: number }
    : { ok: true, value: registered };
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#34': '"', '#39': "'" };

/** Cuts off the query of an address, the slash and colon behind it, and undoes the escapes of HTML and LaTeX. */
function trimEnd(text: string): string {
  for (let left = text; ; ) {
    const next = unwrapIdentifier(
      left
        .replace(/&(?:amp|#38);.*$|[?&][a-z_]+=.*$/is, '')
        .replace(/&(lt|gt|quot|apos|#3[49]);/gi, (entity, name: string) => entities[name] ?? entity)
        .replace(/\\(?=[_&%#{}<>()[\]])/g, '')
        .replace(/[/:]+$/, ''),
    );
    if (next === left) return left;
    left = next;
  }
}
