/** The headers in which proxies say what a request was before they passed it on. */
export const proxyHeaders = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-prefix',
  'forwarded',
] as const;

export type ProxyHeader = (typeof proxyHeaders)[number];
