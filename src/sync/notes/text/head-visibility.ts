import type { Cell, HeadLine } from '../../../content/head/head.ts';
import { foldLabel } from '../../../content/head/labels.ts';
import { FieldReader } from '../field-reader.ts';
import { readVisibility } from '../visibility.ts';

/** Labels that say who may see a note; what they say is taken even when it is not understood. */
const audiences =
  /^(?:visibility|privacy|audience|(?:is )?public|(?:is )?private|(?:(?:노트|글|문서|페이지|블로그|포스트) ?)?(?:공개|비공개)(?: ?(?:여부|범위|상태|설정))?|公开|公开范围|是否公开|私密|公開|公開範囲|公開設定|非公開)$/u;
/** Labels that may also speak of the paper, so that only certain words count. */
const others =
  /^(?:publish|published|draft|is draft|hidden|hide|secret|confidential|internal|wip|visible|listed|unlisted|members only|share|shared|share to web|share publicly|status|state|상태|状态|狀態|状態|ステータス|노출|노출 ?여부|비밀|비밀글|초안|草稿|下書き|加密|隐藏)$/u;
/** The fields that such labels are, where these are called otherwise. */
const fields: [RegExp, string][] = [
  [/^(?:상태|状态|狀態|状態|ステータス)$/u, 'status'],
  [/^share/u, 'share'],
  [/비공개/u, '비공개'],
  [/공개|노출/u, '공개'],
  [/^비밀$/u, '비밀글'],
  [/^(?:是否)?公开/u, '公开'],
  [/^公開/u, '公開'],
];
const longestValue = 40;
/**
 * What the lines of metadata that a note begins with say of who may see it, as the properties of Notion and the fields of
 * Dataview do: Notion's export has no front matter.
 * @returns what keeps the note a draft, each to be named
 */
export function readHeadVisibility(lines: HeadLine[], firstLine: number): string[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell) => {
      const [label, name, value] = readCell(cell);
      const isAudience = audiences.test(name);
      if ((!isAudience && !others.test(name)) || value.length > longestValue) return [];
      const field = fields.find(([pattern]) => pattern.test(name))?.[1] ?? name;
      const reader = new FieldReader({ [field]: value });
      const { status, notices } = readVisibility(reader, { path: '' });
      const isUnclear = notices.some((notice) => notice.includes('not understood'));
      if (status !== 'draft' || (isUnclear && (!isAudience || isDay(value)))) return [];
      const why = isUnclear
        ? `, "${value}" (not understood, so that it stays a draft)`
        : ' (it stays a draft)';
      return [`"${label}" in line ${line.number + firstLine - 1}${why}`];
    }),
  );
}

/** `공개: 2024. 5.` says when the paper came out. */
const isDay = (value: string) => /\d{4}/.test(value);

function readCell({ text }: Cell): [label: string, name: string, value: string] {
  const [, label = '', value = ''] = /^([^:：]{1,40})[:：]{1,2}\s*([\s\S]*)$/u.exec(text) ?? [];
  return [label.trim(), foldLabel(label), value.trim()];
}
