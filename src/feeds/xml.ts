/** A piece of an XML document, written already. */
export interface Xml {
  xml: string;
}

type Child = string | Xml | null | undefined;

/** What XML 1.0 cannot hold in any form (2.2), and half a surrogate pair. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML or HTML holds it; characters that XML has no way to say are left out. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** Text in a section that needs no escaping: for HTML, which would be escaped at every tag. */
export function characterData(text: string): Xml {
  return { xml: `<![CDATA[${text.replace(impossible, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>` };
}

/** An element; children that are missing are left out, those that are text are escaped. */
export function element(name: string, attributes: Record<string, string>, ...children: Child[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : (child?.xml ?? '')));
  return { xml: `<${name}${written.join('')}>${inner.join('')}</${name}>` };
}

/** An element that has a text, or none at all where there is no text. */
export function textElement(name: string, text: string | null | undefined): Xml | null {
  return text === null || text === undefined ? null : element(name, {}, text);
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
