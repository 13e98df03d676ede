/**
 * What CSL 1.0.2 says of its JSON input (csl-data.json of the citation-style-language/schema project), told anew by
 * kinds of variables: an item has a type of the list and an id, and nothing that is not a variable.
 */
const types =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage';
const names =
  'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director executive-producer interviewer illustrator organizer original-author performer producer recipient reviewed-author translator';
const dates = 'accessed available-date event-date issued original-date submitted';
const numbers =
  'chapter-number citation-number collection-number edition issue locator number number-of-pages number-of-volumes page page-first part printing supplement volume';
const texts =
  'language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place authority call-number citation-label collection-title container-title container-title-short dimensions division DOI event event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-title scale section source status title title-short translated-title URL version year-suffix';

const text = { type: 'string' };
const textOrNumber = { type: ['string', 'number'] };
const each = (variables: string, schema: object) =>
  Object.fromEntries(variables.split(' ').map((variable) => [variable, schema]));

const name = {
  type: 'object',
  properties: {
    ...each('family given dropping-particle non-dropping-particle suffix literal', text),
    ...each('comma-suffix static-ordering parse-names', { type: ['string', 'number', 'boolean'] }),
  },
  additionalProperties: false,
};
const parts = { type: 'array', items: textOrNumber, minItems: 1, maxItems: 3 };
const date = {
  type: 'object',
  properties: {
    'date-parts': { type: 'array', items: parts, minItems: 1, maxItems: 2 },
    ...each('literal raw edtf', text),
  },
  additionalProperties: false,
};

export const cslData = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { enum: types.split(' ') },
      id: textOrNumber,
      ...each(names, { type: 'array', items: name }),
      ...each(dates, date),
      ...each(numbers, textOrNumber),
      ...each(texts, text),
      custom: { type: 'object' },
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
};
