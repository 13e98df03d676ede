import type { Element, ElementContent, Parents, RootContent } from 'hast';
import { findLanguage, isCodeTable, readCode } from './code.ts';
import { markStyles } from './styles.ts';
import {
  attributeOf,
  buildElement,
  findElement,
  hasClass,
  isTag,
  lineOf,
  listClasses,
  listElements,
  rewriteTree,
  textOf,
} from './tree.ts';

/** Elements that show nothing, or nothing of the post. */
const unseen = new Set(['script', 'style', 'template', 'link', 'meta', 'title', 'base', 'head']);
const toggleContents = ['moreless-content', 'moreless_content', 'kg-toggle-content'];
const previews = ['kg-bookmark-card', 'og-card', 'wp-block-embed-preview'];

/**
 * Turns what editors of blogs make into plain elements: toggles into `details`, cards of links and embedded frames into links,
 * highlighted code into `pre`, styles into elements that mean the same.
 * @param lose called with what is not kept, or in another form
 */
export function prepareTree(tree: Parents, lose: (what: string) => void): void {
  rewriteTree(tree, (children, parent) =>
    children.flatMap((child) => (isTag(child) ? prepareElement(child, parent, lose) : keepSeen(child))),
  );
}

const keepSeen = (node: RootContent): RootContent[] =>
  node.type === 'comment' || node.type === 'doctype' ? [] : [node];

function prepareElement(element: Element, parent: Parents, lose: (what: string) => void): RootContent[] {
  if (unseen.has(element.tagName)) return [];
  const type = attributeOf(element, 'dataKeType');
  if (type === 'moreLess' || hasClass(element, 'txc-moreless', 'kg-toggle-card'))
    return [makeToggle(element)];
  if (hasClass(element, 'kg-callout-card')) return [makeBox(element)];
  if (type === 'opengraph' || hasClass(element, ...previews)) return makePreview(element, lose);
  if (hasClass(element, 'colorscripter-code')) return [makeLines(element)];
  if (isCodeTable(element) || isTag(element, 'pre')) return [makeCode(element, parent)];
  if (isTag(element, 'div', 'figure')) nameLanguage(element);
  if (isTag(element, 'iframe', 'embed', 'object', 'video', 'audio')) return makeLink(element, lose);
  if (isTag(element, 'svg', 'canvas')) {
    lose('drawing (SVG)');
    const text = textOf(element).trim();
    return text === '' ? [] : [{ type: 'text', value: text }];
  }
  return markStyles(element, lose);
}

/** A highlighter may say the language two elements around the code. */
function nameLanguage(element: Element): void {
  const code = findElement(element, (one) => isTag(one, 'code') && one.properties.isUnnamed === true);
  const language = code ? findLanguage(buildElement('pre', element.properties), undefined) : '';
  if (code && language !== '') code.properties = { className: [`language-${language}`] };
}

function makeCode(element: Element, parent: Parents): Element {
  const language = findLanguage(element, isTag(parent as Element) ? (parent as Element) : undefined);
  const code = buildElement(
    'code',
    language === '' ? { isUnnamed: true } : { className: [`language-${language}`] },
    [{ type: 'text', value: readCode(element) }],
  );
  return buildElement('pre', {}, [code]);
}

function makeToggle(element: Element): Element {
  const button = findElement(element, (one) =>
    listClasses(one).some((name) =>
      /^(?:btn-toggle-moreless|btn_more|moreless_fold|kg-toggle-heading-text)$/.test(name),
    ),
  );
  const content = findElement(element, (one) => hasClass(one, ...toggleContents));
  const label = (button && lineOf(button)) || attributeOf(element, 'dataTextMore') || '더보기';
  const rest = content?.children ?? element.children.filter((child) => child !== button);
  return buildElement('details', {}, [
    buildElement('summary', {}, [{ type: 'text', value: label }]),
    ...rest,
  ]);
}

/** A box of Ghost: its emoji and its text. */
function makeBox(element: Element): Element {
  const [emoji, text] = ['kg-callout-emoji', 'kg-callout-text'].map((name) =>
    findElement(element, (one) => hasClass(one, name)),
  );
  if (!text) return buildElement('blockquote', {}, element.children);
  const sign: ElementContent[] = emoji ? [{ type: 'text', value: `${lineOf(emoji)} ` }] : [];
  return buildElement('blockquote', {}, [buildElement('p', {}, [...sign, ...text.children])]);
}

/** Code that Color Scripter made: a table of numbers of lines, and an element for each line of code. */
function makeLines(element: Element): Element {
  const [, cell = element] = listElements(element, (one) => isTag(one, 'td'));
  const rows = listElements(
    cell,
    (one) =>
      isTag(one, 'div') && findElement(one, (inner) => isTag(inner, 'div') && inner !== one) === undefined,
  );
  const text = (rows.length > 0 ? rows : [cell]).map((row) =>
    textOf(row).replaceAll('\u00A0', ' ').trimEnd(),
  );
  return buildElement('pre', {}, [buildElement('code', {}, [{ type: 'text', value: text.join('\n') }])]);
}

/** A card of a link: its title is kept as the text of the link. */
function makePreview(element: Element, lose: (what: string) => void): RootContent[] {
  const anchor = isTag(element, 'a') ? element : findElement(element, (one) => isTag(one, 'a'));
  const url = (anchor && attributeOf(anchor, 'href')) || attributeOf(element, 'dataOgUrl');
  const title = findElement(element, (one) =>
    listClasses(one).some((name) => /(?:^og-title$|bookmark-title$)/.test(name)),
  );
  const label = (title && lineOf(title)) || attributeOf(element, 'dataOgTitle') || url;
  if (url === '') return [element];
  lose('preview of a link (kept as the link)');
  return [buildElement('p', {}, [buildElement('a', { href: url }, [{ type: 'text', value: label }])])];
}

const frames: [RegExp, (id: string) => string][] = [
  [/youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/player\.vimeo\.com\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`],
];

/** What another site shows, or plays: a link to it. */
function makeLink(element: Element, lose: (what: string) => void): RootContent[] {
  const source = findElement(element, (one) => isTag(one, 'source'));
  const said = [element, ...(source ? [source] : [])]
    .map((one) => attributeOf(one, 'src') || attributeOf(one, 'dataSrc') || attributeOf(one, 'data'))
    .find((address) => address !== '');
  const kept = isTag(element, 'object') ? element.children : [];
  if (said === undefined) return kept;
  const address = said.startsWith('//') ? `https:${said}` : said;
  const url = frames.map(([at, write]) => at.exec(address)?.[1] && write(at.exec(address)?.[1] ?? ''));
  const href = url.find((found) => found) || address;
  const label = attributeOf(element, 'title').replace(/\s+/g, ' ').trim() || href;
  lose(`${element.tagName} (kept as a link)`);
  const link: ElementContent = buildElement('a', { href }, [{ type: 'text', value: label }]);
  return [buildElement('p', {}, [link]), ...kept];
}
