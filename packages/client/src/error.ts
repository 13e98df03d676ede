import type { components } from './api.ts';

type Problem = components['schemas']['Problem'];

/** The kind of a problem, such as `not-found`; the page of `type` explains it. */
export type ProblemCode = Problem['code'];

/** An answer that is no success. */
export class PostilError extends Error {
  override name = 'PostilError';
  readonly status: number;
  readonly code: ProblemCode | undefined;
  /** As the server told it (RFC 9457); undefined when something on the way answered in its place. */
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem?.code;
    this.problem = problem;
  }

  static async of(response: Response): Promise<PostilError> {
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const problem: Problem | undefined = isProblem ? ((await response.json()) as Problem) : undefined;
    return new PostilError(response.status, problem);
  }
}
