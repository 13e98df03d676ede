import { type LinkKind, linkKinds } from '../../db/schema/link-kinds.ts';
import { rules } from '../../validation/rules.ts';
import { findKind } from '../import/links.ts';
import { type FieldReader, readLine } from './field-reader.ts';
import type { FieldValue } from './front-matter.ts';

/** A link of a paper, as it is sent. */
export interface NoteLink {
  kind: LinkKind;
  label: string;
  url: string | null;
}

/** The fields that are links by their name, and what they lead to. */
const fieldKinds: Record<string, LinkKind> = {
  code: 'code',
  github: 'code',
  repo: 'code',
  repository: 'code',
  project: 'project',
  'project-page': 'project',
  website: 'project',
  homepage: 'project',
  pdf: 'pdf',
  model: 'model',
  dataset: 'dataset',
  demo: 'demo',
  video: 'video',
  slides: 'slides',
  poster: 'poster',
  blog: 'blog',
};

const labels: Record<LinkKind, string> = {
  arxiv: 'arXiv',
  pdf: 'PDF',
  code: 'Code',
  project: 'Project page',
  model: 'Model',
  dataset: 'Dataset',
  demo: 'Demo',
  video: 'Video',
  slides: 'Slides',
  poster: 'Poster',
  blog: 'Blog',
  openreview: 'OpenReview',
  other: 'Link',
};

/** Where links lead whose kind nobody says. */
const hosts: [LinkKind, RegExp][] = [
  ['arxiv', /(^|\.)arxiv\.org$/],
  ['openreview', /(^|\.)openreview\.net$/],
  ['code', /(^|\.)(github\.com|gitlab\.com|codeberg\.org)$/],
  ['video', /(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$/],
];

/**
 * The links of a note: those of `links` (addresses, maps of kind to address, or maps with `kind`, `label` and `url`)
 * and those of fields such as `code`. What holds no address is named among the unused.
 */
export function readLinks(reader: FieldReader): NoteLink[] {
  const links: NoteLink[] = [];
  const listed = reader.take('links', 'link');
  if (listed) {
    const items = Array.isArray(listed.value) ? listed.value : [listed.value];
    const read = items.flatMap((item) => readItem(item));
    links.push(...read.filter((link) => link !== null));
    if (read.includes(null)) reader.leave(listed.name, 'not every link has an http address');
  }
  for (const [name, kind] of Object.entries(fieldKinds)) {
    const field = reader.take(name);
    if (!field) continue;
    const values = Array.isArray(field.value) ? field.value : [field.value];
    const read = values.map((value) => (value === null ? undefined : makeLink(kind, labels[kind], value)));
    links.push(...read.filter((link) => link !== undefined && link !== null));
    if (read.includes(null)) reader.leave(field.name, 'no http address');
  }
  return links.filter(
    (link, index) =>
      links.findIndex((other) => other.url === link.url && other.label === link.label) === index,
  );
}

/** A link that stands in a text, of the kind that its label or else its address says; null when it is no address. */
export function readTextLink(label: string, url: string, kind?: LinkKind): NoteLink | null {
  const byLabel = kindOfName(label);
  const found = kind ?? (byLabel === 'other' ? kindOfAddress(url) : byLabel);
  return makeLink(found, found === 'other' && label !== '' ? label : labels[found], url);
}

function readItem(item: FieldValue): (NoteLink | null)[] {
  if (item === null) return [];
  if (typeof item === 'string') {
    const kind = kindOfAddress(item);
    return [makeLink(kind, labels[kind], item)];
  }
  if (Array.isArray(item)) return [null];
  const text = (...names: string[]) => {
    const value = names.map((name) => item[name]).find((found) => typeof found === 'string');
    return typeof value === 'string' ? readLine(value) : null;
  };
  const url = text('url', 'href', 'link');
  const said = text('kind', 'type');
  const label = text('label', 'name', 'title', 'text');
  if (url !== null || said !== null) {
    const kind =
      said !== null ? kindOfName(said) : label !== null ? kindOfName(label) : kindOfAddress(url ?? '');
    return [makeLink(kind, label ?? labels[kind], url)];
  }
  return Object.entries(item)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const kind = kindOfName(name);
      return makeLink(kind, kind === 'other' ? name : labels[kind], value);
    });
}

/** A link; null when its address is none. */
function makeLink(kind: LinkKind, label: string, url: FieldValue): NoteLink | null {
  if (url === null) return { kind, label, url };
  if (typeof url !== 'string') return null;
  const ruling = rules.url(url.trim());
  return ruling.ok ? { kind, label, url: ruling.value } : null;
}

function kindOfName(name: string): LinkKind {
  const plain = name.toLowerCase();
  return linkKinds.find((kind) => kind === plain) ?? fieldKinds[plain] ?? findKind(name);
}

function kindOfAddress(address: string): LinkKind {
  if (!URL.canParse(address)) return 'other';
  const { hostname, pathname } = new URL(address);
  return hosts.find(([, host]) => host.test(hostname))?.[0] ?? (/\.pdf$/i.test(pathname) ? 'pdf' : 'other');
}
