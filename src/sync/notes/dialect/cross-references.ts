import type { WriteNumbered } from './divisions.ts';
import { writePicture } from './write.ts';

/** What Quarto and bookdown number, by the beginning of a label, in the languages of notes. */
const words: Record<string, Record<string, string>> = {
  en: {
    ...{
      fig: 'Figure',
      tbl: 'Table',
      tab: 'Table',
      eq: 'Equation',
      lst: 'Listing',
      thm: 'Theorem',
      lem: 'Lemma',
      cor: 'Corollary',
    },
    ...{
      prp: 'Proposition',
      cnj: 'Conjecture',
      def: 'Definition',
      exm: 'Example',
      exr: 'Exercise',
      rem: 'Remark',
      alg: 'Algorithm',
    },
  },
  ko: {
    ...{
      fig: '그림',
      tbl: '표',
      tab: '표',
      eq: '식',
      lst: '코드',
      thm: '정리',
      lem: '보조정리',
      cor: '따름정리',
    },
    ...{ prp: '명제', cnj: '추측', def: '정의', exm: '예', exr: '연습', rem: '참고', alg: '알고리즘' },
  },
  zh: {
    ...{ fig: '图', tbl: '表', tab: '表', eq: '公式', lst: '代码', thm: '定理', lem: '引理', cor: '推论' },
    ...{ prp: '命题', cnj: '猜想', def: '定义', exm: '例', exr: '练习', rem: '注', alg: '算法' },
  },
  ja: {
    ...{ fig: '図', tbl: '表', tab: '表', eq: '式', lst: 'コード', thm: '定理', lem: '補題', cor: '系' },
    ...{ prp: '命題', cnj: '予想', def: '定義', exm: '例', exr: '演習', rem: '注意', alg: 'アルゴリズム' },
  },
};
const kinds = Object.keys(words.en ?? {}).join('|');
const label = new RegExp(String.raw`\{[^{}\n]*#((?:${kinds})-[\w-]+)[^{}\n]*\}`, 'g');
const captioned =
  /!\[((?:[^[\]]|\[[^[\]]*\](?:\([^()]*\))?)*)\]\((<[^>\n]*>|[^\s()]+)(?:[ \t]+"([^"\n]*)")?\)\{([^{}\n]*)\}/g;
const tableCaption = /^([ \t]*)(?::|Table:)[ \t]+(.*?)[ \t]*\{#((?:tbl|tab)-[\w-]+)[^{}\n]*\}[ \t]*$/gm;
const heading = /^#{1,6}[ \t]+(.+?)[ \t]*\{[^{}\n]*#(sec-[\w-]+)[^{}\n]*\}[ \t]*$/gm;

/** Whether a text may have labels that are referred to. */
export const mayHaveLabels = (text: string): boolean => /\{[^{}\n]*#(?:[a-z]{2,3}-|eq:)/.test(text);

/** The labels of a text, and what its references are written as. */
export class CrossReferences {
  readonly #words: Record<string, string>;
  readonly #numbers = new Map<string, number>();
  readonly #sections = new Map<string, string>();

  constructor(text: string, language: string) {
    this.#words = words[language.split('-')[0] ?? ''] ?? words.en ?? {};
    const counts = new Map<string, number>();
    for (const [, name = ''] of text.matchAll(label)) {
      const kind = this.#wordOf(name);
      if (this.#numbers.has(name)) continue;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      this.#numbers.set(name, counts.get(kind) ?? 1);
    }
    for (const [, title = '', name = ''] of text.matchAll(heading)) this.#sections.set(name, title);
  }

  #wordOf(name: string): string {
    return this.#words[name.split('-')[0] ?? ''] ?? name;
  }

  /** `Figure 1`; undefined for what has no label. */
  #numberOf(name: string): string | undefined {
    const number = this.#numbers.get(name);
    return number === undefined ? undefined : `${this.#wordOf(name)} ${number}`;
  }

  /** The number of an equation. */
  tagOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** Captions of pictures and tables, with their numbers. */
  writeCaptions(text: string): string {
    return text
      .replace(
        captioned,
        (whole, words: string, src: string, title: string | undefined, attributes: string) => {
          const [, name] = /#(fig-[\w-]+)/.exec(attributes) ?? [];
          if (name === undefined) return whole;
          const [, alt] = /\bfig-alt=(?:"([^"]*)"|'[^']*')/.exec(attributes) ?? [];
          const caption = [this.#numberOf(name) ?? '', words || title || '']
            .filter((part) => part !== '')
            .join(': ');
          return writePicture({ src: src.replace(/^<|>$/g, ''), alt: alt ?? '', caption }).text;
        },
      )
      .replace(
        tableCaption,
        (_, indent: string, caption: string, name: string) =>
          `${indent}**${this.#numberOf(name)}**: ${caption}`,
      );
  }

  /** A division with a label: a figure with its caption below it, or a theorem. */
  readonly writeDivision: WriteNumbered = (id, title, text) => {
    const numbered = this.#numberOf(id);
    if (numbered === undefined) return undefined;
    if (/^(?:fig|tbl|tab|lst)-/.test(id)) {
      const blocks = text.split(/\n{2,}/);
      const caption = blocks.length > 1 ? (blocks.pop() ?? '') : '';
      return `${blocks.join('\n\n')}\n\n**${numbered}**${caption === '' ? '' : `: ${caption.trim()}`}`;
    }
    return `**${numbered}${title === '' ? '' : ` (${title})`}.** ${text}`;
  };

  /** References to what has a label here; others are citations, and stay. */
  writeReferences(text: string): string {
    if (this.#numbers.size === 0 && this.#sections.size === 0) return text;
    return text
      .replace(/(?<![\w@/])(-?)@([a-z]{2,3}-[\w-]*\w)/g, (whole, bare: string, name: string) => {
        const title = this.#sections.get(name);
        if (title !== undefined) return `[${title}](#${name})`;
        const number = this.#numbers.get(name);
        if (number === undefined) return whole;
        const shown = name.startsWith('eq-') ? `(${number})` : `${number}`;
        return bare === '' ? `${this.#wordOf(name)} ${shown}` : shown;
      })
      .replace(/\[((?:\p{L}+ )?\(?\d+\)?)\](?![([])/gu, (whole, said: string) =>
        /^\p{L}/u.test(said) && Object.values(this.#words).includes(said.split(' ')[0] ?? '') ? said : whole,
      );
  }
}
