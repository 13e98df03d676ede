/** A reference of CSS (CSS Values 4, 4.5): quoted or not. */
const reference = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi;
/** A reference to an element inside, as `replaceReferences` writes it. */
const localReference = /url\(#([^\s"'()\\<>]+)\)/g;
/** What loads something, or hides that by an escape (CSS Syntax 3, 4.3.7). */
const loading = /\\|url\(|@import|@font-face|image-set\(|image\(|src\(/i;

/** The elements that a value of CSS refers to, by their id. @param css as of `keepLocalReferences` */
export function listReferences(css: string): string[] {
  return Array.from(css.matchAll(localReference), ([, id = '']) => id);
}

/**
 * Replaces every reference in a value of CSS by `none`, but for those to elements inside that are allowed.
 * @returns null where what it loads cannot be told
 */
export function keepLocalReferences(
  css: string,
  isAllowed: (id: string) => boolean = () => true,
): string | null {
  const kept = css.replace(reference, (_, double?: string, single?: string, bare?: string) => {
    const local = `url(${(double ?? single ?? bare ?? '').trim()})`;
    const [id] = listReferences(local);
    return id !== undefined && local === `url(#${id})` && isAllowed(id) ? local : 'none';
  });
  return loading.test(kept.replace(localReference, '')) ? null : kept;
}

/**
 * A style sheet without what it loads, with references to gradients alone: what others cost is not known where a rule
 * and no attribute refers to them. Empty where it cannot be told.
 */
export function keepLocalStyles(css: string, isGradient: (id: string) => boolean): string {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@import[^;]*;?/gi, '')
    .replace(/@font-face\s*\{[^}]*\}/gi, '');
  return keepLocalReferences(plain, isGradient) ?? '';
}
