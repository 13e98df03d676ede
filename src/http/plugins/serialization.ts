import fastJsonStringify, { type Schema } from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { hasRawJson, isLatin1 } from '../../query/prepared.ts';
import { makeWriter } from '../writing.ts';
import { definePlugin } from './define.ts';

type Serialize = (answer: unknown) => string;

/**
 * Serialises answers by their schemas, so that undeclared members never leave. Fastify would compile a serialiser for every
 * status of every route from all components; here equal schemas share one, which is compiled at first use.
 */
export const serialization = definePlugin(
  'serialization',
  [],
  (app: FastifyInstance, options: { components: TSchema[] }) => {
    const components = new Map(options.components.map((component) => [idOf(component), component]));
    const serializers = new Map<string, Serialize>();

    app.setSerializerCompiler<TSchema>(({ schema }) => {
      const text = JSON.stringify(schema);
      const known = serializers.get(text);
      if (known) return known;
      let compiled: Serialize | undefined;
      let write: Serialize | undefined;
      const serialize: Serialize = (answer) => {
        const marks = answer as { [isLatin1]?: boolean; [hasRawJson]?: boolean } | null;
        if (marks?.[isLatin1] || marks?.[hasRawJson]) {
          write ??= makeWriter(schema, findComponents(schema, components));
          return write(answer);
        }
        compiled ??= fastJsonStringify(schema as Schema, { schema: findComponents(schema, components) });
        return compiled(answer);
      };
      serializers.set(text, serialize);
      return serialize;
    });
  },
);

const idOf = (component: TSchema) => `${(component as { $id?: string }).$id}`;

/** The components that a schema refers to, transitively. */
function findComponents(schema: TSchema, components: Map<string, TSchema>): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const pending: TSchema[] = [schema];
  for (const next of pending) {
    for (const [, id = ''] of JSON.stringify(next).matchAll(/"\$ref":"([^"#]+)/g)) {
      const component = components.get(id);
      if (!component || found[id]) continue;
      found[id] = component as Schema;
      pending.push(component);
    }
  }
  return found;
}
