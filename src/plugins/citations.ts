import { Type } from 'typebox';
import { writeApa } from '../citations/apa.ts';
import { writeBibtex } from '../citations/bibtex.ts';
import type { CslItem } from '../citations/csl.ts';
import { writeRis } from '../citations/ris.ts';
import type { Site } from '../site/site.ts';
import { closed, oneOf } from '../wire.ts';
import type { Format } from './formats.ts';

type Written = Omit<Format, 'write'> & { write: (items: CslItem[]) => string | Promise<string> };

const text = (description: string) => Type.String({ description });
const name = Type.Object({}, { additionalProperties: true });

/** The forms of a citation; the first is for callers who like none better. */
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
        { additionalProperties: true },
      ),
      { description: 'CSL-JSON (CSL 1.0.2), as Zotero, Pandoc and citeproc take it.' },
    ),
    write: JSON.stringify,
  },
  bibtex: {
    ...{ type: 'application/x-bibtex', name: 'bibtex', write: writeBibtex },
    schema: text('BibTeX in UTF-8.'),
  },
  ris: {
    ...{ type: 'application/x-research-info-systems', name: 'ris', write: writeRis },
    schema: text('RIS in UTF-8, as EndNote, Mendeley and Zotero take it.'),
  },
  apa: {
    ...{ type: 'text/plain', name: 'apa', write: writeApa },
    schema: text('Plain text in the style of the APA, seventh edition.'),
  },
} satisfies Record<string, Written>;

type FormName = keyof typeof forms;

/** An answer in one of these forms, made of what it cites. */
export function citationFormats<Answer>(
  names: FormName[],
  cite: (answer: Answer, site: Site) => CslItem[],
): Format[] {
  return names.map((one) => ({
    ...forms[one],
    write: (answer: Answer, { site }) => forms[one].write(cite(answer, site)),
  }));
}

export const citationForms = Object.keys(forms) as FormName[];

/** The query string of a citation. */
export const citationQuery = closed({
  format: Type.Optional(
    oneOf(citationForms, {
      description: 'The form of the citation; it goes before `Accept`. Without both: CSL-JSON.',
      examples: ['bibtex'],
    }),
  ),
});

/** The forms in which lists are cited: how their addresses end, and what operations call them. */
export const citedLists = [
  { ending: 'bib', form: 'bibtex', called: 'Bibtex' },
  { ending: 'ris', form: 'ris', called: 'Ris' },
  { ending: 'csl.json', form: 'csl-json', called: 'CslJson' },
] as const;
