import { type HeadLine, type NoteHead, readHead, type Said } from '../../../content/head/head.ts';
import type { HeadLabels, LabelMeaning } from '../../../content/head/labels.ts';
import { readIdentifier, recognizeIdentifier } from '../../../content/identifiers/scheme.ts';
import { type IdentifierScheme, identifierSchemes } from '../../../content/identifiers/schemes.ts';
import { readLine } from '../field-reader.ts';
import { type NoteLink, readTextLink } from '../links.ts';
import { readMoment } from '../moment.ts';
import { splitAuthors, splitTags, unlink } from '../split.ts';
import { readSectionLabels } from './section-labels.ts';

/** A value that the head of a note says, and by what: for whoever checks it. */
export interface FoundValue<T> {
  value: T;
  by: string;
}

/** What the head of a note says with certainty; undefined where it says nothing, or more than one thing. */
export interface HeadMetadata {
  title: FoundValue<string> | undefined;
  /** The title that a body begins with, in the manner of MultiMarkdown (`Title: …`): a note without another is called so. */
  ownTitle: string | undefined;
  identifiers: { scheme: IdentifierScheme; value: string; version: number | null; by: string }[];
  authors: FoundValue<{ name: string; orcid: null }[]> | undefined;
  venue: FoundValue<string> | undefined;
  publishedAt: FoundValue<string> | undefined;
  tags: FoundValue<string[]> | undefined;
  category: FoundValue<string[]> | undefined;
  links: NoteLink[];
  /** The lines of metadata, from 1, in the body. */
  lines: number[];
  /** What was read, but not with certainty, each to be named. */
  doubtful: string[];
}

const longestTitle = 300;
/** What a link to a paper is called where that is not its title. */
const generic =
  /^(?:paper|link|links?|arxiv.*|abs|pdf|here|url|doi.*|openreview|원문|논문|논문 ?링크|링크|바로가기|여기|链接|论文|原文|论文链接|リンク|論文|[^\p{L}\p{N}]*)$/iu;

const beginsWithTitle =
  /^\s*(?:title|제목|标题|題目|タイトル|\*\*(?:title|제목|标题|題目|タイトル)\*\*)\s*[:：](?!:)/iu;

/** `Geoffrey E. Hinton` is no two sentences. */
const initials = /(?<!\p{L})(?:\p{L}|\p{Lu}\p{Ll}?|Jr|Sr|Ph)\.(?=\s|-|\p{Lu})/gu;

interface MetadataOptions {
  labels: HeadLabels;
  /** That of times without an offset. */
  timeZone?: string | undefined;
  /** The line of the file in which the body begins. */
  firstLine?: number;
  /** What fields of the front matter say. */
  stated?: Said[];
}

/**
 * What the head of a body, and its lines as `readHeadLines` gives them, say of the paper and the note. Certain is one value: of two different identifiers of a scheme, none
 * is taken, unless one is labelled as the paper's.
 */
export function readMetadata(
  body: string,
  headLines: HeadLine[],
  { labels, timeZone, firstLine = 1, stated = [] }: MetadataOptions,
): HeadMetadata {
  const lines = headLines.map((line) => ({ ...line, number: line.number + firstLine - 1 }));
  const read = readHead(lines, labels);
  const known = [...stated, ...read.said];
  const sections = readSectionLabels(body, labels, firstLine).filter(({ meaning }) =>
    meaning === 'paper'
      ? findIdentifiers({ ...read, said: known }).identifiers.length === 0
      : known.every((one) => one.meaning !== meaning),
  );
  const head = { ...read, said: [...known, ...sections] };
  const of = (meaning: LabelMeaning) => head.said.filter((said) => said.meaning === meaning);
  const { identifiers, doubtful } = findIdentifiers(head);
  const isOfZotero = headLines.some(({ text }) => /^(?:item ?type|cite ?key)\s*:/i.test(text));
  return {
    title: firstOf([...of('title'), ...of('paper')], readTitle),
    ownTitle: beginsWithTitle.test(body) ? firstOf(of('title'), readTitle)?.value : undefined,
    identifiers,
    authors: findAuthors(of('authors')),
    venue: firstOf(of('venue'), ({ value }) => (value.length <= 100 ? readLine(unlink(value)) : null)),
    publishedAt: firstOf(
      // In an entry of Zotero the date is the paper's.
      of('date').filter(({ label }) => !isOfZotero || !/^date$/i.test(label ?? '')),
      ({ value }) => readMoment(unlink(value), timeZone),
    ),
    tags: firstOf(of('tags'), ({ value }) => splitTags(value)),
    category: firstOf(of('category'), ({ value }) =>
      value !== '' && value.length <= 100 ? value.split(/\s*[>/]\s*/) : null,
    ),
    links: findLinks(head),
    lines: head.lines.map((number) => number - firstLine + 1),
    doubtful,
  };
}

