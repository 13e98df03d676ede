import { htmlFlow } from 'micromark-core-commonmark';
import type { Extension } from 'micromark-util-types';

const openers: [RegExp, RegExp][] = [
  [/<!--/y, /-->/g],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![A-Za-z]/y, />/g],
  [/<(?:script|pre|style|textarea)(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi],
];

/**
 * HTML blocks of kinds 1 to 5 (CommonMark 4.6) only where their end condition is met: else they would take all that
 * follows. Each end is searched once from any place on, for linear time.
 */
export function closedHtml(text: string): Extension {
  const unclosed = new Map<RegExp, number>();
  const isClosed = (offset: number): boolean => {
    for (const [opener, closer] of openers) {
      opener.lastIndex = offset;
      if (!opener.test(text)) continue;
      if (offset >= (unclosed.get(closer) ?? text.length)) return false;
      closer.lastIndex = offset + 2;
      const isFound = closer.test(text);
      if (!isFound) unclosed.set(closer, offset);
      return isFound;
    }
    return true;
  };
  const tokenize: typeof htmlFlow.tokenize = function (effects, ok, nok) {
    return isClosed(this.now().offset) ? htmlFlow.tokenize.call(this, effects, ok, nok) : nok;
  };
  return {
    disable: { null: ['htmlFlow'] },
    flow: { 60: { ...htmlFlow, name: 'closedHtmlFlow', tokenize } },
  };
}
