import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { type TSchema, Type } from 'typebox';
import { serialization } from '../../src/plugins/serialization.ts';
import { ref } from '../../src/wire.ts';

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
