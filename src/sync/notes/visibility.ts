import { maskText } from './dialect/mask.ts';
import { FieldReader } from './field-reader.ts';
import type { FieldValue } from './front-matter.ts';
import { readMoment } from './moment.ts';
import { speaksOfHiding, speaksOfVisibility } from './visibility-names.ts';

/** What the fields of a note say of who may see it. */
export interface NoteVisibility {
  status: 'draft' | 'archived' | undefined;
  /** What keeps it a draft, or was not understood, each to be named. */
  notices: string[];
}

type Said = 'public' | 'draft' | 'archived' | 'nothing' | 'unclear';

/** Fields that are a flag, and what its being set means. */
const flags: Record<string, 'public' | 'draft'> = Object.fromEntries([
  ...'draft is-draft private is-private hidden is-hidden hide secret is-secret unlisted is-unlisted is-temp confidential internal protected encrypted encrypt wip headless members-only eleventyexcludefromcollections noindex no-index robots-no-index sitemap-exclude ignore-publish'
    .split(' ')
    .flatMap((name) => withoutHyphens(name, 'draft')),
  ...'publish published is-published public is-public dg-publish garden-publish share visible is-visible listed open is-open'
    .split(' ')
    .flatMap((name) => withoutHyphens(name, 'public')),
  ...['비공개', '비밀글', '私密', '隐藏', '加密', '草稿', '非公開', '下書き', '초안'].map((name) => [
    name,
    'draft',
  ]),
  ...['공개', '공개여부', '公开', '公開', '发布'].map((name) => [name, 'public']),
]);

function withoutHyphens(name: string, meaning: string): [string, string][] {
  return [
    [name, meaning],
    [name.replaceAll('-', ''), meaning],
  ];
}

const states = ['status', 'state', 'post-status', 'publish-status'];
const audiences = ['visibility', 'access', 'privacy', 'audience'];
const passwords = ['password', 'passwd', 'passphrase', 'pwd', '비밀번호', '密码'];
const ends = [
  ...['expiry-date', 'expirydate', 'expires', 'expires-at', 'expiration', 'expiration-date', 'expiry'],
  ...['unpublish-date', 'unpublishdate', 'unpublish-at'],
];
const builds = ['build', '-build'];
/** Maps in which Hugo and Zola have the fields of an author's own. */
const containers = ['params', 'extra', 'meta'];

const words: Record<Exclude<Said, 'unclear'>, RegExp> = {
  public:
    /^(?:public|published?|released?|live|open|listed|visible|everyone|everybody|anyone|all|world|scheduled|future|전체 ?공개|공개|발행|公开|已发布|公開|公開済み)$/i,
  draft:
    /^(?:drafts?|private|hidden|secret|unlisted|unpublished|only me|members?(?: ?only)?|초안|임시 ?저장|비공개|나만 ?보기|보호|草稿|私密|隐藏|未发布|非公開|非公开|下書き|限定公開)$/i,
  archived: /^(?:archived?)$/i,
  // Whether a note is finished says nothing of who may see it.
  nothing: /^(?:|done|completed?|finished|final|read|완료|읽음|完成|完了|已读)$/i,
};

const yes = /^(?:true|yes|y|on|1|예|네|是|はい|✓|✅|☑)$/i;
const no = /^(?:false|no|n|off|0|아니오|否|いいえ|❌|☐)$/i;

/** Words by which authors mark what is not for others, as tags and as values of fields. */
const privateWords = 'private|draft|wip|secret|unpublished|비공개|비밀|초안|私密|草稿|非公開|下書き';
const privateValue = new RegExp(`^(?:${privateWords})$`, 'iu');
/** One of them may be a part of a tag: `status/draft`. */
const privateTag = new RegExp(`^#?(?:.*/)?(?:${privateWords})(?:/.*)?$`, 'iu');
const privateTagInText = new RegExp(
  String.raw`(?<!\S)#(?:[\p{L}\p{N}_-]+/)*(?:${privateWords})(?![\p{L}\p{N}_-])`,
  'iu',
);
/** Fields of words about the note, in which one of these is no mark. */
const wordFields =
  /title|name|alias|author|slug|description|summary|excerpt|abstract|subtitle|제목|저자|标题|作者/;

interface VisibilityContext {
  path: string;
  tags?: string[] | undefined;
  now?: Date;
  /** That of times without an offset. */
  timeZone?: string | undefined;
}

/**
 * Reads every field that says who may see a note. Where any of them keeps it private, or cannot be understood, it is a
 * draft: what was private stays private when in doubt.
 * @param now what past and future are judged by
 */
