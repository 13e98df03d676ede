// Puts two files in turn under one key, until it is killed. Arguments: the folder of the storage, the key, the files.
import { openStorage } from '../../src/storage/open.ts';

const [folder = '', key = '', ...files] = process.argv.slice(2);
const storage = openStorage(`file://${folder}`);
process.stdout.write('ready\n');
for (;;) for (const file of files) await storage.put(key, file, 'image/png');
