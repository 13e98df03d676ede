import type { BatchResult } from '../../resources/batch/schema.ts';
import { reasonOf } from '../caller.ts';

export const isSlugTaken = ({ problem }: BatchResult) => problem?.code === 'slug-taken';

/** Why an item was refused, by its places in the note. @param pathOf the file of an item of the same batch */
export function refusalOf({ status, problem }: BatchResult, pathOf: (index: number) => string): string {
  const errors = problem?.errors?.map(({ pointer = '', ...fault }) => ({
    ...fault,
    pointer: pointer.replace(/^\/(?:data|create)(?=\/)/, ''),
  }));
  const reason = reasonOf({ status, body: { ...problem, errors } });
  return reason.replace(/\bitem (\d+)/, (_, index) => pathOf(Number(index)));
}

/** Adds a cover that only a dry run has not uploaded, and that therefore is not among what was asked. */
export function tellCover(
  outcome: 'created' | 'updated' | 'unchanged',
  changed: string[],
  isNewCover: boolean,
): { outcome: 'created' | 'updated' | 'unchanged'; changed: string[] } {
  if (!isNewCover || outcome === 'created') return { outcome, changed };
  return { outcome: 'updated', changed: [...changed, 'cover'] };
}

/** Warnings by what stands in the text, since the lines of a body are not those of its file. */
export const tellWarnings = (warnings: BatchResult['renderWarnings']): string[] => [
  ...new Set(
    warnings.map(({ line, source, detail }) =>
      source === null
        ? detail
        : `${JSON.stringify(source.length > 60 ? `${source.slice(0, 60)}…` : source)}${line === null ? '' : ` in line ${line} of the text`} (${detail})`,
    ),
  ),
];

export const tellLeftOut = ({ pointer, detail }: BatchResult['leftOut'][number]) =>
  `${pointer.replace(/^\/data\/(?:paper\/)?/, '')} (${detail.replace(/^is left out: /, '')})`;
