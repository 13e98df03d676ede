import type { FastifyReply } from 'fastify';

/** Says what else of a request its answer depends on (`Vary`, RFC 9110, 12.5.5), beside what was said before. */
export function addVary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('Vary');
  reply.header('Vary', before ? `${before}, ${names}` : names);
}
