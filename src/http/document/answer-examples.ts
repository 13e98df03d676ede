import type { InputFault, ProblemCode } from '../../problems.ts';

export const answerExamples: Record<string, unknown> = {};

export const causedProblems: Partial<
  Record<ProblemCode, { detail: string; instance: string; errors?: InputFault[] }>
> = {};
