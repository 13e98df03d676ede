import type { ValidateFunction } from 'ajv';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { Problem } from '../../problems.ts';
import { describeFaults } from '../../validation/faults.ts';
import { addBrackets, coerceTexts, createValidator } from '../../validation/validation.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether unknown parameters are ignored instead of refused: for browsers, feed readers and crawlers, whose links may have
     * `utm_source` or `fbclid`. Always on routes with `open` access.
     */
    ignoresUnknown?: boolean;
  }
}

const nothing = Type.Object({}, { additionalProperties: false });

/**
 * Validates every part of a request by its JSON schema, all faults at once: 400 for parameters, 422 for a body. A route
 * without a query schema takes no parameters; an absent optional body is `{}`.
 */
export const validation = definePlugin(
  'validation',
  ['operations'],
  (app: FastifyInstance, options: { components: TSchema[] }) => {
    const ajv = createValidator();
    for (const schema of options.components) {
      app.addSchema(schema);
      ajv.addSchema(schema);
    }

    app.addHook('onRoute', (route) => {
      if (route.config?.access === undefined) return;
      route.schema = { ...route.schema, querystring: route.schema?.querystring ?? nothing };
    });

    app.addHook('preValidation', (request, _reply, done) => {
      const { config, schema } = request.routeOptions;
      if (config.bodyOptional && request.body === undefined) request.body = {};
      const query = request.query as Record<string, unknown>;
      addBrackets((schema?.querystring ?? nothing) as TSchema, query);
      if (ignoresUnknown(request)) leaveOutUnknown(query, schema?.querystring);
      done();
    });

    app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
      // Plugins read the headers; the schema is for the document.
      if (httpPart === 'headers') return () => true;
      // Compiled at first use: all of them take half of the start.
      let compiled: ValidateFunction | undefined;
      if (httpPart === 'body') {
        return (data: unknown) => {
          compiled ??= ajv.compile(schema);
          return compiled(data)
            ? true
            : { error: new Problem('invalid-body', undefined, { errors: describeFaults(compiled, 'body') }) };
        };
      }
      return (data: Record<string, unknown>) => {
        compiled ??= ajv.compile(schema);
        coerceTexts(schema, data);
        return compiled(data)
          ? true
          : {
              error: new Problem('invalid-parameter', undefined, {
                errors: describeFaults(compiled, 'parameter'),
              }),
            };
      };
    });
  },
);

/** HTML is for browsers, also where JSON has the same address. */
const ignoresUnknown = ({ format, routeOptions: { config } }: FastifyRequest) =>
  config.ignoresUnknown || config.access === 'open' || format.type === 'text/html';

function leaveOutUnknown(query: Record<string, unknown>, schema: unknown): void {
  const { properties = {} } = (schema ?? {}) as { properties?: object };
  for (const name of Object.keys(query)) if (!Object.hasOwn(properties, name)) delete query[name];
}
