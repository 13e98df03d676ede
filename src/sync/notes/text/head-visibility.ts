import type { Cell, HeadLine } from '../../../content/head/head.ts';
import { foldLabel } from '../../../content/head/labels.ts';
import { FieldReader } from '../field-reader.ts';
import { readVisibility } from '../visibility.ts';

/** Labels that say who may see a note; what they say is taken even when it is not understood. */
const audiences =
  /^(?:visibility|privacy|audience|public|private|공개|공개 ?여부|공개 ?범위|비공개|公开|公开范围|私密|公開|公開範囲|非公開)$/u;
/** Labels that may also speak of the paper, so that only certain words count. */
const others = /^(?:publish|published|draft|hidden|secret|status|state|상태|状态|狀態|状態|ステータス)$/u;
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
      const field = /^(?:상태|状态|狀態|状態|ステータス)$/u.test(name)
        ? 'status'
        : name.replace(/ ?(?:여부|범위|范围|範囲)$/u, '');
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
