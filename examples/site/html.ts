// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000

/** Text that is HTML already: made by `html`, or promised to be by where it came from. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | false | null | undefined | Part[];

/** HTML out of a template: every part is escaped unless it is Html; lists are joined, nothing shows as nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(render)));
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  if (part === false || part === null || part === undefined) return '';
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
