import { type Static, Type } from 'typebox';
import { auditActions, auditedKinds } from '../../db/schema/history.ts';
import { closed, fieldsOf, nullable, oneOf, pageOf, part, Timestamp, Uuid } from '../../wire.ts';

/** The author of a write: a key, or what acts without one. */
export const Author = closed(
  {
    key: nullable(Uuid(), {
      description: 'The id of the key; null for the operator and for what happened by itself.',
    }),
    name: Type.String({
      description: 'The name that the key had, `the operator`, or `the schedule`.',
      examples: ['the posting script'],
    }),
  },
  part('Actor', { description: 'Who did it.' }),
);

export const AuditActionSchema = oneOf(
  auditActions,
  part('AuditAction', { description: 'What was done.', examples: ['publish'] }),
);
export const AuditedKindSchema = oneOf(auditedKinds, {
  description: 'What kind of thing.',
  examples: ['review'],
});

const RevisionThen = (description: string) => nullable(Type.Integer({ minimum: 1 }), { description });

export const AuditEntry = closed(
  {
    id: Uuid(),
    at: Timestamp({ description: 'When it was done.' }),
    action: AuditActionSchema,
    type: AuditedKindSchema,
    thing: closed(
      {
        id: Uuid(),
        slug: nullable(Type.String(), {
          description:
            'The slug that it had then; null for a key, and without `drafts:read` for what is not public.',
          examples: ['nv-embed'],
        }),
      },
      { description: 'What it was done to; it may be gone since.' },
    ),
    from: RevisionThen('The revision before; null for what was new, and for a key.'),
    to: RevisionThen('The revision after; null for what was deleted, and for a key.'),
    by: Author,
    address: nullable(Type.String(), {
      description: 'The address that the request came from; null when there was none.',
      examples: ['203.0.113.7'],
    }),
    requestId: nullable(Type.String(), {
      description: 'What the log of the service calls the request.',
      examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
    }),
  },
  { $id: 'AuditEntry', description: 'One write: who did what, when and from where.' },
);

export const AuditPage = pageOf(AuditEntry, 'AuditPage', 'The entries of this page.');
export const AuditFields = fieldsOf(AuditEntry, 'AuditFields');
export const AuditFieldsPage = pageOf(AuditFields, 'AuditFieldsPage', 'The entries of this page.');

export type AuditEntry = Static<typeof AuditEntry>;

/** The named components of the OpenAPI document. */
export const auditComponents = [AuditEntry, AuditPage, AuditFields, AuditFieldsPage];
