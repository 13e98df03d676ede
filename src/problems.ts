import { type ProblemCode, problems } from './problem-types.ts';

/** The most faults in an answer: enough to correct a body at once, and bounded for a hostile one. */
export const mostFaults = 20;

/** A fault of the input: its place (a JSON pointer in a body, else the name of a parameter) and the rule. */
export type InputFault = BodyFault | { parameter: string; detail: string };

/** A member of a body: its fault, or why it is left out. */
export interface BodyFault {
  pointer: string;
  detail: string;
}

/** An error for the caller, sent as `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: InputFault[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { errors?: InputFault[]; headers?: Record<string, string> } = {},
  ) {
    // Without a stack trace, which costs more than the rest of a refusal.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(detail ?? defaultDetail(code));
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** The `detail` of a problem without one of its own: what it means and what to do. */
export const defaultDetail = (code: ProblemCode): string =>
  `${problems[code].cause} ${problems[code].remedy}`;

/** A fault that the schema of a body cannot express, with its JSON pointer. */
export function invalidBody(pointer: string, detail: string): Problem {
  return new Problem('invalid-body', undefined, { errors: [{ pointer, detail }] });
}
