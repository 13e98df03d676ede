import type { Nodes } from 'mdast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';

/** The longest address whose end is looked for. */
const longestAddress = 2000;
const begin = /(?:https?:\/\/|www\.)[^\s<]*/iy;
/** Punctuation of Chinese, Japanese and Korean, full-width forms, and typographic quotation marks. */
const punctuation = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65‘’“”…·]/u;
const cjk = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
/** A word in these scripts behind a letter, digit, slash or closing mark of an address. */
const word = new RegExp(`(?<=[\\w/)\\]"'*~])[${cjk}]+`, 'gu');
/** Particles: Korean ones are the rest of the word, after Chinese and Japanese ones there is more of the sentence. */
const korean =
  /^(?:으로|에서|에게|한테|까지|부터|처럼|보다|마다|조차|밖에|이라고|라고|이라는|라는|이란|이나|이며|이고|이다|입니다|이에요|예요|인데|이므로|[은는이가을를와과의에로도만나란며고랑])+$/u;
const others =
  /^(?:[的和与與及或中上里是在等以了、]|を|に|で|は|が|の|と|へ|も|や|から|まで|より|です|という)/u;

/** How many characters of an address from an offset on are its own; null for all. */
function measureAddress(text: string, offset: number): number | null {
  begin.lastIndex = offset;
  const [address = ''] = begin.exec(text) ?? [];
  if (address.length > longestAddress) return null;
  const ends = [address.search(punctuation), findParticle(address)].filter((at) => at > 0);
  return ends.length > 0 ? Math.min(...ends) : null;
}

function findParticle(address: string): number {
  for (const { 0: found, index } of address.matchAll(word)) {
    const before = address[index - 1] ?? '';
    // A mark that closes is no part of the address, as in `(https://example.org)은`.
    if (/[)\]"'*~]/.test(before)) {
      const own = address.slice(0, index);
      const isOpened = before === ')' && own.split('(').length === own.split(')').length;
      return isOpened ? index : own.search(/[)\]"'*~]+$/);
    }
    const isHost = !address.slice(8, index).includes('/');
    if (isHost && !/[.-]$/.test(own(address, index))) return index;
    const isWhole = before === '/';
    if (korean.test(found) || (others.test(found) && !isWhole)) return index;
  }
  return -1;
}

const own = (address: string, index: number) => address.slice(0, index);

/**
 * GFM's extended autolinks, which end before a particle (`https://example.org에서`), a full-width bracket or CJK
 * punctuation: the construct is given a space there. Addresses of mail are looked for, from every letter on, only in a
 * text that has their sign.
 */
export function literalAutolinks(text: string, hasMail = text.includes('@')): Extension {
  const { text: constructs = {} } = gfmAutolinkLiteral();
  const record: NonNullable<Extension['text']> = hasMail ? { ...constructs } : {};
  for (const code of [72, 104, 87, 119]) {
    const [mail, address] = constructs[code] as [Construct, Construct];
    record[code] = hasMail ? [mail, endAddress(address, text)] : [endAddress(address, text)];
  }
  return { text: record };
}

function endAddress(construct: Construct, text: string): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const start = this.now().offset;
    const length = measureAddress(text, start);
    if (length === null) return construct.tokenize.call(this, effects, ok, nok);
    let isOver = false;
    const over =
      (settle: State): State =>
      (code) => {
        isOver = true;
        return settle(code);
      };
    const guard = (state: State | undefined): State | undefined =>
      state &&
      ((code) => {
        const next = state(this.now().offset >= start + length ? 32 : code);
        return isOver ? next : guard(next);
      });
    return guard(construct.tokenize.call(this, effects, over(ok), over(nok))) as State;
  };
  return { ...construct, tokenize };
}

const sign = /@|https?:\/\/|www\./i;

/** Whether a text of a tree may have addresses that are not links yet. */
export function findsAddresses(node: Nodes): boolean {
  if (node.type === 'text') return sign.test(node.value);
  return 'children' in node && node.type !== 'link' && (node.children as Nodes[]).some(findsAddresses);
}
