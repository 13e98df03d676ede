import fc from 'fast-check';
import { htmlElements } from '../../../src/content/markdown/allow-list.ts';
import { droppedElements, unwrappedElements } from '../../../src/content/markdown/html-names.ts';
import { formulas } from './formulas.ts';
import { hostileSnippets } from './hostile.ts';

/** Names of a document or window that a name or an anchor could take the place of. */
const clobbered =
  'cookie body head forms location getElementById querySelector documentElement domain self'.split(' ');
const call = 'alert(1)';
const payloads = [
  `<img src=x onerror=${call}>`,
  `"><img src=x onerror=${call}>`,
  `'><svg onload=${call}>`,
  `javascript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `</title></style></textarea></script></math></svg><img src=x onerror=${call}>`,
  `--><img src=x onerror=${call}>`,
  `--!><img src=x onerror=${call}>`,
  `]]><img src=x onerror=${call}>`,
  `\uFDD00\uFDD1`,
  `\uFDD0\uFDD09\uFDD10\uFDD1<img src=x onerror=${call}>`,
  `<math data-formula="0"></math>`,
  `//evil.example/x`,
  'https://evil.example/x.png',
  'x',
];

/** The same text in another spelling, which some reader takes for it. */
const spellings: ((text: string) => string)[] = [
  (text) => text,
  (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  (text) => [...text].map((letter) => `&#x000${letter.codePointAt(0)?.toString(16).toUpperCase()}`).join(''),
  (text) => text.replace(/[\uFDD0\uFDD1<>"']/g, (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`),
  (text) => text.replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll(':', '&colon;'),
  (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  (text) => encodeURI(text),
  (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  (text) => text.replaceAll('a', 'a\0').replaceAll('<', '<\0'),
  (text) => text.replaceAll(':', '\t:').replaceAll('\uFDD0', '\uFDD0\uFDD0'),
];

const payload = fc
  .tuple(fc.constantFrom(...payloads), fc.constantFrom(...spellings))
  .map(([text, spell]) => spell(text));
const value = fc.oneof(
  payload,
  payload,
  fc.constantFrom(...clobbered),
  fc.constantFrom(...formulas).map((tex) => `$${tex}$`),
);
const tagName = fc.oneof(
  fc.constantFrom(...htmlElements, ...htmlElements),
  fc.constantFrom(...unwrappedElements, ...droppedElements),
  fc.constantFrom(
    ...'title foreignObject desc mtext mi mglyph annotation-xml malignmark T think String IMG Table P'.split(
      ' ',
    ),
  ),
);
const attributeName = fc.constantFrom(
  ...'href src title alt id name class style onerror onload onclick srcdoc xlink:href formaction action'.split(
    ' ',
  ),
  ...'data-formula data-line open value type start width colspan dir lang encoding display xmlns background is'.split(
    ' ',
  ),
);
const quote = fc.constantFrom('"', "'", '');
const attribute = fc
  .tuple(attributeName, value, quote, fc.constantFrom(' ', '\n', '/', '\f'))
  .map(([name, text, mark, gap]) => `${gap}${name}=${mark}${text}${mark}`);
const bare = fc.constantFrom(' open', ' b c', ' autofocus', ' $x$', '/', '');
const openTag = fc
  .tuple(
    tagName,
    fc.array(attribute, { maxLength: 3 }),
    bare,
    fc.constantFrom('>', '>', '>', '/>', '', '>\n\n'),
  )
  .map(([name, attributes, word, end]) => `<${name}${attributes.join('')}${word}${end}`);
const closeTag = tagName.map((name) => `</${name}>`);
const formula = fc.oneof(
  value.map((text) => `$${text}$`),
  value.map((text) => `$\\text{${text}}$`),
  fc
    .tuple(
      fc.constantFrom(
        'href',
        'url',
        'htmlData',
        'htmlClass',
        'htmlStyle',
        'includegraphics',
        'class',
        'color',
      ),
      value,
    )
    .map(([command, text]) => `$\\${command}{${text}}{x}$`),
  fc.constantFrom(...formulas).map((tex) => `$${tex}$`),
  value.map((text) => `\n\n$$\n${text}\n$$\n\n`),
  value.map((text) => `\n\n\`\`\`math\n${text}\n\`\`\`\n\n`),
);
const special = fc.constantFrom(
  ...[
    '<!--',
    '-->',
    '<!-->',
    '<!--->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<?php',
    '?>',
    '<!DOCTYPE html>',
    '<!b c>',
    '\0',
    '\r',
  ],
  ...[
    'x<y',
    'a <b c',
    'List<String>',
    '<T>',
    '<think>',
    '< b>',
    '</ b>',
    '&',
    '&amp;',
    '&#13;',
    '&#x0;',
    '\uFDD0',
    '\u00A0',
  ],
);
const snippet = fc.constantFrom(...Object.values(hostileSnippets).flat());
const reference = fc
  .tuple(value, value, fc.constantFrom(...clobbered, 'x', '$x$'))
  .chain(([one, two, name]) =>
    fc.constantFrom(
      `[${one}](${two})`,
      `![${one}](${two} "${one}")`,
      `![${one}](<${two}>)`,
      `[${one}][${name}]`,
      `\n\n[${name}]: <${two}> "${one}"\n\n`,
      `![x][${name}]`,
      `x[^${name}]`,
      `\n\n[^${name}]: ${one}\n\n    ${two}\n\n`,
      `[a[^${name}]](https://a.example)`,
      `<${two}>`,
      `www.${name}.example/${two}`,
      `\n\n# ${name}\n\n`,
    ),
  );
const leaf = fc.oneof(
  payload,
  openTag,
  openTag,
  closeTag,
  formula,
  special,
  snippet,
  reference,
  fc.constant('\n\n'),
);

const nested = fc.letrec<{ text: string; wrapped: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    leaf,
    fc.array(leaf, { maxLength: 4 }).map((parts) => parts.join('')),
    tie('wrapped'),
    fc.tuple(tie('text'), fc.constantFrom('', ' ', '\n', '\n\n'), tie('text')).map((parts) => parts.join('')),
  ),
  wrapped: fc
    .tuple(tie('text'), tie('text'), tagName)
    .chain(([text, other, name]) =>
      fc.constantFrom(
        `<${name}>${text}</${name}>`,
        `<${name}>${text}</${name}>${other}`,
        `<${name}>\n\n${text}\n\n</${name}>`,
        `<b><i>${text}</b>${other}</i>`,
        `<table><tr><td>${text}</td></tr>${other}</table>`,
        `<details><summary>${text}</summary>${other}</details>`,
        `**${text}** _${other}_ ~~${text}~~`,
        `> ${text.replaceAll('\n', '\n> ')}`,
        `> [!tip]- ${other.replaceAll('\n', ' ')}\n> ${text.replaceAll('\n', '\n> ')}`,
        `{% hint style="${other.replaceAll('\n', ' ')}" %}\n${text}\n{% endhint %}`,
        `{% embed url="${other.replaceAll('\n', ' ')}" %}\n\n<aside>\n${text}\n</aside>`,
        `## ${text.replaceAll('\n', ' ')} {#${other.replaceAll('\n', '')}}\n\n[x](#${other.replaceAll('\n', '')})`,
        `${text}\\begin{align}${other}\\end{align}\\newcommand{\\x}{${text}}`,
        `- ${text.replaceAll('\n', '\n  ')}\n- [ ] ${other}`,
        `| ${text.replaceAll('\n', ' ')} | ${other.replaceAll('\n', ' ')} |\n|---|---|\n| ${text.replaceAll('\n', ' ')} |`,
        `## ${text.replaceAll('\n', ' ')}`,
        `\`${text}\``,
        `\`\`\`${other.split('\n')[0]}\n${text}\n\`\`\``,
        `[${text}](${other})`,
        `<!--${text}-->${other}`,
        `<a title="${text}" href='${other}'>${text}</a>`,
      ),
    ),
}));

/** Hostile texts: tags, attributes, spellings, nesting, Markdown, formulas and references put together. */
export const markup: fc.Arbitrary<string> = fc
  .array(nested.text, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('\n'));
