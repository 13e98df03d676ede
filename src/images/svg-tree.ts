import sax from 'sax';
import { invalidImage } from './refusal.ts';

/** An element of the SVG namespace that draws, or that such ones refer to. */
export interface SvgElement {
  name: string;
  attributes: Map<string, string>;
  children: (SvgElement | string)[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const deepest = 100;
const mostElements = 100_000;

const drawing = new Set(
  `svg g a defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath image style
  linearGradient radialGradient stop pattern clipPath mask marker filter`.split(/\s+/),
);
const isDrawing = (name: string) => drawing.has(name) || /^fe[A-Z]/.test(name);
/** Elements whose text is drawn or is a style sheet. */
const withText = new Set(['text', 'tspan', 'textPath', 'a', 'style']);

// Paths and embedded pictures are longer than the parser allows by itself; the file is bounded.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY });

/**
 * Parses SVG with the five entities of XML alone; declarations of others, processing instructions, comments, scripts,
 * event handlers and what is of other namespaces are left out.
 * @throws Problem `image-invalid`
 */
export function readSvg(source: string): SvgElement {
  const parser = sax.parser(true, { xmlns: true, position: true });
  const open: (SvgElement | null)[] = [];
  let root: SvgElement | undefined;
  let count = 0;

  parser.onopentag = (tag) => {
    count += 1;
    if (open.length >= deepest)
      throw invalidImage(`The SVG nests more than ${deepest} elements. Flatten it.`);
    if (count > mostElements)
      throw invalidImage(`The SVG has more than ${mostElements} elements. Export it as PNG, or simplify it.`);
    const element = open.at(-1) === null ? null : readElement(tag as sax.QualifiedTag);
    if (element) open.at(-1)?.children.push(element);
    if (open.length === 0) root = element ?? undefined;
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  const onText = (text: string) => {
    const inside = open.at(-1);
    if (inside && withText.has(inside.name)) inside.children.push(text);
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onerror = (error) => {
    const [reason, line] = error.message.split('\n');
    throw invalidImage(
      `The SVG is not well-formed XML, or uses entities: ${reason} (${line}). Save it again without entities.`,
    );
  };
  parser.write(source.replace(/^\ufeff/, '')).close();
  if (root?.name !== 'svg')
    throw invalidImage('The root element is no `svg` of its namespace. Export it again.');
  return root;
}

function readElement({ local, uri, attributes }: sax.QualifiedTag): SvgElement | null {
  if (uri !== svgNamespace || !isDrawing(local)) return null;
  const kept = new Map<string, string>();
  for (const { local: name, uri: namespace, prefix, value } of Object.values(attributes)) {
    if (namespace === '' ? !/^on|^xmlns$/i.test(name) : namespace === xlinkNamespace && name === 'href') {
      if (namespace === '' || !kept.has(name)) kept.set(name, value.trim());
    } else if (prefix === 'xml' && (name === 'space' || name === 'lang')) kept.set(`xml:${name}`, value);
  }
  return { name: local, attributes: kept, children: [] };
}

/** Writes the tree as XML. */
export function writeSvg(root: SvgElement): string {
  root.attributes.set('xmlns', svgNamespace);
  const parts: string[] = [];
  const write = ({ name, attributes, children }: SvgElement) => {
    parts.push(`<${name}`);
    for (const [attribute, value] of attributes) parts.push(` ${attribute}="${escapeXml(value)}"`);
    parts.push('>');
    for (const child of children) {
      if (typeof child === 'string') parts.push(escapeXml(child));
      else write(child);
    }
    parts.push(`</${name}>`);
  };
  write(root);
  return parts.join('');
}

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without the control characters that XML cannot have (XML 1.0, 2.2). */
const escapeXml = (text: string) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (found) => names[found] ?? '');
