/** The forwarding headers. */
export const proxyHeaders = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-prefix',
  'forwarded',
] as const;

export type ProxyHeader = (typeof proxyHeaders)[number];
