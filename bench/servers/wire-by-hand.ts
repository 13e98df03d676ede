/** A row of the hand-written statements. */
export type Row = Record<string, string | number | boolean | string[] | null>;

const named = (row: Row, name: string) =>
  row[`${name}_id`] === null
    ? null
    : { id: row[`${name}_id`], slug: row[`${name}_slug`], title: row[`${name}_title`] };

function paperOf(row: Row) {
  const { paper_id: id, paper_slug: slug, paper_title: title, acronym, arxiv, paper_status: status } = row;
  return { id, slug, title, acronym, arxiv, status };
}

function summaryOf(row: Row) {
  const { id, slug, title, summary, language, status, revision, excerpt, cover, outdated } = row;
  return {
    ...{ id, slug, title, summary, language, status },
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    ...{ revision, excerpt, cover, outdated },
    readingMinutes: row.reading_minutes,
    reviewedVersion:
      row.reviewed_version === null ? null : { number: row.reviewed_version, releasedOn: row.released_on },
    category:
      row.category_id === null
        ? null
        : { id: row.category_id, slug: row.category_slug, name: row.category_name, path: row.path },
    tags: (row.tags as string[]).map((tag) => {
      const [tagId = '', tagSlug = ''] = tag.split(' ', 2);
      return { id: tagId, slug: tagSlug, name: tag.slice(tagId.length + tagSlug.length + 2) };
    }),
  };
}

/** A review of a list, as JSON. */
export function writeSummary(row: Row): string {
  return JSON.stringify({ ...summaryOf(row), paper: paperOf(row) });
}

/** A review with everything, as JSON. */
export function writeReview(row: Row): string {
  const review = JSON.stringify({
    ...summaryOf(row),
    ...{ body: row.body, html: row.html, source: row.source },
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
    previous: named(row, 'previous'),
    next: named(row, 'next'),
  });
  const paper = JSON.stringify({
    ...paperOf(row),
    ...{ venue: row.venue, publishedOn: row.published_on, doi: row.doi },
  });
  // What Postgres has as JSON stays text.
  const whole = `${paper.slice(0, -1)},"authors":${row.authors},"links":${row.links}}`;
  return `${review.slice(0, -1)},"paper":${whole},"sections":${row.sections},"renderWarnings":${row.render_warnings}}`;
}
