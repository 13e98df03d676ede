import type { DocumentObject } from './compose.ts';

/** What `named` of wire.ts says of a schema. */
interface Naming {
  name: string;
  description?: string;
}

/**
 * Makes components of the inline schemas that have a name (`x-component`), and references of their uses, with the
 * description of each. Where one may be null, it is an alternative to null.
 */
export function nameSchemas(document: DocumentObject): DocumentObject {
  const named: Record<string, unknown> = {};
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const mapped = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]));
    const { 'x-component': naming, description, examples, type, ...schema } = mapped;
    if (naming === undefined) return mapped;
    const { name, description: own } = naming as Naming;
    const types = [type].flat();
    named[name] ??= {
      ...schema,
      type: types.find((one) => one !== 'null'),
      ...(own === undefined ? {} : { description: own }),
    };
    const reference = { $ref: `#/components/schemas/${name}` };
    return {
      ...(types.includes('null') ? { anyOf: [reference, { type: 'null' }] } : reference),
      ...(description === undefined || description === own ? {} : { description }),
    };
  };
  const { components, ...rest } = walk(document) as DocumentObject;
  return { ...rest, components: { ...components, schemas: { ...components?.schemas, ...named } } };
}
