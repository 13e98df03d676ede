import { fromMarkdown } from 'mdast-util-from-markdown';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** Whether anything in a text could be an image: so that most notes are not parsed. */
const suspicious = /!\[|<img\b/i;

/**
 * The images of a body that lie beside the file: with a relative address, or embedded in the manner of Obsidian
 * (`![[figure.png]]`). Those in code are none. An address that begins with a slash, or with Liquid, belongs to a site.
 */
export function findImages(body: string): string[] {
  if (!suspicious.test(body)) return [];
  const found: string[] = [];
  const definitions = new Map<string, string>();
  const references: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'image') found.push(node.url);
    else if (node.type === 'imageReference') references.push(node.identifier);
    else if (node.type === 'definition') definitions.set(node.identifier, node.url);
    else if (node.type === 'html')
      found.push(
        ...Array.from(
          node.value.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi),
          ([, url = '']) => url,
        ),
      );
    else if (node.type === 'text')
      found.push(
        ...Array.from(
          node.value.matchAll(/!\[\[([^\]|]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp))(?:\|[^\]]*)?\]\]/gi),
          ([, name = '']) => name,
        ),
      );
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  found.push(...references.map((identifier) => definitions.get(identifier) ?? ''));
  return [...new Set(found.filter(isBeside))];
}

/** Images cannot be kept yet. @returns what is said of those that lie beside the file; undefined when there are none */
export function refuseImages(body: string): string | undefined {
  const images = findImages(body);
  if (images.length === 0) return undefined;
  return `it shows images that lie beside it (${images.join(', ')}), which are not taken yet: give them an http address`;
}

function isBeside(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/|#|\{\{|%7B%7B)/i.test(address);
}
