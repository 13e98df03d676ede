/** Whether a tsvector without positions that holds these lexemes matches a tsquery, as Postgres decides it. */
export function matchesQuery(query: string, lexemes: Iterable<string>): boolean {
  const held = [...lexemes];
  const tokens = Array.from(
    query.matchAll(/\s*('(?:[^'\\]|''|\\\\)*'(?::\*)?|[&|()])/g),
    ([, token]) => token ?? '',
  );
  if (tokens.join('').length !== query.replaceAll(' ', '').length && !/'[^']* [^']*'/.test(query)) {
    throw new Error(`not a tsquery: ${query}`);
  }
  let at = 0;
  const result = readOr();
  if (at !== tokens.length) throw new Error(`not a tsquery: ${query}`);
  return result;

  function readOr(): boolean {
    let found = readAnd();
    while (tokens[at] === '|') {
      at++;
      found = readAnd() || found;
    }
    return found;
  }

  function readAnd(): boolean {
    let found = readOperand();
    while (tokens[at] === '&') {
      at++;
      found = readOperand() && found;
    }
    return found;
  }

  function readOperand(): boolean {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const found = readOr();
      if (tokens[at++] !== ')') throw new Error(`unclosed: ${query}`);
      return found;
    }
    if (!token.startsWith("'")) throw new Error(`an operand is missing: ${query}`);
    const isPrefix = token.endsWith(':*');
    const lexeme = token.slice(1, isPrefix ? -3 : -1).replace(/''|\\\\/g, (pair) => pair.charAt(0));
    return held.some((one) => (isPrefix ? one.startsWith(lexeme) : one === lexeme));
  }
}
