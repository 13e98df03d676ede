// Loaded before Postil, it takes rendering out of it: whatever asks for the rendering of a posted body gets one that
// was made at the start. All else of a post stays as it is.
import { register } from 'node:module';
import { register as loadTypeScript } from 'tsx/esm/api';

const instead = new URL('known-pool.ts', import.meta.url).href;
const hooks = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const isPool = found.url.endsWith('/dist/content/markdown/pool.js');
  return isPool ? { ...found, url: ${JSON.stringify(instead)}, format: 'module', shortCircuit: true } : found;
}`;
loadTypeScript();
register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url);
