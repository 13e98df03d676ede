// Writes api.d.ts, the types of the client, anew from openapi/openapi.json: npx tsx examples/site/types.ts
// (To run the frontend itself: npx tsx examples/site/main.ts http://127.0.0.1:3000)
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const document = new URL('../../openapi/openapi.json', import.meta.url);
const header = `// Made by \`npx tsx examples/site/types.ts\` out of openapi/openapi.json: never changed by hand.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
`;

/** The text of api.d.ts as the document of now makes it. */
export async function makeTypes(): Promise<string> {
  return header + astToString(await openapiTypescript(document));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(new URL('api.d.ts', import.meta.url), await makeTypes());
}
