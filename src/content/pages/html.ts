import { escapeHtml } from '../text/escape.ts';

/** HTML that needs no escape. */
export class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Inserted = SafeHtml | string | number | null | undefined | false | readonly Inserted[];

/**
 * A tagged template for HTML: inserted texts are escaped, for elements and for attributes in double quotes. Lists are joined;
 * null, undefined and false are omitted.
 */
export function html(strings: TemplateStringsArray, ...values: Inserted[]): SafeHtml {
  return new SafeHtml(
    strings.map((string, at) => string + (at < values.length ? writeInserted(values[at]) : '')).join(''),
  );
}

function writeInserted(value: Inserted): string {
  if (value instanceof SafeHtml) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(writeInserted).join('');
  return escapeHtml(String(value));
}
