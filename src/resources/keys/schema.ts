import { type Static, Type } from 'typebox';
import { scopes } from '../../db/schema/tables.ts';
import {
  CreatedAt,
  closed,
  fieldsOf,
  Line,
  nullable,
  oneOf,
  pageOf,
  part,
  Timestamp,
  Uuid,
} from '../../wire.ts';

const KeyName = Line(200, { description: 'What the key is for.', examples: ['the static builder'] });
const Scopes = Type.Array(
  oneOf(scopes),
  part('Scopes', {
    minItems: 1,
    maxItems: scopes.length,
    uniqueItems: true,
    description: 'What the key may do. A key can give only scopes that it has itself.',
    examples: [['reviews:write', 'reviews:publish']],
  }),
);
const ExpiresAt = nullable(Timestamp(), {
  description:
    'When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.',
  examples: ['2099-01-01T00:00:00.000Z'],
});

const members = {
  id: Uuid(),
  name: KeyName,
  scopes: Scopes,
  status: oneOf(['active', 'expired', 'revoked'], {
    description: 'Whether it works now, by the clock of the database; `revoked` stands before `expired`.',
    examples: ['active'],
  }),
  createdAt: CreatedAt,
  expiresAt: ExpiresAt,
  lastUsedAt: nullable(Timestamp(), {
    description: 'When it was last used, to the minute; null when never.',
  }),
  revokedAt: nullable(Timestamp(), {
    description: 'When it was revoked; null while it works.',
    examples: [null],
  }),
  previousUntil: nullable(Timestamp(), {
    description:
      'Until when the secret that it had before its last rotation works too; null when that works no more.',
    examples: [null],
  }),
};

export const Key = closed(members, { $id: 'Key', description: 'An API key, without its secret.' });

export const CreatedKey = closed(
  {
    ...members,
    key: Type.String({
      description:
        'The secret, shown this once: `pst_<key id>_<random><checksum>`. Only its SHA-256 is kept.',
      examples: ['pst_018fb9a36c007a528d4e2f1b9c3a7e10_…'],
    }),
  },
  { $id: 'CreatedKey', description: 'An API key with its new secret.' },
);

export const KeyPage = pageOf(Key, 'KeyPage', 'The keys of this page.');

export const KeyFields = fieldsOf(Key, 'KeyFields');
export const KeyFieldsPage = pageOf(KeyFields, 'KeyFieldsPage', 'The keys of this page.');

export const NewKey = closed(
  { name: KeyName, scopes: Scopes, expiresAt: Type.Optional(ExpiresAt) },
  { $id: 'NewKey', examples: [{ name: 'the posting script', scopes: ['reviews:write', 'reviews:publish'] }] },
);

export const KeyPatch = closed(
  { name: Type.Optional(KeyName), expiresAt: Type.Optional(ExpiresAt) },
  {
    $id: 'KeyPatch',
    description: 'A JSON merge patch (RFC 7396): only what is sent changes.',
    examples: [{ name: 'the posting script', expiresAt: '2099-01-01T00:00:00.000Z' }],
  },
);

export const KeyRotation = closed(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2_592_000,
        default: 86_400,
        description:
          'How long the secret that it has now goes on working beside the new one, at most 30 days; 0 ends it at once.',
        examples: [86_400],
      }),
    ),
  },
  { $id: 'KeyRotation', examples: [{ overlapSeconds: 86_400 }] },
);

export type KeyPatch = Static<typeof KeyPatch>;
export type KeyRotation = Static<typeof KeyRotation>;
export type Key = Static<typeof Key>;
export type CreatedKey = Static<typeof CreatedKey>;
export type NewKey = Static<typeof NewKey>;

/** The named components of the OpenAPI document. */
export const keyComponents = [
  Key,
  KeyPage,
  KeyFields,
  KeyFieldsPage,
  CreatedKey,
  NewKey,
  KeyPatch,
  KeyRotation,
];
