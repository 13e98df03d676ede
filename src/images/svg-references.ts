import { invalidImage } from './refusal.ts';
import { listReferences } from './svg-css.ts';
import type { SvgElement } from './svg-tree.ts';

/** The most elements that are drawn, where what is used several times counts as often. */
const mostDrawn = 250_000;
/** The longest chain of elements and references inside each other. */
const deepest = 400;

/**
 * Counts what would be drawn, over all references, before it is: elements that use others, which use others, double with
 * each line of the source. A reference of an attribute that is inherited counts for every element below it.
 * @throws Problem `image-invalid`
 */
export function checkReferences(root: SvgElement, elements: SvgElement[]): void {
  const byId = new Map<string, SvgElement>();
  for (const element of elements) {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const sizes = measure(elements);
  const costs = new Map<SvgElement, number | null>();

  const costOf = (element: SvgElement, depth: number): number => {
    const known = costs.get(element);
    if (known === null) throw invalidImage('An element of the SVG uses itself. Remove the reference.');
    if (known !== undefined) return known;
    if (depth > deepest)
      throw invalidImage(`The SVG uses elements more than ${deepest} levels deep. Flatten it.`);
    costs.set(element, null);
    let cost = 1;
    for (const child of element.children) if (typeof child !== 'string') cost += costOf(child, depth + 1);
    const { below = 1, vertices = 1 } = sizes.get(element) ?? {};
    for (const { isMarker, isInherited, id } of referencesOf(element)) {
      const target = byId.get(id);
      const times = isMarker ? vertices : isInherited ? below : 1;
      if (target) cost += times * costOf(target, depth + 1);
    }
    if (cost > mostDrawn)
      throw invalidImage(
        `The SVG draws more than ${mostDrawn} elements, counted as often as they are used. Export it as PNG, or simplify it.`,
      );
    costs.set(element, cost);
    return cost;
  };
  costOf(root, 0);
}

/** The elements in each one, and about how many vertices they have, itself included. */
function measure(elements: SvgElement[]): Map<SvgElement, { below: number; vertices: number }> {
  const sizes = new Map<SvgElement, { below: number; vertices: number }>();
  // Breadth first, so that backwards what is inside comes before.
  for (const element of elements.toReversed()) {
    const own = element.attributes.get('d') ?? element.attributes.get('points') ?? '';
    const size = { below: 1, vertices: 1 + Math.floor(own.length / 8) };
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      size.below += sizes.get(child)?.below ?? 0;
      size.vertices += sizes.get(child)?.vertices ?? 0;
    }
    sizes.set(element, size);
  }
  return sizes;
}

function referencesOf({ attributes }: SvgElement): { isMarker: boolean; isInherited: boolean; id: string }[] {
  return [...attributes].flatMap(([name, value]) => {
    const isMarker = name.startsWith('marker') || (name === 'style' && value.includes('marker'));
    const isInherited = name !== 'href';
    const ids = isInherited ? listReferences(value) : value.startsWith('#') ? [value.slice(1)] : [];
    return ids.map((id) => ({ isMarker, isInherited, id }));
  });
}
