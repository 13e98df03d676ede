/** A node of schema.org; members that are undefined are left out. */
export type Node = { '@type': string | string[] } & Record<string, unknown>;

const context = 'https://schema.org';

/** The text of a JSON-LD document (W3C JSON-LD 1.1) about one node. */
export function writeDocument(node: Node): string {
  return JSON.stringify({ '@context': context, ...node });
}

/** The same, to stand within `<script type="application/ld+json">`: nothing in it ends the element or opens a comment. */
export function writeEmbedded(node: Node): string {
  return writeDocument(node).replaceAll('<', '\\u003c');
}
