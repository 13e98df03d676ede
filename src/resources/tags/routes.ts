import { Type } from 'typebox';
import { entities } from '../../entities.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { closed } from '../../wire.ts';
import { defineResource } from '../define-resource.ts';
import { tagList } from './list.ts';
import { NewTag, Tag, TagFields, TagFieldsPage, TagPage, TagPatch } from './schema.ts';
import { changeTag, createTag, deleteTag, putTag } from './store.ts';

const conflicts = ['slug-taken', 'conflict'] as const;
const examples = { params: { tag: 'reward-model' } };

export const tagRoutes = defineResource({
  kind: 'tag',
  params: closed({
    tag: Type.String({
      'x-rule': 'reference',
      description: 'The id or slug of the tag.',
      examples: ['embedding'],
    }),
  }),
  list: tagList,
  schemas: { whole: Tag, page: TagPage, fieldsPage: TagFieldsPage, input: NewTag, patch: TagPatch },
  match: (reference) => matchReference(entities.tag.table, reference),
  listing: { description: 'Tags that published reviews have, and those made by themselves.' },
  read: { fields: TagFields },
  create: {
    description:
      'Public at once. (A tag that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)',
    conflicts,
    run: createTag,
  },
  replace: { conflicts, examples, run: putTag },
  change: { conflicts, examples, run: changeTag },
  remove: { description: 'Only a tag that no review has.', conflicts: ['in-use'], examples, run: deleteTag },
});
