import { crc32 } from 'node:zlib';

/** A file of a zip, with what a hostile one may claim. */
export interface ZipMember {
  name: string | Buffer;
  bytes?: Buffer | string;
  /** The mode of Unix, such as 0o120777 for a symbolic link. */
  mode?: number;
  /** What it says that it unpacks to. */
  size?: number;
  crc?: number;
  /** General purpose bits; 0x800 says that the name is UTF-8. */
  flags?: number;
}

/** Writes a zip with stored files (APPNOTE 4.3). */
export function writeZip(members: ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes = '', mode = 0o100644, size, crc, flags = 0x800 } of members) {
    const content = Buffer.from(bytes);
    const called = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt32LE(crc ?? crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(size ?? content.length, 18);
    fields.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, called, content]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE((mode << 16) >>> 0, 6);
    more.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, more, called);
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
