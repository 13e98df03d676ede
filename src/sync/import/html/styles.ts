import type { Element, ElementContent, RootContent } from 'hast';
import { attributeOf, buildElement, isTag } from './tree.ts';

/** Elements that are lines of text: a style of theirs can become an element around what is in them. */
const inline = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'u', 's', 'a', 'label', 'small', 'big']);

/**
 * Makes elements of the styles of a piece of text: bold, italic, struck, underlined, and a colour, which becomes `mark`. Black, grey and
 * white are no colour, but what a theme gives to all of a text.
 */
export function markStyles(element: Element, lose: (what: string) => void): RootContent[] {
  const style = readStyle(attributeOf(element, 'style'));
  if (style.display === 'none' && !isTag(element, 'a', 'img')) {
    lose('hidden text');
    return [];
  }
  const isColoured =
    isColour(style.color ?? attributeOf(element, 'color')) || isColour(style.background ?? '');
  if (!inline.has(element.tagName)) {
    if (isColoured) lose('colour of a block');
    return [element];
  }
  let children: ElementContent[] = element.children;
  const wrap = (name: string) => {
    children = [buildElement(name, {}, children)];
  };
  if (/^(?:bold|bolder|[6-9]00)$/.test(style.weight ?? '') && !isTag(element, 'b', 'strong')) wrap('strong');
  if (style.slant === 'italic' && !isTag(element, 'i', 'em')) wrap('em');
  if (/line-through/.test(style.line ?? '') && !isTag(element, 's')) wrap('del');
  if (/underline/.test(style.line ?? '') && !isTag(element, 'u', 'a')) wrap('u');
  const text = children.length > 0 && isColoured && !isTag(element, 'a');
  if (text) {
    lose('coloured text (kept as <mark>)');
    return [
      buildElement(
        'mark',
        {},
        isTag(element, 'span', 'font')
          ? children
          : [buildElement(element.tagName, element.properties, children)],
      ),
    ];
  }
  return isTag(element, 'span', 'font', 'label')
    ? children
    : [buildElement(element.tagName, element.properties, children)];
}

interface Style {
  color?: string;
  background?: string;
  weight?: string;
  slant?: string;
  line?: string;
  display?: string;
}

const members: Record<string, keyof Style> = {
  color: 'color',
  'background-color': 'background',
  background: 'background',
  'font-weight': 'weight',
  'font-style': 'slant',
  'text-decoration': 'line',
  'text-decoration-line': 'line',
  display: 'display',
};

function readStyle(text: string): Style {
  const style: Style = {};
  for (const declaration of text.split(';')) {
    const [name = '', ...value] = declaration.split(':');
    const member = members[name.trim().toLowerCase()];
    if (member)
      style[member] = value
        .join(':')
        .replace(/!important/i, '')
        .trim()
        .toLowerCase();
  }
  return style;
}

const plainNames =
  /^(?:|inherit|initial|unset|transparent|currentcolor|auto|none|black|white|gr[ae]y|(?:dark|light|dim)gr[ae]y|var\(.*|windowtext)$/;

/** Whether a colour has a hue: its red, green and blue differ. */
function isColour(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (plainNames.test(value)) return false;
  const hex = /^#?([\da-f]{3,8})$/.exec(value)?.[1];
  const pairs =
    hex === undefined
      ? undefined
      : hex.length <= 4
        ? [...hex.slice(0, 3)].map((digit) => digit + digit)
        : hex.match(/../g)?.slice(0, 3);
  const channels =
    pairs?.map((pair) => Number.parseInt(pair, 16)) ??
    /^rgba?\(([^)]*)\)$/
      .exec(value)?.[1]
      ?.split(/[\s,/]+/)
      .slice(0, 3)
      .map(Number);
  if (!channels) return /^[a-z]+$|^hsl|^rgb/.test(value);
  return Math.max(...channels) - Math.min(...channels) > 24;
}
