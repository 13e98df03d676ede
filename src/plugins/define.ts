import type { FastifyPluginAsync, FastifyPluginCallback, FastifyPluginOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/**
 * Declares a plugin of the whole application (fastify-plugin): its hooks and decorators are for all that comes after it.
 * @param dependencies the names of plugins that must have been registered, else the service does not start
 */
export function definePlugin<Options extends FastifyPluginOptions = Record<never, never>>(
  name: string,
  dependencies: string[],
  register: FastifyPluginCallback<Options> | FastifyPluginAsync<Options>,
) {
  return fastifyPlugin(register as FastifyPluginAsync<Options>, { name, dependencies });
}
