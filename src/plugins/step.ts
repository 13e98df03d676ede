import type { FastifyReply, FastifyRequest } from 'fastify';

type Answer = FastifyReply | Promise<unknown> | undefined;

/**
 * Makes a hook of what is done at once for most requests. Of an asynchronous function Fastify would wait for the promise
 * each time, through twenty of which every request goes.
 * @param work returns nothing when the request may go on, what it answered with, or a promise of either
 */
export function step(work: (request: FastifyRequest, reply: FastifyReply) => Answer) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const answer = work(request, reply);
    if (answer === undefined) done();
    return answer;
  };
}
