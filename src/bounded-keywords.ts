import { _, type Ajv, type CodeKeywordDefinition, type KeywordCxt, Name, stringify } from 'ajv';

/** The number of errors that the validation function being written has found; Ajv's own name for it. */
const errors = new Name('errors');

/**
 * Puts keywords of JSON Schema in the place of Ajv's whose cost has a bound. With `allErrors` Ajv's go on to the end of a
 * list that is too long, and each error of a list copies those before it, so that a body of a megabyte takes seconds.
 * These look at no member of a list that is too long, and end a list or an object at so many errors.
 */
export function boundKeywords(ajv: Ajv, mostErrors: number): void {
  const stopAt = (cxt: KeywordCxt, before: Name) =>
    cxt.gen.if(_`${errors} - ${before} >= ${mostErrors}`, () => cxt.gen.break());
  const keywords: CodeKeywordDefinition[] = [
    {
      keyword: 'items',
      type: 'array',
      schemaType: ['object', 'boolean'],
      code(cxt) {
        const { gen, data, parentSchema } = cxt;
        const length = gen.const('length', _`${data}.length`);
        const before = gen.const('before', errors);
        gen.if(_`${length} <= ${parentSchema.maxItems ?? Number.MAX_SAFE_INTEGER}`, () => {
          gen.forRange('i', 0, length, (index) => {
            cxt.subschema({ keyword: 'items', dataProp: index, dataPropType: 0 }, gen.name('valid'));
            stopAt(cxt, before);
          });
        });
      },
    },
    {
      keyword: 'additionalProperties',
      type: 'object',
      schemaType: ['object', 'boolean'],
      error: {
        message: 'must NOT have additional properties',
        params: ({ params }) => _`{additionalProperty: ${params.additionalProperty}}`,
      },
      code(cxt) {
        const { gen, data, schema, parentSchema } = cxt;
        if (schema === true) return;
        const known = gen.scopeValue('obj', toScope(Object.keys(parentSchema.properties ?? {})));
        const before = gen.const('before', errors);
        gen.forIn('key', data, (key) => {
          gen.if(_`!${known}.has(${key})`, () => {
            if (schema === false) {
              cxt.setParams({ additionalProperty: key });
              cxt.error();
            } else {
              const valid = gen.name('valid');
              cxt.subschema({ keyword: 'additionalProperties', dataProp: key, dataPropType: 1 }, valid);
            }
            stopAt(cxt, before);
          });
        });
      },
    },
    {
      keyword: 'uniqueItems',
      type: 'array',
      schemaType: 'boolean',
      error: { message: 'must NOT have duplicate items' },
      code(cxt) {
        const { gen, data, schema, parentSchema } = cxt;
        if (schema !== true) return;
        const limit = parentSchema.maxItems ?? Number.MAX_SAFE_INTEGER;
        const keys = gen.scopeValue('func', { ref: countDistinct, code: _`countDistinct` });
        cxt.fail(_`${data}.length <= ${limit} && ${keys}(${data}) < ${data}.length`);
      },
    },
  ];
  for (const keyword of keywords) {
    ajv.removeKeyword(keyword.keyword as string);
    ajv.addKeyword(keyword);
  }
}

function toScope(names: string[]) {
  return { ref: new Set(names), key: names.join('\n'), code: _`new Set(${stringify(names)})` };
}

/** How many values a list has that are different, as JSON. */
const countDistinct = (list: unknown[]): number => new Set(list.map((one) => JSON.stringify(one))).size;
