import { XMLParser } from 'fast-xml-parser';
import type { ItemFields } from './hidden.ts';

/** Texts, which may be long. */
const standard = new Set(['title', 'content', 'summary', 'description', 'encoded']);

/**
 * The fields of the items of a feed in XML, in its order: a reader of feeds knows some namespaces only, and another may say who
 * sees an item, as that of Blogger does.
 */
export function readXmlFields(xml: string): ItemFields[] {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => /^(?:entry|item)$/.test(name) });
  const { feed, rss, 'rdf:RDF': rdf } = parser.parse(xml);
  if (feed) return (feed.entry ?? []).map(({ published, ...entry }: ItemFields) => collect(entry));
  return (rss?.channel?.item ?? rdf?.item ?? []).map((item: unknown) => collect(item));
}

/** The same of an item of JSON Feed, whose extensions are objects. */
export const readJsonFields = (item: unknown): ItemFields => collect(item);

/** Extensions are flat: what lies deeper says nothing of the item, and recursion is bounded. */
const deepest = 16;

function collect(value: unknown, fields: ItemFields = {}, depth = 0): ItemFields {
  if (depth > deepest) return fields;
  for (const [name, part] of Object.entries(Object(value))) {
    if (standard.has(name)) continue;
    if (part !== null && typeof part === 'object' && !Array.isArray(part)) collect(part, fields, depth + 1);
    else {
      const text = part === null ? null : Array.isArray(part) ? part.map(String) : String(part);
      // Two of one name may contradict each other: a list is understood as neither.
      fields[name] = name in fields && fields[name] !== text ? [String(fields[name]), String(text)] : text;
    }
  }
  return fields;
}

const otherKinds: [RegExp, string][] = [
  [/comment$/i, 'it is a comment'],
  [/page$/i, 'it is a page'],
  [/(?:settings|template)$/i, 'it is no post but a setting'],
];

/** Why an item is no post, as in a backup of Blogger; null for a post. @param kind the term of its kind, if it has one */
export function findOtherKind(kind: string | undefined): string | null {
  return otherKinds.find(([pattern]) => pattern.test(kind ?? ''))?.[1] ?? null;
}
