/** A node of schema.org; undefined members are omitted. */
export type Node = { '@type': string | string[] } & Record<string, unknown>;

const context = 'https://schema.org';

/** Serialises a JSON-LD document (W3C JSON-LD 1.1) of one node. */
export function writeJsonLd(node: Node): string {
  return JSON.stringify({ '@context': context, ...node });
}

/** The same for `<script type="application/ld+json">`, without sequences that end the element or open a comment. */
export function writeEmbedded(node: Node): string {
  return writeJsonLd(node).replaceAll('<', '\\u003c');
}
