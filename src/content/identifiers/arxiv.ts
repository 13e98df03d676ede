import { LAST_VERSION, LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';

// The archives of the old scheme. It ended in March 2007, so the list is closed.
const ARCHIVES = new Set(
  `acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga
  funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph
  q-alg q-bio quant-ph solv-int supr-con`.split(/\s+/),
);

// What may stand before an identifier: `arXiv preprint arXiv:`, `arXiv.`, the prefix of arXiv's DOIs.
const PREFIX =
  /^(?:arxiv (?:e-?prints?|preprint),?\s*)?(?:arxiv\s*[:.]\s*|arxiv\s+|(?:doi:\s*)?10\.48550\/arxiv\.)*(?:abs\/)?/i;
const SINCE_2007 = /^(\d{2}(\d{2}))\.(\d+)(?:\s?v(\d+))?$/i;
const UNTIL_2007 = /^([a-z-]+)(?:\.[a-z-]+)?\/(\d{2}(\d{2}))(\d{3})(?:\s?v(\d+))?$/i;

// The archives that had no subject classes in the old scheme.
const CLASSES = new Set(
  'astro-ph gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph'.split(' '),
);

/** The primary class in a canonical identifier; null for most, which have none. */
export function primaryClassOf(arxiv: string): string | null {
  const archive = arxiv.split('/')[0] ?? '';
  return CLASSES.has(archive) ? archive : null;
}

/** Whether a text has the form of an arXiv identifier, valid or not. */
export function looksLikeArxiv(text: string): boolean {
  if (text.length > LONGEST_SPELLING) return false;
  const id = bareId(text);
  return SINCE_2007.test(id) || UNTIL_2007.test(id);
}

/**
 * Parses any usual form of an arXiv identifier: bare, behind `arXiv:`, its DOI. The value has
 * neither version nor subject class (`2405.17428`, `math/0309136`). The rules are those of
 * https://info.arxiv.org/help/arxiv_identifier.html and …/arxiv_identifier_for_services.html.
 */
export function parseArxiv(text: string): ParsedIdentifier {
  const id = bareId(text);
  const recent = SINCE_2007.exec(id);
  if (recent) return checkRecent(id, recent);
  const old = UNTIL_2007.exec(id);
  if (old) return checkOld(old);
  return refuse(`This is no arXiv identifier. ${FORMS}`);
}

const FORMS = 'Write 2405.17428, or hep-th/9901001 for a paper from before April 2007.';

/** Without its prefix, the name of its file, and what the stamp of a PDF has behind it: `2405.17428v1 [cs.CL] 27 May 2024`. */
function bareId(text: string): string {
  const id = text.replace(PREFIX, '');
  const bracket = id.search(/\s*[[(]/);
  return (bracket === -1 ? id : id.slice(0, bracket)).replace(/\.pdf$/i, '');
}

function checkRecent(
  id: string,
  [, month = '', mm = '', number = '', version]: RegExpExecArray,
): ParsedIdentifier {
  if (!isMonth(mm))
    return refuse(`An arXiv identifier begins with year and month, YYMM; ${month} has no month 01 to 12.`);
  if (Number(month) < 704) {
    return refuse(
      `arXiv identifiers of the form YYMM.number begin with 0704 (April 2007); ${month} is earlier. Papers from before are written like hep-th/9901001.`,
    );
  }
  const digits = Number(month) < 1501 ? 4 : 5;
  if (number.length !== digits) {
    return refuse(
      `An arXiv identifier has 4 digits after the point up to 1412 (December 2014) and 5 from 1501 on; ${shorten(id)} has ${number.length} where ${digits} belong.`,
    );
  }
  if (Number(number) === 0)
    return refuse(`arXiv numbers the papers of a month from ${'1'.padStart(digits, '0')} on.`);
  return withVersion(`${month}.${number}`, version);
}

function checkOld([
  ,
  archive = '',
  month = '',
  mm = '',
  number = '',
  version,
]: RegExpExecArray): ParsedIdentifier {
  const name = archive.toLowerCase();
  if (!ARCHIVES.has(name)) {
    return refuse(
      `arXiv never had an archive ${shorten(name)}; identifiers from before April 2007 begin with one, like hep-th/9901001.`,
    );
  }
  if (!isMonth(mm))
    return refuse(
      `After the slash an arXiv identifier has year and month, YYMM; ${month} has no month 01 to 12.`,
    );
  const since1991 = Number(month) >= 9107 || Number(month) <= 703;
  if (!since1991)
    return refuse(
      `arXiv identifiers with an archive run from 9107 (July 1991) to 0703 (March 2007); ${month} is outside.`,
    );
  if (number === '000') return refuse('arXiv numbers the papers of a month from 001 on.');
  return withVersion(`${name}/${month}${number}`, version);
}

function withVersion(value: string, version: string | undefined): ParsedIdentifier {
  if (version === undefined) return { ok: true, value };
  if (!/^[1-9]\d{0,3}$/.test(version) || Number(version) > LAST_VERSION)
    return refuse(`arXiv versions are counted from v1 on; there is no v${shorten(version)}.`);
  return { ok: true, value, version: Number(version) };
}

function isMonth(mm: string): boolean {
  return Number(mm) >= 1 && Number(mm) <= 12;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
