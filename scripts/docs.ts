// Writes the generated parts of docs/ again (`npm run docs`).
import { writeFile } from 'node:fs/promises';
import { generatedDocuments, renewDocument } from './documents.ts';

for (const file of generatedDocuments) await writeFile(file, await renewDocument(file));
