import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { closeDatabase, openDatabase } from '../db/driver/client.ts';

/** The OpenAPI document as text; needs no database. */
export async function writeOpenapi(): Promise<string> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const db = openDatabase({ url: 'postgres://127.0.0.1/none' }, config);
  const app = await buildApp({ config, db });
  await app.ready();
  const document = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  await closeDatabase(db);
  return document;
}

export const openapiCommand = new Command('openapi')
  .description('Write the OpenAPI document to a file, or to the terminal.')
  .argument('[file]', 'where to write it')
  .action(async (file?: string) => {
    const document = await writeOpenapi();
    if (file === undefined) process.stdout.write(document);
    else await writeFile(file, document);
  });
