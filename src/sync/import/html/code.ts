import type { Element } from 'hast';
import { attributeOf, findElement, hasClass, isTag, listClasses, textOf } from './tree.ts';

/** Classes that are a language by themselves, as in `<pre class="python">`. */
const languages = new Set(
  `bash c clojure cmake cpp c++ c# cs csharp css cuda dart diff docker dockerfile elixir erlang fortran fsharp go golang
  graphql groovy haskell html http ini java javascript js json jsx julia kotlin latex less lisp lua makefile markdown
  mathematica matlab md mermaid nginx nim objectivec ocaml perl php plaintext powershell prolog protobuf py pycon python
  r ruby rust scala scheme scss sh shell sql swift tex text toml ts tsx txt typescript vb verilog vhdl vim vue wasm xml
  yaml yml zig zsh`.split(/\s+/),
);
const named = /^(?:language-|lang-|brush:|highlight-source-)([\w+#.-]+)/i;

/** The language of a block of code by its own classes and attributes, and those of what it stands in; empty when none says one. */
export function findLanguage(pre: Element, around: Element | undefined): string {
  const code = findElement(pre, ({ tagName }) => tagName === 'code');
  const places = [code, pre, around].filter((place) => place !== undefined);
  for (const place of places) {
    const said = attributeOf(place, 'dataKeLanguage') || attributeOf(place, 'dataEnlighterLanguage');
    const lang = said || attributeOf(place, 'dataLanguage') || attributeOf(place, 'dataLang');
    if (/^[\w+#.-]{1,40}$/.test(lang)) return lang.toLowerCase();
    const classes = listClasses(place)
      .join(' ')
      .replace(/brush:\s+/i, 'brush:')
      .split(/[\s;]+/);
    const prefixed = classes.map((name) => named.exec(name)?.[1]).find((name) => name !== undefined);
    const language = prefixed ?? classes.find((name) => languages.has(name.toLowerCase()));
    if (language !== undefined) return language.toLowerCase().replace(/[^\w+#.-]/g, '');
  }
  return '';
}

/** The text of a block of code, without the numbers of lines that a highlighter puts beside it. */
export function readCode(pre: Element): string {
  const lines = findElement(pre, (one) => isTag(one, 'td') && hasClass(one, 'code', 'rouge-code'));
  return textOf(lines ?? pre)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n|\n+$/g, '');
}

/** A table that a highlighter makes (Hexo, rouge): numbers of lines and the code beside them. */
export const isCodeTable = (element: Element) =>
  isTag(element, 'table') &&
  findElement(element, (one) => isTag(one, 'td') && hasClass(one, 'gutter', 'rouge-gutter')) !== undefined;
