import type { FastifyPluginAsync, FastifyPluginCallback, FastifyPluginOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/**
 * Declares a plugin without encapsulation (fastify-plugin): its hooks and decorators are the whole application's.
 * @param dependencies plugins that have to be registered before, else the start fails
 */
export function definePlugin<Options extends FastifyPluginOptions = Record<never, never>>(
  name: string,
  dependencies: string[],
  register: FastifyPluginCallback<Options> | FastifyPluginAsync<Options>,
) {
  return fastifyPlugin(register as FastifyPluginAsync<Options>, { name, dependencies });
}
