import type { FastifyReply, FastifyRequest } from 'fastify';

type Answer = FastifyReply | Promise<unknown> | undefined;

/**
 * A hook that is synchronous for most requests: Fastify would await the promise of an async one each time, in each of twenty
 * hooks.
 * @param work returns undefined to continue, the reply that it has sent, or a promise of either
 */
export function maybeAsync(work: (request: FastifyRequest, reply: FastifyReply) => Answer) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const answer = work(request, reply);
    if (answer === undefined) done();
    return answer;
  };
}
