import type { DocumentObject } from './operation.ts';

/** What `named` of wire.ts says of a schema. */
interface Naming {
  name: string;
  description?: string;
  examples?: unknown[];
}

/**
 * Makes components of the inline schemas that have a name (`x-component`), and references of their uses, with the
 * description of each. Where one may be null, it is an alternative to null. Parameters are components as a whole.
 */
export function nameSchemas(document: DocumentObject): DocumentObject {
  const named: Record<string, unknown> = {};
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const mapped = Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, key === 'parameters' ? member : walk(member)]),
    );
    const { 'x-component': naming, description, examples, type, ...schema } = mapped;
    if (naming === undefined) return mapped;
    const { name, ...own } = naming as Naming;
    const types = [type].flat();
    const others = types.filter((word) => word !== 'null' && word !== undefined);
    const component = {
      ...(others.length === 0 ? {} : { type: others.length === 1 ? others[0] : others }),
      ...schema,
      ...own,
    };
    named[name] ??= component;
    if (!isSame(named[name], component)) throw new Error(`Two schemas that differ are named ${name}`);
    const reference = { $ref: `#/components/schemas/${name}` };
    return {
      ...(types.includes('null') ? { anyOf: [reference, { type: 'null' }] } : reference),
      ...(description === own.description ? {} : { description }),
      ...(isSame(examples, own.examples) ? {} : { examples }),
    };
  };
  const { components, ...rest } = walk(document) as DocumentObject;
  return { ...rest, components: { ...components, schemas: { ...components?.schemas, ...named } } };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
