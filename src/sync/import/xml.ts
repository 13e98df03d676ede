import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { NoteRefused } from '../notes/front-matter.ts';
import { ImportRefused } from './refused.ts';

/** An export is read as a whole, up to this size. */
const mostBytes = 256 * 1024 * 1024;

/**
 * The text of a file, in UTF-8 or the encoding that its XML declaration, or as a page its `meta` element, says.
 * @throws ImportRefused when it is in neither, or too large
 */
export async function readExport(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.length > mostBytes) throw new ImportRefused(`${file} is larger than ${mostBytes / 2 ** 20} MiB`);
  return decodeExport(bytes, file);
}

export function decodeExport(bytes: Buffer, what: string): string {
  const head = bytes.subarray(0, 1024).toString('latin1');
  const ofXml = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/i.exec(head)?.[1];
  // UTF-16 said in ASCII is UTF-8 (HTML 13.2.3.2).
  const ofHtml = /^[^<{[]*<[\s\S]*?<meta[^>]*\bcharset\s*=\s*["']?(?!utf-16)([\w-]+)/i.exec(head)?.[1];
  const said = ofXml ?? ofHtml ?? 'utf-8';
  if (!/^utf-?8$/i.test(said) && iconv.encodingExists(said)) return iconv.decode(bytes, said);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ImportRefused(`${what} is not UTF-8 text`, { cause: error });
  }
}

/** The text of a page of HTML, in its encoding. @throws NoteRefused */
export function readPageText(file: string): string {
  try {
    return decodeExport(readFileSync(file), 'it');
  } catch (error) {
    throw new NoteRefused((error as Error).message);
  }
}

/** A document type may declare entities: those that grow, and those that read other files. @throws ImportRefused */
export function refuseDoctype(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')))
    throw new ImportRefused(
      'The XML has a document type (<!DOCTYPE>), which is not read: export it again without one',
    );
}

/** A moment as feeds and exports say it, with its offset or in UTC; undefined when it is none. */
export function readInstant(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const isBare = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/.test(text.trim());
  const moment = new Date(isBare ? `${text.trim().replace(' ', 'T')}Z` : text);
  const year = Number.isNaN(moment.getTime()) ? 0 : moment.getUTCFullYear();
  return year > 1900 && year < 9999 ? moment.toISOString() : undefined;
}

/** @throws NoteRefused */
export function requireTitle(title: string | undefined): string {
  const line = title?.replace(/\s+/g, ' ').trim() ?? '';
  if (line === '') throw new NoteRefused('it has no title');
  return line;
}