/** What `read` makes of the only thing that is said; undefined when two say different things. */
function firstOf<T>(said: Said[], read: (said: Said) => T | null): FoundValue<T> | undefined {
  const found = said.flatMap((one) => {
    const value = read(one);
    return value === null ? [] : [{ value, by: tell(one) }];
  });
  const [first] = found;
  const isOne = found.every(({ value }) => JSON.stringify(value) === JSON.stringify(first?.value));
  return isOne ? first : undefined;
}

/** Authors in one line, or each in a line of their own (`Author:: Lu, Yu`), as Zotero writes them. */
function findAuthors(said: Said[]): HeadMetadata['authors'] {
  const each = said.map(({ value }) => /^([^,]+),\s*([^,]+)$/.exec(value));
  const isEach = said.length > 1 && said.some(({ label }) => /^first ?author$/i.test(label ?? ''));
  const [first] = said;
  if (first && isEach) {
    const names = said.map(({ value }, at) =>
      (each[at] ? `${each[at]?.[2]} ${each[at]?.[1]}` : value).trim(),
    );
    return { value: names.map((name) => ({ name, orcid: null })), by: tell(first) };
  }
  return firstOf(said, ({ value }) => {
    const names = splitAuthors(value);
    return names.length > 0 &&
      names.every((name) => name.length <= 80 && !/[.!?:]\s/.test(name.replace(initials, '')))
      ? names.map((name) => ({ name, orcid: null }))
      : null;
  });
}

/** The title of the paper, where a label is followed by words or a link with words. */
function readTitle({ meaning, value, links, label }: Said): string | null {
  const [link] = links;
  const text = readLine(value.replace(/^["“《「『]+|["”》」』]+$/gu, '')) ?? '';
  if (text === '' || text.length > longestTitle || generic.test(text)) return null;
  if (meaning === 'title') return text;
  // `Paper: [Direct Preference Optimization](…)`; not an identifier, nor a list of links.
  const isTitle = links.length === 1 && link?.label === text && /\p{L}{2,}.*\s\p{L}/u.test(text);
  const isPlain = links.length === 0 && /^(?:paper|논문|论文|論文)$/iu.test(label ?? '') && /\s/u.test(text);
  return (isTitle || isPlain) && recognizeIdentifier(text).kind === 'none' ? text : null;
}

interface Candidate {
  scheme: IdentifierScheme;
  value: string;
  version: number | null;
  by: string;
}

function findIdentifiers(head: NoteHead): { identifiers: Candidate[]; doubtful: string[] } {
  const labelled = head.said
    .filter(({ meaning }) => meaning === 'paper' || meaning === 'title')
    .flatMap((said) => [
      ...said.links.flatMap(({ url }) => candidate(url, tell(said))),
      ...(said.links.length === 0 ? candidate(textIdentifier(said), tell(said)) : []),
    ]);
  const linked = [
    ...head.links.flatMap(({ url, label, line }) => candidate(url, `the link "${label}" in line ${line}`)),
    ...head.said
      .filter(({ meaning }) => meaning === 'link')
      .flatMap((said) => said.links.flatMap(({ url }) => candidate(url, tell(said)))),
  ];
  const [identifiers, doubtful]: [Candidate[], string[]] = [[], []];
  for (const scheme of identifierSchemes) {
    for (const group of [labelled, linked]) {
      const found = group.filter((one) => one.scheme === scheme);
      const values = [...new Set(found.map(({ value }) => value))];
      if (values.length === 1 && found[0]) identifiers.push(found[0]);
      else if (values.length > 1) doubtful.push(`${scheme} ${values.join(', ')} (which is the paper?)`);
      if (values.length > 0) break;
    }
  }
  return { identifiers, doubtful };
}

/** The identifier of `arXiv: 2405.17428` or `DOI: 10.1/x`, which has no address. */
function textIdentifier({ value, label }: Said): string {
  const [word = ''] = unlink(value).split(/\s/, 1);
  return /arxiv/i.test(label ?? '') && !/^arxiv/i.test(word) ? `arxiv:${word}` : word;
}

function candidate(text: string, by: string): Candidate[] {
  const found = readIdentifier(text);
  return found ? [{ ...found, version: found.version ?? null, by }] : [];
}

/** The links of the paper but those by which it is known. */
function findLinks(head: NoteHead): NoteLink[] {
  const said = head.said
    .filter(({ meaning }) => ['code', 'link', 'paper', 'title'].includes(meaning))
    .flatMap(({ meaning, links, label }) =>
      links.map(({ label: text, url }) =>
        meaning === 'code' ? readTextLink('Code', url, 'code') : readTextLink(label ?? text, url),
      ),
    );
  // Behind prose a link is of the text.
  const early = head.links.filter(({ line }) => line < (head.prose ?? Number.POSITIVE_INFINITY));
  const links = [...said, ...early.map(({ label, url }) => readTextLink(label, url))];
  return links.filter(
    (link, index): link is NoteLink =>
      link !== null &&
      link.url !== null &&
      recognizeIdentifier(link.url).kind !== 'identifier' &&
      links.findIndex((other) => other?.url === link.url) === index,
  );
}

function tell({ label, line }: Said): string {
  return label === null ? `line ${line}` : `"${label}" in line ${line}`;
}
