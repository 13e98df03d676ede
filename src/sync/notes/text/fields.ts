import type { Said } from '../../../content/head/head.ts';
import { foldLabel, type HeadLabels } from '../../../content/head/labels.ts';
import { recognizeIdentifier } from '../../../content/identifiers/scheme.ts';
import type { FieldReader } from '../field-reader.ts';
import { readMoment } from '../moment.ts';

/** Fields about other papers than the one that a note is about. */
const ofOthers =
  /relat|refer|cit|see|prev|next|parent|canonical|similar|인용|관련|참고|引用|相关|参考|関連|^up$/i;
/** The names of the title of a note. */
export const ownTitles = ['title', '제목', '标题', '標題', '題目', 'タイトル'];
const isPaperAddress = (text: string) =>
  /^https?:\/\/\S+$/.test(text) && recognizeIdentifier(text).kind === 'identifier';

/**
 * What fields of no tool say of the paper: those that are called by a label in Korean, Chinese or Japanese (`저자: …`), and any
 * whose value is the address of a paper (`source: https://arxiv.org/abs/…`). English names are those of a site, so that
 * `author` is of the note, unless `source` is the paper, as the clipper of Obsidian writes it.
 */
export function readFields(reader: FieldReader, labels: HeadLabels, text: string): Said[] {
  return reader.all.flatMap(({ key, name, value }) => {
    const texts = [value].flat().filter((one) => typeof one === 'string');
    const plain = texts.join(', ').replace(/\s+/g, ' ').trim();
    if (plain === '') return [];
    // The note is called so itself.
    if (ownTitles.includes(key)) return [];
    const called = /[^\p{ASCII}]/u.test(name) ? labels.get(foldLabel(name)) : undefined;
    const isClipped = key === 'author' && isPaperAddress(String(reader.peek('source')));
    const meaning =
      texts.length === 1 && isPaperAddress(plain) && !ofOthers.test(name)
        ? 'paper'
        : (called ?? (isClipped ? 'authors' : undefined));
    const links = Array.from(plain.matchAll(/https?:\/\/[^\s,)\]>]+/g), ([url]) => ({ label: name, url }));
    const isRead =
      meaning === 'date'
        ? readMoment(plain) !== null
        : meaning === 'link' || meaning === 'code'
          ? links.length > 0
          : meaning !== undefined && meaning !== 'aside';
    if (meaning === undefined || !isRead) return [];
    reader.take(key);
    const at = text.split('\n').findIndex((line) => line.trimStart().startsWith(name));
    return [{ meaning, value: plain, links, label: name, line: at + 1 }];
  });
}
