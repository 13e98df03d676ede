// A module loader hook (node:module `register`) that instruments the functions of src/: each tells when it is entered. It
// comes before or behind the hook of tsx, by the version of Node, so that it reads JavaScript or TypeScript.
import ts from 'typescript';

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const [, file] = /\/src\/(.+\.ts)$/.exec(url) ?? [];
  return file === undefined ? loaded : { ...loaded, source: instrument(file, String(loaded.source)) };
}

function instrument(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const insertions = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && node.name?.text !== '__name') {
      const name = node.name?.getText(source) ?? node.parent.name?.getText(source) ?? '';
      const call = `globalThis.enterFunction(${JSON.stringify(file)}, ${JSON.stringify(name)})`;
      const { body } = node;
      if (ts.isBlock(body)) insertions.push([body.getStart(source) + 1, `${call};`]);
      else insertions.push([body.getStart(source), `(${call}, `], [body.end, ')']);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // From the end, so that the positions before stay right.
  return insertions
    .sort(([a], [b]) => b - a)
    .reduce((written, [at, what]) => written.slice(0, at) + what + written.slice(at), text);
}
