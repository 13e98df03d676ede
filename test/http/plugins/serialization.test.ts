import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { type TSchema, Type } from 'typebox';
import { serialization } from '../../../src/http/plugins/serialization.ts';
import { isLatin1, RawJson } from '../../../src/query/prepared.ts';
import { nullable, ref } from '../../../src/wire.ts';

const Inner = Type.Object({ shown: Type.String() }, { $id: 'Inner' });
const Outer = Type.Object({ inner: ref(Inner) }, { $id: 'Outer' });
const Outers = Type.Object({ data: Type.Array(ref(Outer)) });

const app = fastify();
await app.register(serialization, { components: [Outer, Inner] });
await app.ready();

function makeSerializer(schema: TSchema) {
  const make = app.serializerCompiler ?? assert.fail();
  return make({ schema, method: 'GET', url: '/' });
}

test('what a schema does not declare does not leave, through references of references too', () => {
  const thing = { inner: { shown: 'yes', hidden: 'no' }, hidden: 'no' };
  assert.equal(makeSerializer(ref(Outer))(thing), '{"inner":{"shown":"yes"}}');
  const list = { data: [thing], hidden: 'no' };
  assert.equal(makeSerializer(Outers)(list), '{"data":[{"inner":{"shown":"yes"}}]}');
});

test('equal schemas share one serialiser', () => {
  assert.equal(makeSerializer(ref(Outer)), makeSerializer(ref(Outer)));
  assert.notEqual(makeSerializer(ref(Outer)), makeSerializer(ref(Inner)));
});

test('of an answer of bytes, too, only that leaves which is declared, but for what is written already', () => {
  const Text = nullable(Type.String());
  const Thing = Type.Object({
    text: Text,
    number: Type.Optional(Type.Integer()),
    list: Type.Array(ref(Outer)),
    written: ref(Inner),
  });
  const serialize = makeSerializer(Thing);
  const outer = { inner: { shown: 'a "b"\n', hidden: 1 }, hidden: 1 };
  const written = new RawJson('{"shown":"\\u0001"}');
  const thing = { written, hidden: 1, list: [outer, { inner: written }], text: null, [isLatin1]: true };
  assert.equal(
    serialize(thing),
    '{"text":null,"list":[{"inner":{"shown":"a \\"b\\"\\n"}},{"inner":{"shown":"\\u0001"}}],"written":{"shown":"\\u0001"}}',
  );
  assert.match(serialize({ ...thing, number: 7 }), /"text":null,"number":7,/);
  assert.throws(() => serialize({ ...thing, text: undefined }), /"text" is required/);
  const long = '\u0000'.repeat(6000);
  assert.equal(JSON.parse(serialize({ ...thing, text: long })).text, long);
});
