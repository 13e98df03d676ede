import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** Whether it is a time zone of the IANA database, such as Asia/Seoul. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The offset of a time zone at a wall clock time there.
 * @param wallClock ISO 8601 without an offset
 * @returns such as `+09:00`; of a time that a change of clocks repeats the earlier one, of one that it leaves out the offset after it
 */
export function offsetIn(timeZone: string, wallClock: string): string {
  const asUtc = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(asUtc)) return '+00:00';
  const minutes = offsetAt(timeZone, asUtc - offsetAt(timeZone, asUtc) * 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** In minutes east of UTC. */
function offsetAt(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((there - moment) / 60_000);
}

/** How many folders around the pushed one may have the settings of its site. */
const mostAncestors = 5;
/** Settings of Hugo, in the order in which it looks for them. */
const hugoFiles = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);
/** Settings that Hexo has in `_config.yml` and Jekyll has not. */
const ofHexo = [
  'new_post_name',
  'source_dir',
  'public_dir',
  'skip_render',
  'render_drafts',
  'post_asset_folder',
];

/**
 * The time zone of the dates of a site that are without an offset: `timeZone` of Hugo, `timezone` of Hexo. Jekyll takes them for UTC,
 * as YAML does, whatever its `timezone`.
 */
export async function readTimeZone(folder: string): Promise<string | undefined> {
  let at = folder;
  for (let level = 0; level <= mostAncestors; level += 1, at = dirname(at)) {
    const hexo = await readSettings(join(at, '_config.yml'));
    const found = ofHexo.some((name) => name in hexo) ? hexo.timezone : await readOfHugo(at);
    if (typeof found === 'string' && isTimeZone(found)) return found;
  }
  return undefined;
}

async function readOfHugo(folder: string): Promise<unknown> {
  for (const file of hugoFiles) {
    const { timeZone, timezone } = await readSettings(join(folder, file));
    if (timeZone !== undefined || timezone !== undefined) return timeZone ?? timezone;
  }
  return undefined;
}

/** The settings in a file; none when it is not there, or cannot be read. */
async function readSettings(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const value: unknown = file.endsWith('.toml') ? parseToml(text) : parseYaml(text);
    return Object(value) as Record<string, unknown>;
  } catch {
    return {};
  }
}
