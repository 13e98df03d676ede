import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which parameters are sent matters too, and not only what they say: to send a default is not to leave it out. */
    literalQuery?: boolean;
  }
}

interface Parameters {
  properties?: Record<string, Parameter>;
}

interface Parameter {
  default?: unknown;
  explode?: boolean;
  /** Values that hold anyhow, with or without another parameter. */
  'x-implied'?: { value: unknown; with?: string; without?: string }[];
}

/**
 * The address of a request in the one spelling that all others mean, when it has passed its schema: parameters by name,
 * without those that say what holds anyhow.
 */
export function canonicalUrl({ routeOptions, params, query }: FastifyRequest): string {
  const values = params as Record<string, string>;
  const path = `${routeOptions.url}`.replace(/:(\w+)/g, (_, name) => encodeURIComponent(values[name] ?? ''));
  const { properties = {} } = (routeOptions.schema?.querystring ?? {}) as Parameters;
  const { literalQuery = false } = routeOptions.config;
  const sent = query as Record<string, unknown>;
  const isSaid = ([name, value]: [string, unknown]) =>
    value !== undefined && (literalQuery || !isImplied(value, properties[name], sent));
  const said = Object.entries(sent)
    .filter(isSaid)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => spell(name, value, properties[name]?.explode ?? true));
  return said.length > 0 ? `${path}?${said.join('&')}` : path;
}

function isImplied(value: unknown, parameter: Parameter | undefined, sent: Record<string, unknown>): boolean {
  if (value === parameter?.default) return true;
  const holds = (name: string | undefined, isSent: boolean) =>
    name === undefined || (sent[name] !== undefined) === isSent;
  return (parameter?.['x-implied'] ?? []).some(
    (implied) => implied.value === value && holds(implied.with, true) && holds(implied.without, false),
  );
}

/** The order within a list stays: it may matter. */
function spell(name: string, value: unknown, explode: boolean): string[] {
  const values = Array.isArray(value) ? (explode ? value : [value.join()]) : [value];
  return values.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
}
