/** The words in the name of a field that may speak of who sees a note, whatever tool it is of. */
const speaking =
  /(?:^|-)(?:private|privacy|public|publish|published|unpublished|visible|visibility|hidden|secret|drafts?|unlisted|confidential|password|protected|restricted|access|audience|permissions?|embargo|expir\w*|encrypt\w*|members?)(?:-|$)|공개|비밀|公开|公開|私密|隐藏|加密|下書き/i;
/** Names with such a word that speak of something else. */
const speakingOfOther =
  /(?:date|time|day|-at|-on|-in|year|title)$|^(?:open-access|access-date|accessed|publisher|publication)|^(?:date|time)-|^search-hidden$|^hidden-in-(?:single|list)$/i;

/** Whether a field may say who sees a note, by the words of its name. */
export function speaksOfVisibility(name: string): boolean {
  const parts = name
    .trim()
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1-$2')
    .replace(/[_\s]+/g, '-');
  return speaking.test(parts) && !speakingOfOther.test(parts);
}

/** Names that say of a note that it is hidden: where they are false, it is not. */
export const speaksOfHiding = (name: string): boolean =>
  speaksOfVisibility(name) &&
  /private|unpublished|hidden|secret|draft|unlisted|confidential|protected|restricted|encrypt/i.test(name);
