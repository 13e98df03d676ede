import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether an explicit default differs from an omitted parameter. */
    literalQuery?: boolean;
  }
}

interface Parameters {
  properties?: Record<string, Parameter>;
}

interface Parameter {
  default?: unknown;
  explode?: boolean;
  /** Implied values, with another parameter or without others. */
  'x-implied'?: { value: unknown; with?: string; without?: string[] }[];
}

/**
 * URL normalisation: the canonical form of a validated request's path and query, with sorted parameters and without implied
 * values.
 */
export function canonicalUrl({ routeOptions, params, query }: FastifyRequest): string {
  const values = params as Record<string, string>;
  const path = `${routeOptions.url}`.replace(/:(\w+)/g, (_, name) => encodeURIComponent(values[name] ?? ''));
  const { properties = {} } = (routeOptions.schema?.querystring ?? {}) as Parameters;
  const { literalQuery = false } = routeOptions.config;
  const sent = query as Record<string, unknown>;
  const isExplicit = ([name, value]: [string, unknown]) =>
    value !== undefined && (literalQuery || !isImplied(value, properties[name], sent));
  const explicit = Object.entries(sent)
    .filter(isExplicit)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => encodeParameter(name, value, properties[name]?.explode ?? true));
  return explicit.length > 0 ? `${path}?${explicit.join('&')}` : path;
}

function isImplied(value: unknown, parameter: Parameter | undefined, sent: Record<string, unknown>): boolean {
  if (value === parameter?.default) return true;
  const isSent = (name: string) => sent[name] !== undefined;
  return (parameter?.['x-implied'] ?? []).some(
    ({ value: implied, with: needed, without = [] }) =>
      implied === value && (needed === undefined || isSent(needed)) && !without.some(isSent),
  );
}

/** Preserves the order of a list, which may be significant. */
function encodeParameter(name: string, value: unknown, explode: boolean): string[] {
  const values = Array.isArray(value) ? (explode ? value : [value.join()]) : [value];
  return values.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
}
