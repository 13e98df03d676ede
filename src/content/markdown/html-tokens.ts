/** A token of HTML: a tag, a comment, or the text between them. */
export interface HtmlToken {
  kind: 'open' | 'close' | 'comment' | 'text';
  /** The source text. */
  source: string;
  /** The number of lines before it. */
  line: number;
  /** The tag name in lower case. */
  name: string;
  attributes: [name: string, value: string | null][];
}

const attribute = /[\s/]+([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:([^\s"'=<>`]+)|'([^']*)'|"([^"]*)"))?/g;
const tag =
  /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*\/?>/y;

/**
 * Tokenises HTML by CommonMark's grammar of tags (6.6); all else is text, so that no tag takes more than its own. Takes
 * linear time.
 */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let line = 0;
  let textStart = 0;
  const push = (
    kind: HtmlToken['kind'],
    source: string,
    name = '',
    attributes: HtmlToken['attributes'] = [],
  ) => {
    tokens.push({ kind, source, line, name, attributes });
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) line++;
  };
  let lastComment = Number.POSITIVE_INFINITY;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    let end = at + 1;
    let found: RegExpExecArray | null = null;
    if (html.startsWith('<!--', at)) {
      // `<!-->` and `<!--->` are complete.
      const close = at < lastComment ? html.indexOf('-->', at + 2) : -1;
      if (close === -1) lastComment = Math.min(lastComment, at);
      else end = close + 3;
    } else {
      tag.lastIndex = at;
      found = tag.exec(html);
      if (found && !(found[1] && found[3])) end = at + found[0].length;
      else found = null;
    }
    if (end > at + 1) {
      if (textStart < at) push('text', html.slice(textStart, at));
      const [source, slash, name = '', rest = ''] = found ?? [html.slice(at, end)];
      const attributes = [...rest.matchAll(attribute)].map(
        ([, key = '', ...values]): [string, string | null] => [
          key.toLowerCase(),
          values.find((value) => value !== undefined) ?? null,
        ],
      );
      push(found ? (slash ? 'close' : 'open') : 'comment', source, name.toLowerCase(), attributes);
      textStart = end;
    }
    at = end;
  }
  if (textStart < html.length) push('text', html.slice(textStart));
  return tokens;
}
