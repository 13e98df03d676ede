import { Type } from 'typebox';
import { type ProblemCode, problems } from './problem-types.ts';
import { oneOf } from './wire.ts';

export const ProblemSchema = Type.Object(
  {
    type: Type.String({
      description: 'The address of a page about this kind of problem: absolute where `PUBLIC_URL` is set.',
      examples: ['/problems/invalid-body'],
    }),
    code: oneOf(Object.keys(problems) as ProblemCode[], {
      description: 'The name of the kind, which does not change: what programs compare. More may be added.',
      examples: ['invalid-body'],
    }),
    title: Type.String({ description: 'What kind of problem it is.', examples: ['The body is not valid'] }),
    status: Type.Integer({ description: 'The HTTP status.', examples: [422] }),
    detail: Type.String({ description: 'What is wrong here, and what would be right.' }),
    instance: Type.String({ description: 'The path that was asked for.', examples: ['/v1/reviews'] }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.Optional(
            Type.String({ description: 'Where in the body (RFC 6901).', examples: ['/tags/0'] }),
          ),
          parameter: Type.Optional(Type.String({ description: 'Which parameter.', examples: ['limit'] })),
          detail: Type.String({
            description: 'The rule, and how to keep it.',
            examples: ['must be at most 100'],
          }),
        }),
        {
          maxItems: 20,
          description:
            'The faults of the input, all of them up to twenty; `detail` says when there are more.',
        },
      ),
    ),
  },
  { $id: 'Problem', description: 'An error, as RFC 9457 describes it.' },
);
