import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A fenced block of code: its language, and what stands behind that in its first line. */
export interface Block {
  language: string;
  note: string;
  text: string;
  line: number;
}

export interface Document {
  path: string;
  text: string;
  blocks: Block[];
  /** Targets of links and images that lead to files of the repository, from its root, with their anchors. */
  links: { path: string; anchor: string | undefined }[];
  /** Texts of inline code. */
  codes: string[];
  /** The names by which GitHub links to headings. */
  anchors: string[];
}

const folders = ['.', 'docs', 'bench', 'drills', 'deploy', 'examples', 'packages/client'];

/** Every document of the repository, README first. */
export function readDocuments(): Document[] {
  const paths = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => normalize(join(folder, name))),
  );
  const order = (path: string) => (path === 'README.md' ? 0 : 1);
  return paths.sort((one, other) => order(one) - order(other)).map(readDocument);
}

function readDocument(path: string): Document {
  const text = readFileSync(path, 'utf8');
  const document: Document = { path, text, blocks: [], links: [], codes: [], anchors: [] };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
    if (node.type === 'code')
      document.blocks.push({
        language: node.lang ?? '',
        note: node.meta ?? '',
        text: node.value,
        line: node.position?.start.line ?? 0,
      });
    if (node.type === 'inlineCode') document.codes.push(node.value);
    if (node.type === 'heading') document.anchors.push(nameAnchor(textOf(node)));
    if ((node.type === 'link' || node.type === 'image') && !/^[a-z]+:/.test(node.url)) {
      const [target = '', anchor] = node.url.split('#');
      document.links.push({
        path: target === '' ? path : normalize(join(dirname(path), target)),
        anchor,
      });
    }
  });
  return document;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The anchor that GitHub gives a heading: lower case, without punctuation, hyphens for spaces. */
const nameAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
