import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import { writeApa } from '../content/citations/apa.ts';
import { writeBibtex } from '../content/citations/bibtex.ts';
import type { CslItem } from '../content/citations/csl.ts';
import { writeRis } from '../content/citations/ris.ts';
import type { EntityKind } from '../db/schema/tables.ts';
import { entities } from '../entities.ts';
import { releaseWhenSent, sendPage } from '../http/answers.ts';
import { type Format, inForms } from '../http/plugins/formats.ts';
import type { Site } from '../http/site/site.ts';
import { pageQuery } from '../query/query.ts';
import { type ListPage, runList } from '../query/run.ts';
import type { ListSpec } from '../query/spec.ts';
import { closed, oneOf, part, undocumentedKey } from '../wire.ts';
import { addForms } from './define-forms.ts';
import { capitalize, sendFound } from './define-resource.ts';

type Written = Omit<Format, 'write'> & { write: (items: CslItem[]) => string | Promise<string> };

const text = (description: string) => Type.String({ description });
const name = Type.Object({}, { additionalProperties: true });

/** The citation formats; the first is the default. */
const forms = {
  'csl-json': {
    type: 'application/vnd.citationstyles.csl+json',
    name: 'csl-json',
    schema: Type.Array(
      Type.Object(
        {
          id: Type.String({ examples: ['nv-embed'] }),
          type: oneOf(['article', 'article-journal', 'paper-conference', 'review']),
          title: Type.String(),
          author: Type.Optional(Type.Array(name)),
        },
        part('CslItem'),
      ),
      { description: 'CSL-JSON (CSL 1.0.2), as Zotero, Pandoc and citeproc take it.' },
    ),
    write: JSON.stringify,
  },
  bibtex: {
    ...{ type: 'application/x-bibtex', name: 'bibtex', write: writeBibtex },
    ending: { path: 'bib', called: 'Bibtex' },
    schema: text('BibTeX in UTF-8.'),
  },
  ris: {
    ...{ type: 'application/x-research-info-systems', name: 'ris', write: writeRis },
    ending: { path: 'ris', called: 'Ris' },
    schema: text('RIS in UTF-8, as EndNote, Mendeley and Zotero take it.'),
  },
  apa: {
    ...{ type: 'text/plain', name: 'apa', write: writeApa },
    ending: { path: 'txt', called: 'Apa' },
    schema: text('Plain text in the style of the APA, seventh edition.'),
  },
} satisfies Record<string, Written>;

type FormName = keyof typeof forms;

/** The formats of a response, generated from its citations. */
function citationFormats<Answer>(
  names: readonly FormName[],
  cite: (answer: Answer, site: Site) => CslItem[],
): Format[] {
  return names.map((one) => ({
    ...forms[one],
    write: (answer: Answer, { site }) => forms[one].write(cite(answer, site)),
  }));
}

const citationForms = Object.keys(forms) as FormName[];

const query = closed({
  // With it the answer has another type than the operation has in the document.
  format: Type.Optional(oneOf(citationForms, { [undocumentedKey]: true })),
});

/** The citation formats of lists: the ending of their path, and the suffix of their operationId. */
const citedLists = [
  { ending: 'bib', form: 'bibtex', called: 'Bibtex' },
  { ending: 'ris', form: 'ris', called: 'Ris' },
  { ending: 'csl.json', form: 'csl-json', called: 'CslJson' },
] as const;

interface Cited<Whole, Row> {
  kind: EntityKind;
  description: string;
  params: TObject;
  list: ListSpec<Row, Viewer>;
  find: (request: FastifyRequest, reference: string) => Promise<Whole | undefined>;
  cite: (entity: Whole | Row, site: Site) => CslItem;
}

/**
 * Defines the citation routes of a kind of entity: of one in every format, and of its list by the ending of the path.
 */
export function defineCitations<Whole extends object, Row extends object>({
  kind,
  description,
  params,
  list,
  find,
  cite,
}: Cited<Whole, Row>): FastifyPluginAsyncTypebox {
  const { plural } = entities[kind];
  const tags = ['citations'];

  return async (app) => {
    const url = `/v1/${plural}/:${kind}/citation`;
    const formats = citationFormats(citationForms, (entity: Whole, site) => [cite(entity, site)]);
    const one = { operationId: `cite${capitalize(kind)}`, summary: `Cite a ${kind}`, tags, params };
    const sendOne = async (request: FastifyRequest, reply: FastifyReply) => {
      const { [kind]: reference = '' } = request.params as Record<string, string>;
      return sendFound(request, reply, { kind, visible: list.visible }, await find(request, reference));
    };
    app.get(
      url,
      {
        config: { access: 'read', formats },
        schema: {
          ...one,
          description: `${description} CSL-JSON, unless \`format\` (\`bibtex\`, \`ris\`, \`apa\`), or \`Accept\` without it, asks for another form: those of \`.bib\`, \`.ris\` and \`.txt\`, which are the same at addresses of their own.`,
          querystring: query,
          response: { 200: inForms<unknown>('The citation.') },
        },
      },
      sendOne,
    );
    addForms(
      app,
      {
        ...{ url, formats, config: { access: 'read' } },
        schema: { ...one, querystring: closed({}) },
      },
      sendOne,
    );

    for (const { ending, form, called } of citedLists) {
      app.get(
        `/v1/${plural}.${ending}`,
        {
          config: {
            access: 'read',
            formats: citationFormats([form], ({ data }: ListPage<Row>, site) =>
              data.map((row) => cite(row, site)),
            ),
          },
          schema: {
            operationId: `cite${capitalize(plural)}In${called}`,
            summary: `Cite ${plural} in ${called}`,
            description: `Takes the filters and pages of the list of ${plural}.`,
            tags,
            querystring: pageQuery(list),
            response: { 200: inForms<unknown>(`The ${plural} of this page.`) },
          },
        },
        async (request, reply) =>
          sendPage(
            request,
            reply,
            await runList(app.db, list, request.query, request.viewer, {
              onReservation: releaseWhenSent(reply),
            }),
          ),
      );
    }
  };
}
