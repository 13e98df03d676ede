import { XMLParser } from 'fast-xml-parser';
import type { ListedFile } from './storage.ts';

/** A page of a list. */
export interface S3Page {
  files: ListedFile[];
  /** The continuation token of the next page; undefined on the last. */
  next: string | undefined;
}

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'Contents',
  trimValues: false,
  // Character references in keys and tokens (`&amp;`, `&#38;`). Declared entities are refused with the document type.
  processEntities: true,
  htmlEntities: true,
});

/**
 * Parses an answer of ListObjectsV2 (Amazon S3 API reference).
 * @throws Error when it is not well-formed (truncated), has a document type, or lacks what a list needs
 */
export function parsePage(xml: string): S3Page {
  if (xml.includes('<!DOCTYPE')) throw new Error('S3 answered XML with a document type');
  const result = parser.parse(xml, true).ListBucketResult;
  if (typeof result?.IsTruncated !== 'string') throw new Error('S3 answered no list');
  const contents: Record<string, string>[] = result.Contents ?? [];
  const next = result.IsTruncated === 'true' ? result.NextContinuationToken : undefined;
  if (result.IsTruncated === 'true' && !next) throw new Error('S3 answered a list without its continuation');
  return { files: contents.map(readEntry), next };
}

function readEntry({ Key, Size, LastModified }: Record<string, string>): ListedFile {
  const file = { key: Key ?? '', bytes: Number(Size), modifiedAt: new Date(LastModified ?? '') };
  if (!file.key || !Number.isSafeInteger(file.bytes) || Number.isNaN(file.modifiedAt.getTime()))
    throw new Error('S3 answered a list with an entry that cannot be read');
  return file;
}