export function readVisibility(
  reader: FieldReader,
  { path, tags = [], now = new Date(), timeZone }: VisibilityContext,
): NoteVisibility {
  const said: { name: string; says: Said; shown?: string }[] = [];
  const look = (names: string[], says: (value: FieldValue) => Said, isSecret = false) => {
    for (const name of names) {
      const field = reader.take(name);
      if (field)
        said.push({
          name: field.name,
          says: says(field.value),
          shown: isSecret ? '' : ` "${showValue(field.value)}"`,
        });
    }
  };
  const isDay = (name: string) => /^publish(?:ed)?$/.test(name) && isMoment(reader.peek(name));
  for (const [name, meaning] of Object.entries(flags)) {
    // It may be a day, which is read as the date.
    if (isDay(name)) continue;
    look([name], (value) => readFlag(value, meaning));
  }
  look(states, readState);
  look(audiences, readAudience);
  look(passwords, (value) => (value === null || value === '' ? 'nothing' : 'draft'), true);
  look(ends, (value) => readEnd(value, now, timeZone));
  look(builds, readBuild);
  look(['sitemap'], readSitemap);
  look(['robots'], (value) => (/noindex|none/i.test(String(value)) ? 'draft' : 'nothing'));
  if (reader.peek('permalink') === 'false') look(['permalink'], () => 'draft');
  const others = reader.remaining.filter(({ key, name }) => speaksOfVisibility(name) && !isDay(key));
  for (const { key, name } of others)
    look([key], (value) =>
      speaksOfHiding(name) && readFlag(value, 'draft') === 'nothing' ? 'nothing' : 'unclear',
    );
  // Adaptive content of GitBook is for some readers alone.
  look(['if'], () => 'unclear');
  for (const name of containers) if (isHiddenWithin(reader.peek(name))) look([name], () => 'draft');
  if (/(^|\/)_drafts\//.test(path)) said.push({ name: 'the folder _drafts', says: 'draft' });
  for (const tag of tags) if (privateTag.test(tag)) said.push({ name: `the tag ${tag}`, says: 'draft' });
  // Whatever it is called: `type: private`, `category: 비공개`.
  for (const { key, name, value } of reader.all)
    if (!wordFields.test(key) && isPrivateValue(value) && !tags.some((tag) => privateTag.test(tag)))
      if (said.every((one) => one.name !== name)) look([key], () => 'draft');
  const notices = said.flatMap(({ name, says, shown = '' }) => {
    const isPlain =
      isPlainDraft(name) && !/private|비공개|私密|非公開|hidden|secret|unlisted|members/i.test(shown);
    if (says === 'draft') return isPlain ? [] : [`${name} (it stays a draft)`];
    return says === 'unclear' ? [`${name}${shown} (not understood, so that it stays a draft)`] : [];
  });
  const stated = said.map(({ says }) => says);
  if (stated.includes('draft') || stated.includes('unclear')) return { status: 'draft', notices };
  return { status: stated.includes('archived') ? 'archived' : undefined, notices };
}

function isHiddenWithin(fields: FieldValue | undefined): boolean {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return false;
  const within = new FieldReader(fields);
  return within.faults.length > 0 || readVisibility(within, { path: '' }).status === 'draft';
}

/** `draft` and `status` are Postil's own fields: that they make a draft needs no word. */
const isPlainDraft = (name: string) => /^(?:draft|status|the folder _drafts)$/.test(name);

function isMoment(value: FieldValue | undefined): boolean {
  return typeof value === 'string' && readMoment(value) !== null;
}

function readFlag(value: FieldValue, meaning: 'public' | 'draft'): Said {
  const other = meaning === 'public' ? 'draft' : 'public';
  if (value === null || value === '') return meaning === 'public' ? 'draft' : 'nothing';
  if (typeof value !== 'string') return 'unclear';
  const text = value.trim();
  if (yes.test(text)) return meaning;
  if (no.test(text)) return other === 'public' ? 'nothing' : other;
  if (words.draft.test(text)) return 'draft';
  return words.public.test(text) && meaning === 'public' ? 'public' : 'unclear';
}

function readState(value: FieldValue): Said {
  if (value === null) return 'nothing';
  if (typeof value !== 'string') return 'unclear';
  const text = value.trim();
  const found = Object.entries(words).find(([, pattern]) => pattern.test(text));
  if (found) return found[0] as Said;
  return yes.test(text) ? 'public' : 'unclear';
}

/** Who may see it: a word for how far a note has come is none. */
function readAudience(value: FieldValue): Said {
  const said = readState(value);
  return said === 'nothing' && value !== null && value !== '' ? 'unclear' : said;
}

/** A day on which a note ceases to be public. Postil keeps none, so that only one in the past is done. */
function readEnd(value: FieldValue, now: Date, timeZone: string | undefined): Said {
  if (value === null || value === '' || value === 'never') return 'nothing';
  const moment = typeof value === 'string' ? readMoment(value, timeZone) : null;
  if (moment === null) return 'unclear';
  return moment <= now.toISOString() ? 'draft' : 'nothing';
}

const isPrivateValue = (value: FieldValue): boolean =>
  [value].flat(2).some((one) => typeof one === 'string' && privateValue.test(one.trim()));

/** The first tag within a text that keeps a note private, as Obsidian reads tags; undefined for none. */
export function findPrivateTag(text: string): string | undefined {
  if (!privateTagInText.test(text)) return undefined;
  return privateTagInText.exec(maskText(text).text)?.[0];
}

/** `sitemap: false` of Jekyll, `disable` of Hugo in it: a page that no search engine is to find. */
function readSitemap(value: FieldValue): Said {
  if (typeof value === 'string') return no.test(value.trim()) ? 'draft' : 'nothing';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'nothing';
  const { disable, exclude } = value;
  return [disable, exclude].some((one) => typeof one === 'string' && yes.test(one)) ? 'draft' : 'nothing';
}

/** Hugo's `build`: whether a page is written, and stands in lists. */
function readBuild(value: FieldValue): Said {
  if (value === null) return 'nothing';
  if (typeof value !== 'object' || Array.isArray(value)) return 'unclear';
  const { render = 'always', list = 'always' } = value;
  const isWritten = [render, list].every((part) => part === 'always' || part === 'true');
  return isWritten ? 'nothing' : 'draft';
}

function showValue(value: FieldValue): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
