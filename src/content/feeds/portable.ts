import { escapeHtml } from '../text/escape.ts';

/** An annotation of MathML, in HTML as the renderer writes it: text has no `<`. */
const annotation = /<annotation\b[^<>]*>[^<]*<\/annotation>/g;
const tag = /<(?:a|img)\s(?:[^"<>]|"[^"]*")*>/g;
const address = /(\s(?:href|src)=")([^"]*)"/g;
const reference = /&(?:#x26|amp|#38);/gi;

/**
 * Makes rendered HTML independent of its page, for feed readers: relative addresses and those of places in the text
 * become absolute, and formulas lose the annotation with their source, which readers that know no MathML show besides.
 * @param page the URL of the page
 */
export function makePortable(html: string, page: string): string {
  const [base = ''] = page.split('#', 1);
  return html.replace(annotation, '').replace(tag, (written) =>
    written.replace(address, (whole, before: string, value: string) => {
      if (/^[a-z][a-z\d+.-]*:/i.test(value)) return whole;
      if (value.startsWith('#')) return `${before}${escapeHtml(base)}${value}"`;
      const plain = value.replace(reference, '&');
      return URL.canParse(plain, base) ? `${before}${escapeHtml(new URL(plain, base).href)}"` : whole;
    }),
  );
}
