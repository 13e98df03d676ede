import { type Caller, CallFailed, reasonOf } from '../caller.ts';
import type { Category } from '../resources/categories/schema.ts';
import { foldName } from '../text/fold.ts';
import { NoteRefused } from './front-matter.ts';

/** The categories of a site, read once, and those that notes bring. */
export class CategoryFinder {
  readonly #caller: Caller;
  readonly #dryRun: boolean;
  #known: Pick<Category, 'id' | 'slug' | 'name' | 'parent'>[] | undefined;

  /** @param dryRun whether nothing may be created: what is missing is then called by its names */
  constructor(caller: Caller, dryRun: boolean) {
    this.#caller = caller;
    this.#dryRun = dryRun;
  }

  /**
   * The id of the category that names mean: a slug or a name, and further ones below it. What is missing is created.
   * @throws NoteRefused when a name means more than one, or cannot be created
   */
  async find(names: string[]): Promise<string | null> {
    this.#known ??= await this.#readAll();
    let current: string | null = null;
    for (const [depth, name] of names.entries()) {
      const found: { id: string } | undefined =
        depth === 0 ? this.#findAny(name) : this.#match(name).find(({ parent }) => parent?.id === current);
      current = found?.id ?? (await this.#create(name, current));
    }
    return current;
  }

  #match(name: string) {
    const folded = foldName(name);
    return (this.#known ?? []).filter(({ slug, name: own }) => slug === name || foldName(own) === folded);
  }

  #findAny(name: string) {
    const found = this.#match(name);
    const [only, ...others] = found;
    const decided = found.find(({ slug }) => slug === name) ?? found.find(({ parent }) => parent === null);
    if (decided || others.length === 0) return decided ?? only;
    const slugs = found.map(({ slug }) => slug).join(', ');
    throw new NoteRefused(`the category "${name}" may be any of ${slugs}: write the slug`);
  }

  async #create(name: string, parent: string | null): Promise<string> {
    const made = this.#dryRun
      ? { id: `${parent ?? ''}/${name}`, slug: '', name, parent: null }
      : await this.#post(name, parent);
    this.#known?.push({ ...made, parent: parent === null ? null : { id: parent, slug: '', name: '' } });
    return made.id;
  }

  async #post(name: string, parent: string | null): Promise<Category> {
    const answer = await this.#caller.send('POST', '/v1/categories', { name, parent });
    if (answer.status !== 201)
      throw new NoteRefused(`the category "${name}" cannot be created: ${reasonOf(answer)}`);
    return answer.body as Category;
  }

  async #readAll(): Promise<Category[]> {
    const all: Category[] = [];
    for (let path: string | null = '/v1/categories?limit=100'; path !== null; ) {
      const answer = await this.#caller.send('GET', path);
      if (answer.status !== 200) throw new CallFailed(reasonOf(answer));
      const { data, page } = answer.body as { data: Category[]; page: { next: string | null } };
      all.push(...data);
      path = page.next && `/v1/categories?limit=100&after=${page.next}`;
    }
    return all;
  }
}
