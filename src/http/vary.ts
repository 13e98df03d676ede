import type { FastifyReply } from 'fastify';

/** Appends to `Vary` (RFC 9110, 12.5.5). */
export function addVary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('Vary');
  reply.header('Vary', before ? `${before}, ${names}` : names);
}
