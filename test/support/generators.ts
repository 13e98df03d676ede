import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A generator of clients. Its program in `examples/clients/` reads a page, a review and an error. */
export interface Generator {
  /** Its packages, and what its output imports. */
  packages: string[];
  /** Its command, where `openapi.json` is; it writes into `generated/`. Without one the program reads the document itself. */
  command?: string[];
}

export const generators: Record<string, Generator> = {
  'openapi-typescript': {
    packages: ['openapi-typescript@7', 'openapi-fetch@0.17'],
    command: ['openapi-typescript', 'openapi.json', '--output', 'generated/api.d.ts'],
  },
  oazapfts: {
    packages: ['oazapfts@7', '@oazapfts/runtime@1'],
    command: ['oazapfts', 'openapi.json', 'generated/api.ts'],
  },
  'typed-openapi': {
    packages: ['typed-openapi@2'],
    command: ['typed-openapi', 'openapi.json', '--output', 'generated/api.ts'],
  },
  'hey-api': {
    packages: ['@hey-api/openapi-ts@0.95', 'typescript@5.9'],
    command: [
      'openapi-ts',
      '--input',
      'openapi.json',
      '--output',
      'generated',
      '--client',
      '@hey-api/client-fetch',
    ],
  },
  orval: { packages: ['orval@7'], command: ['orval', '--config', 'orval.config.ts'] },
  kubb: {
    packages: ['cli', 'core', 'plugin-oas', 'plugin-ts', 'plugin-client'].map((name) => `@kubb/${name}@4`),
    command: ['kubb', 'generate', '--config', 'kubb.config.ts'],
  },
  'swagger-typescript-api': {
    packages: ['swagger-typescript-api@13'],
    command: [
      'swagger-typescript-api',
      'generate',
      '--path',
      'openapi.json',
      '--output',
      'generated',
      '--name',
      'api.ts',
    ],
  },
  'openapi-typescript-codegen': {
    packages: ['openapi-typescript-codegen@0.31'],
    command: ['openapi', '--input', 'openapi.json', '--output', 'generated', '--useOptions'],
  },
  'ng-openapi-gen': {
    packages: [
      'ng-openapi-gen@1',
      '@angular/core@20',
      '@angular/common@20',
      '@angular/compiler@20',
      'rxjs@7',
    ],
    command: ['ng-openapi-gen', '--input', 'openapi.json', '--output', 'generated'],
  },
  'openapi-zod-client': {
    packages: ['openapi-zod-client@1', '@zodios/core@10', 'zod@3', 'axios@1'],
    command: ['openapi-zod-client', 'openapi.json', '--output', 'generated/api.ts', '--with-alias'],
  },
  'openapi-generator-plus': {
    packages: [
      'openapi-generator-plus@2',
      '@openapi-generator-plus/typescript-fetch-client-generator2@2',
      'whatwg-fetch@3',
    ],
    command: ['openapi-generator-plus', '--config', 'openapi-generator-plus.config.yml'],
  },
  'swagger-client': { packages: ['swagger-client@3'] },
};

const examples = resolve('examples/clients');
const own = resolve('node_modules/.bin');

/** What a project that uses the output is compiled with. */
const tsconfig = {
  compilerOptions: {
    ...{
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
    },
    ...{ strict: true, skipLibCheck: true, noEmit: true, allowImportingTsExtensions: true },
    // ng-openapi-gen writes services of Angular.
    experimentalDecorators: true,
    ...{ types: ['node'], typeRoots: [resolve('node_modules/@types')] },
  },
  exclude: ['node_modules', '**/*.config.ts'],
};

/** Writes `openapi.json` and what compiles into an empty folder. */
export async function prepareProject(folder: string, document: string): Promise<void> {
  await writeFile(join(folder, 'openapi.json'), document);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
}

/** Generates the client in a folder that `prepareProject` prepared, and copies its program there. */
export async function generateClient(name: string, folder: string, address: string): Promise<void> {
  const files = await readdir(examples);
  for (const file of files.filter((one) => one.startsWith(`${name}.`)))
    await copyFile(
      join(examples, file),
      join(folder, file.replace(`${name}.ts`, 'main.ts').replace(/^.*\.config/, `${name}.config`)),
    );
  await mkdir(join(folder, 'generated'), { recursive: true });
  const [program = '', ...args] = generators[name]?.command ?? [];
  if (program !== '')
    await run(program, args, { cwd: folder, env: environment(folder, address), maxBuffer: 1e8 });
}

/** @throws Error with the faults that the compiler finds */
export async function compile(folder: string): Promise<void> {
  await run(join(own, 'tsc'), ['--project', folder], { maxBuffer: 1e8 }).catch((error) => {
    throw new Error(`${folder} does not compile:\n${String(error.stdout).slice(0, 5000)}`);
  });
}

/** Runs the program of a client. @returns what it printed */
export async function runClient(
  folder: string,
  address: string,
  variables: Record<string, string> = {},
): Promise<string> {
  const env = { ...environment(folder, address), ...variables };
  return (await run(join(own, 'tsx'), ['main.ts'], { cwd: folder, env })).stdout;
}

const environment = (folder: string, address: string) => ({
  ...process.env,
  PATH: [join(folder, 'node_modules/.bin'), own, process.env.PATH].join(delimiter),
  POSTIL_URL: address,
});

/** What every program prints: the first review of the list, it by itself, and what is said of one that is not there. */
export async function expectedOf(address: string): Promise<string> {
  const { data } = (await (await fetch(`${address}/v1/reviews?limit=1`)).json()) as {
    data: { slug: string; title: string }[];
  };
  return `page ${data[0]?.slug}\nreview ${data[0]?.title}\nerror 404 not-found\n`;
}
