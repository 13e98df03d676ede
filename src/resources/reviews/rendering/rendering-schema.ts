import { Type } from 'typebox';
import { sectionKinds } from '../../../content/markdown/section-kinds.ts';
import { closed, nullable, oneOf, part, Uuid } from '../../../wire.ts';
import {
  AltText,
  HexColor,
  PixelHeight,
  PixelWidth,
  PlaceholderUrl,
  VariantList,
} from '../../images/schema.ts';

const Html = Type.String(
  part('ReviewHtml', {
    description:
      'The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB.',
    examples: ['<h2 id="section-method">Method</h2>\n<p>A latent attention layer pools the tokens.</p>'],
  }),
);

export const PlainText = Type.String(
  part('ReviewText', {
    description:
      'The body as plain text: blocks on lines of their own, formulas as they were written. Only when `include=text` asks for it.',
    examples: ['Method\nA latent attention layer pools the tokens.'],
  }),
);

const Sections = Type.Array(
  closed(
    {
      level: Type.Integer({ minimum: 1, maximum: 6, description: 'Of the heading.', examples: [2] }),
      heading: Type.String({
        description: 'The text of the heading, at most 500 characters; formulas between dollars.',
        examples: ['방법'],
      }),
      anchor: Type.String({ description: 'The `id` of the heading in `html`.', examples: ['section-방법'] }),
      kind: oneOf(sectionKinds, {
        description:
          'What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.',
        examples: ['method'],
      }),
    },
    part('Section'),
  ),
  part('Sections', { description: 'The headings of the body, in order.' }),
);

const RenderWarnings = Type.Array(
  closed(
    {
      line: nullable(Type.Integer({ minimum: 1 }), {
        description: 'The line of the body, from 1; null when it is about the whole.',
        examples: [12],
      }),
      source: nullable(Type.String(), {
        description: 'What stands there, its first 200 characters.',
        examples: ['$\\frac{1}$'],
      }),
      detail: Type.String({
        description: 'What is wrong with it.',
        examples: ["Unexpected end of input in a macro argument, expected '}'"],
      }),
    },
    part('RenderWarning'),
  ),
  part('RenderWarnings', {
    description:
      'What of the body could not be shown as it was meant: a formula that cannot be read, whose source stands in its place; an element that is not allowed (a script, a form; a frame or a video, which is a link); a relative address of an image; the address of a link or an image that is neither `http`, `https`, `mailto` nor relative (`data:`); a tag that is shown as text since nothing closes it; a footnote that nothing refers to; a link within the text that leads nowhere. By line, the first 20.',
    examples: [[]],
  }),
);

/** The rendering in every answer. */
export const renderedSummary = {
  excerpt: nullable(Type.String(), {
    description:
      'The beginning of the body as plain text, at most 200 graphemes; null when it has no running text.',
    examples: ['A latent attention layer pools the tokens.'],
  }),
  readingMinutes: Type.Integer({
    minimum: 1,
    description: 'How many minutes it takes to read.',
    examples: [4],
  }),
  cover: nullable(
    closed(
      {
        id: nullable(Uuid(), { description: 'The id of the image; null of a picture elsewhere.' }),
        isChosen: Type.Boolean({
          description: 'Whether it was set as `cover`; else it is the first figure of the body.',
          examples: [false],
        }),
        url: Type.String({
          description: 'The largest variant of the image, or the absolute address of the picture elsewhere.',
          examples: ['/v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp'],
        }),
        width: nullable(PixelWidth),
        height: nullable(PixelHeight),
        alt: AltText,
        placeholder: nullable(PlaceholderUrl),
        color: nullable(HexColor),
        variants: VariantList,
      },
      part('Cover'),
    ),
    { description: 'The picture that stands for it; null without one.', examples: [null] },
  ),
};

/** Further members of a single review's rendering. */
export const renderedDetail = { html: Html, sections: Sections, renderWarnings: RenderWarnings };
