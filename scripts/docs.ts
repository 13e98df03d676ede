// Writes the generated files and parts of docs/ again (`npm run docs`).
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './documents.ts';

for (const [file, write] of Object.entries(generatedFiles)) await writeFile(file, await write(file));
