import { _, type Ajv, type CodeKeywordDefinition, type KeywordCxt, Name, stringify } from 'ajv';

/** Ajv's name for the error counter in generated code. */
const errors = new Name('errors');

/**
 * Replaces keywords of Ajv by ones of bounded cost. With `allErrors` Ajv validates all items of a list that is too
 * long, and each error in a list copies those before it, so that a body of a megabyte takes seconds. These do not
 * validate a list that is too long, and stop at the most errors.
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

/** The number of distinct values, compared as JSON. */
const countDistinct = (list: unknown[]): number => new Set(list.map((one) => JSON.stringify(one))).size;
