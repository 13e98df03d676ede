import { NoteRefused } from '../notes/front-matter.ts';
import { parseHtml } from './html/tree.ts';
import type { BlogPost, PostEntry, Posts } from './post.ts';
import { readInstant, requireTitle } from './xml.ts';

interface GhostPost {
  id: string;
  uuid?: string;
  title?: string;
  slug?: string;
  html?: string | null;
  feature_image?: string | null;
  feature_image_alt?: string | null;
  status?: string;
  visibility?: string;
  type?: string;
  page?: boolean | number;
  published_at?: string | null;
  custom_excerpt?: string | null;
}

interface GhostData {
  posts: GhostPost[];
  tags?: { id: string; name: string; visibility?: string }[];
  posts_tags?: { post_id: string; tag_id: string; sort_order?: number }[];
}

/** The data of an export of Ghost; null when it is none. */
export function findGhostData(json: unknown): GhostData | null {
  const { db, data } = Object(json) as { db?: { data?: unknown }[]; data?: unknown };
  const found = (db?.[0]?.data ?? data) as Partial<GhostData> | undefined;
  return Array.isArray(found?.posts) ? (found as GhostData) : null;
}

/** The posts of an export of Ghost, by the HTML that it holds of them. */
export function readGhost({ posts, tags = [], posts_tags: uses = [] }: GhostData): Omit<Posts, 'kind'> {
  const names = new Map(tags.filter(({ name }) => !name.startsWith('#')).map(({ id, name }) => [id, name]));
  const tagsOf = (post: GhostPost) =>
    uses
      .filter(({ post_id: id }) => id === post.id)
      .sort((one, other) => (one.sort_order ?? 0) - (other.sort_order ?? 0))
      .flatMap(({ tag_id: id }) => names.get(id) ?? []);
  const isPage = ({ type, page }: GhostPost) => type === 'page' || Boolean(page);
  const pathOf = ({ slug, id }: GhostPost) => slug ?? id;
  return {
    skipped: posts.filter(isPage).map((post) => ({ path: pathOf(post), reason: 'it is a page' })),
    entries: posts
      .filter((post) => !isPage(post))
      .map(
        (post): PostEntry => ({
          path: pathOf(post),
          former: async () => ({
            ...{ source: sourceOf(post), addresses: post.slug ? [`/${post.slug}/`] : [] },
            isHidden: findHidden(post) !== null,
          }),
          read: async () => readPost(post, tagsOf(post)),
        }),
      ),
  };
}

function readPost(post: GhostPost, tags: string[]): BlogPost {
  const { html, feature_image: picture, feature_image_alt: alt, custom_excerpt: excerpt } = post;
  const title = requireTitle(post.title);
  if (!html) throw new NoteRefused('the export has no HTML of it');
  const page = parseHtml(html.replaceAll('__GHOST_URL__', ''));
  if (picture)
    page.children.unshift({
      type: 'element',
      tagName: 'img',
      properties: { src: picture.replaceAll('__GHOST_URL__', ''), alt: alt ?? '' },
      children: [],
    });
  return {
    source: sourceOf(post),
    title,
    html: page,
    category: [],
    tags,
    publishedAt: readInstant(post.published_at),
    publishedBy: 'published_at',
    hidden: findHidden(post),
    ...(post.slug ? { slug: post.slug } : {}),
    ...(excerpt ? { summary: excerpt.replace(/\s+/g, ' ').trim() } : {}),
  };
}

const sourceOf = ({ uuid, id }: GhostPost) => `ghost:${uuid ?? id}`;

function findHidden({ status = 'draft', visibility = 'public' }: GhostPost): string | null {
  if (status !== 'published' && status !== 'scheduled') return `its status is "${status}"`;
  return visibility === 'public' ? null : `it is for "${visibility}" alone`;
}
