import { isLanguageCode } from './language-codes.ts';

type Kind = 'language' | 'region' | 'script';

/** Formatters by locale and kind: to make one costs a hundred times what a name does. */
const displayNames = new Map<string, Intl.DisplayNames>();

function openNames(locale: 'en' | 'ko', kind: Kind): Intl.DisplayNames {
  const known = displayNames.get(`${locale} ${kind}`);
  const names = known ?? new Intl.DisplayNames([locale], { type: kind, fallback: 'none' });
  if (!known) displayNames.set(`${locale} ${kind}`, names);
  return names;
}

/** The English name of a code by Node's CLDR; undefined for an unknown one. */
function nameOf(kind: Kind, code: string, locale: 'en' | 'ko' = 'en'): string | undefined {
  try {
    return openNames(locale, kind).of(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The canonical form of a tag; undefined when it is not well-formed. */
export function canonicalLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Why a text is no language tag (BCP 47: well-formed, with registered subtags; variants and extensions are not
 * checked); undefined for a valid one. `kr` is Kanuri, and often sent for Korean: it is refused, with both named.
 */
export function faultOfLanguage(text: string): string | undefined {
  const tag = canonicalLanguage(text);
  const rule = 'must be a language tag of BCP 47 such as ko, en or pt-BR';
  if (tag === undefined) return rule + suggest(text);
  const [language = ''] = tag.split('-');
  const { script, region } = new Intl.Locale(tag);
  if (tag === 'kr') return `${rule}: for Korean send ko, for Kanuri knc`;
  const isKnown =
    language.length === 3 ? isLanguageCode(language) : nameOf('language', language) !== undefined;
  if (!isKnown || language.length > 3) return `${rule}, and "${language}" is no language${suggest(text)}`;
  if (script !== undefined && nameOf('script', script) === undefined)
    return `${rule}, and "${script}" is no script`;
  if (region !== undefined && nameOf('region', region) === undefined)
    return `${rule}, and "${region}" is no region: send ${language}`;
  return undefined;
}

/** A suggestion: the language by its name in English or Korean, or by its country. */
function suggest(text: string): string {
  const asked = text.trim().toLowerCase();
  const dashed = canonicalLanguage(asked.replaceAll('_', '-'));
  if (asked.includes('_') && dashed !== undefined && faultOfLanguage(dashed) === undefined)
    return `: send ${dashed}`;
  const code = codesByName().get(asked) ?? languageOfCountry(asked);
  return code === undefined ? '' : `: for ${nameOf('language', code)} send ${code}`;
}

function languageOfCountry(code: string): string | undefined {
  if (!/^[a-z]{2}$/.test(code) || nameOf('region', code.toUpperCase()) === undefined) return undefined;
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  return language === 'und' ? undefined : language;
}

let names: Map<string, string> | undefined;

/** The two-letter codes by language name, computed at first use. */
function codesByName(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const locale of ['ko', 'en']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined && canonicalLanguage(code) === code) names.set(name.toLowerCase(), code);
    }
  }
  return names;
}
