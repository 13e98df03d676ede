import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Redirect } from '../resources/redirects/schema.ts';
import { type Caller, reasonOf } from '../sync/caller.ts';
import { writeCaddy } from '../sync/redirects/caddy.ts';
import { writeNginx } from '../sync/redirects/nginx.ts';
import { makeRules } from '../sync/redirects/rules.ts';
import { CommandError } from './command-error.ts';
import { addTarget, type Target, withTarget } from './target.ts';

const formats = ['nginx', 'caddy'] as const;

interface RedirectOptions extends Target {
  format: (typeof formats)[number];
  out?: string;
}

export const redirectsCommand = addTarget(new Command('redirects'), [])
  .description(
    'Write the redirects that the public sees as a file that nginx or Caddy includes, so that former addresses answer 301.',
  )
  .addOption(new Option('--format <format>', 'for which server').choices(formats).makeOptionMandatory())
  .option('--out <file>', 'where to; else to the standard output')
  .action(writeRedirects);

async function writeRedirects({ format, out, ...target }: RedirectOptions): Promise<void> {
  const redirects = await withTarget(target, readPublic);
  const inService = redirects.filter(({ location }) => location?.startsWith('/'));
  const { rules, leftOut } = makeRules(redirects);
  const { text, leftOut: unsaid } =
    format === 'nginx' ? { text: writeNginx(rules), leftOut: [] } : writeCaddy(rules);
  const bytes = Buffer.from(text, 'latin1');
  if (out === undefined) process.stdout.write(bytes);
  else await writeFile(out, bytes);
  const told = [...leftOut, ...unsaid];
  process.stderr.write(
    [
      `redirects: ${redirects.length - told.length} written${out === undefined ? '' : ` to ${out}`}, ${told.length} left out`,
      ...told.map(({ path, reason }) => `left out  ${path}: ${reason}`),
      ...(inService.length > 0
        ? [
            `${inService.length} lead to paths of this service: set SITE_URL_TEMPLATE, or PUBLIC_URL, where it runs.`,
          ]
        : []),
      '',
    ].join('\n'),
  );
}

/** Every redirect that the public sees, page by page. */
async function readPublic(caller: Caller): Promise<Redirect[]> {
  const redirects: Redirect[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const cursor: string = after === '' ? '' : `&after=${after}`;
    const answer = await caller.send('GET', `/v1/redirects?public=true&limit=100${cursor}`);
    if (answer.status !== 200) throw new CommandError(reasonOf(answer));
    const { data, page } = answer.body as { data: Redirect[]; page: { next: string | null } };
    redirects.push(...data);
    after = page.next;
  }
  return redirects;
}
