import { join } from 'node:path';
import type { Config } from '../config.ts';
import { publicBase } from '../http/site/url-builder.ts';
import { openLogDestination } from '../log/log-destination.ts';
import { isPretty } from '../log/logger.ts';

/**
 * Says where the service is, whatever LOG_LEVEL is: in words on a terminal, else as a line of JSON like those of the log.
 * @param address that it listens at
 * @param key of the first start, until it was used
 */
export function greet(address: string, config: Config, key: string | null = null): void {
  const base = publicBase(config) ?? address;
  const places = { reviews: `${base}/v1/reviews`, docs: `${base}/docs` };
  const keyFile = join(config.DATA_DIR, 'admin.key');
  const line = {
    ...{ level: 30, time: Date.now(), msg: 'Postil is ready', address, ...places },
    ...(key === null ? {} : { key, keyFile }),
  };
  const text = isPretty(config) ? inWords(places, key, keyFile) : `${JSON.stringify(line)}\n`;
  openLogDestination().print(text);
}

function inWords({ reviews, docs }: Record<'reviews' | 'docs', string>, key: string | null, file: string) {
  const shown = key === null ? '' : `  Key      ${key}\n`;
  const explained =
    key && `The key has every scope. It is shown until it is first used, and kept in ${file}.\n\n`;
  return `\nPostil is ready.\n\n  Reviews  ${reviews}\n  Docs     ${docs}\n${shown}\n${explained ?? ''}`;
}
