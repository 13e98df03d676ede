import { type Dialect, translateBody } from '../dialect/translate.ts';
import { dropComments } from './comments.ts';

/** The body of a note as it is sent, and what is to be said of what is not. */
export interface SentBody {
  body: string;
  notices: string[];
}

/** Labels of tabs and timelines of Hexo, which are comments to others. */
const tabLabel = /^[ \t]*<!--[ \t]*(?:tab|timeline)[ \t]+([^\n]*?)(?:@[^\n@]*)?[ \t]*-->[ \t]*$/gm;
const tabEnd = /^[ \t]*<!--[ \t]*end(?:tab|timeline)[ \t]*-->[ \t]*$/gm;

/** Takes the comments out of a body, and translates what the tool that it was written with has beyond Markdown. */
export function readBody(whole: string, dialect: Dialect): SentBody {
  const labelled = /\{%-?\s*(?:tabs|timeline)\b/.test(whole)
    ? whole
        .replace(tabLabel, (_, label: string) => `{% tab "${label.replaceAll('"', "'")}" %}`)
        .replace(tabEnd, '{% endtab %}')
    : whole;
  const { body, unclosed } = dropComments(labelled);
  const translated = translateBody(body, dialect);
  return {
    body: translated.body,
    notices: [
      ...unclosed.map((sign) => `the text from ${sign} on (a comment without an end)`),
      ...translated.notices,
    ],
  };
}
