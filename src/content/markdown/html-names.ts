const names = (text: string) => new Set(text.split(' '));

/** Void elements (HTML 13.1.2). */
export const voidElements = names(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr',
);

/** Elements with an optional end tag (HTML 13.1.2.4), and some that look like it. */
export const openEnded = names('p li dt dd tr td th tbody thead tfoot rt rp div section');

/** Elements that are removed with their content. */
export const droppedElements = names('script style svg math iframe');

/** Elements whose tags are removed and whose content stays. */
export const unwrappedElements = names(
  [
    'html head title body audio video canvas applet base link meta basefont bgsound command keygen image frame frameset',
    'header footer main nav article aside hgroup address search menu dir dialog slot data center',
    'form fieldset legend label button select optgroup option datalist textarea output progress meter',
    'source track picture map area embed param col colgroup font big tt strike nobr marquee blink acronym',
    'object template noscript noembed noframes xmp rb rtc listing plaintext isindex menuitem portal',
  ].join(' '),
);

/** Elements that embed what an address leads to. */
export const embeddingElements = names('video audio source iframe frame embed object');

/** Boolean attributes. */
const bareAttributes = names(
  [
    'allowfullscreen async autofocus autoplay checked compact controls default defer disabled download formnovalidate',
    'hidden inert ismap itemscope loop multiple muted nohref nomodule noshade novalidate nowrap open playsinline readonly',
    'required reversed selected alt class id title value src href',
  ].join(' '),
);

/** Whether a word without a value in a tag is an attribute of HTML, and no prose (`a <b and c> d`). */
export function isBareAttribute(name: string): boolean {
  return bareAttributes.has(name) || /[-:]/.test(name);
}
