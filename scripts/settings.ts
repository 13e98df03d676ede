import { environmentSchema } from '../src/settings.ts';

interface Setting {
  type: string;
  default?: unknown;
  description: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
}

/** The table of all settings in Markdown, written from their schema: name, default, values and meaning. */
export function writeSettings(): string {
  const rows = Object.entries(environmentSchema.properties).map(([name, schema]) => {
    const setting = schema as unknown as Setting;
    const preset = setting.default === undefined ? '' : `\`${setting.default}\``;
    // Descriptions name documents by their path in the repository; in docs/ that is a link.
    const meaning = setting.description.replace(/\bdocs\/([\w-]+\.md)/g, '[$1]($1)');
    return `| \`${name}\` | ${preset} | ${writeValues(setting)} | ${meaning} |`;
  });
  return ['| setting | default | values | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function writeValues({ type, enum: names, minimum, maximum }: Setting): string {
  if (names) return names.map((name) => `\`${name}\``).join(', ');
  if (type === 'boolean') return '`true`, `false`';
  return type === 'integer' ? `${minimum} to ${maximum}` : 'text';
}
