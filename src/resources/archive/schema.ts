import { type Static, Type } from 'typebox';
import { closed } from '../../wire.ts';

export const ArchiveLine = Type.Object(
  {},
  {
    $id: 'ArchiveLine',
    additionalProperties: true,
    description: 'What an archive is, one row under the name of its table, or how many rows there were.',
    examples: [{ postil: 'archive', format: 1 }],
  },
);

export const ImportedArchive = closed(
  { rows: Type.Integer({ description: 'How many rows the archive had.', examples: [1234] }) },
  { $id: 'ImportedArchive', description: 'What became of an archive.' },
);
export type ImportedArchive = Static<typeof ImportedArchive>;

export const archiveComponents = [ArchiveLine, ImportedArchive];
