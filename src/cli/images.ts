import { Command } from 'commander';
import type { PrunedImages } from '../resources/images/schema.ts';
import { reasonOf } from '../sync/caller.ts';
import { CommandError } from './command-error.ts';
import { addTarget, type Target, withTarget } from './target.ts';

export const imagesCommand = new Command('images')
  .description('Look after the images.')
  .addCommand(
    addTarget(new Command('prune'), ['drafts:read', 'reviews:write'])
      .description(
        'Delete the images that no review shows, and the files of uploads and imports that were cut off more than an hour ago.',
      )
      .option(
        '--before <time>',
        'only images that were last sent before it, such as 2030-01-01T00:00:00Z; an hour ago when left out',
      )
      .option('--dry-run', 'say what would be done, and do nothing', false)
      .option('--json', 'print the answer as JSON')
      .action(prune),
  );

async function prune({
  before,
  dryRun,
  json,
  ...target
}: Target & { before?: string; dryRun: boolean; json?: boolean }): Promise<void> {
  const query = new URLSearchParams({ unused: 'true', dryRun: `${dryRun}`, ...(before ? { before } : {}) });
  const answer = await withTarget(target, (caller) => caller.send('DELETE', `/v1/images?${query}`));
  if (answer.status >= 300) throw new CommandError(reasonOf(answer));
  const { images, files } = answer.body as PrunedImages;
  const sums = `${images} that nothing shows deleted, ${files} files without an image removed`;
  process.stdout.write(
    json
      ? `${JSON.stringify({ dryRun, images, files })}\n`
      : `images${dryRun ? ' (nothing was done)' : ''}: ${sums}\n`,
  );
}
