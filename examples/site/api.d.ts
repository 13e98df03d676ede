// Made by `npx tsx examples/site/types.ts` out of openapi/openapi.json: never changed by hand.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
export interface paths {
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reviews
         * @description Published reviews, newest first; with `drafts:read` every status. JSON, unless `Accept` likes JSON-LD better, which `/v1/reviews.jsonld` always answers.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Post a review
         * @description One call: the paper and the tags are connected, or created with it. Publishing needs `reviews:publish` too.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reviews, .jsonld
         * @description In the form that `Accept: application/ld+json` asks for, whatever is accepted.
         */
        get: operations["listReviewsAsJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review
         * @description JSON, unless `Accept` likes another form better: those of `.jsonld`, `.md`, `.html` and `.txt`, which are the same at addresses of their own.
         */
        get: operations["getReview"];
        /**
         * Replace a review, or create it under a slug
         * @description What is not sent is emptied; `slug`, `status` and `publishedAt` stay as they are. A published review needs `reviews:publish` too. A slug that nothing has is that of a new review, also when one in the trash had it; one that a review had before is a 308, so that nothing is made twice.
         */
        put: operations["replaceReview"];
        post?: never;
        /**
         * Delete a review
         * @description It goes to the trash, and comes back by `restore`. A published review needs `reviews:publish` too.
         */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        /**
         * Change a review
         * @description A JSON merge patch. Publishing, and a published review, need `reviews:publish` too.
         */
        patch: operations["patchReview"];
        trace?: never;
    };
    "/v1/reviews/{review}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List related reviews
         * @description Published reviews that share the paper, tags, the category or words of the title, best first.
         */
        get: operations["listRelatedReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review, .json
         * @description As JSON, whatever is accepted.
         */
        get: operations["getReviewAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review, .jsonld
         * @description In the form that `Accept: application/ld+json` asks for, whatever is accepted.
         */
        get: operations["getReviewAsJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review, .md
         * @description In the form that `Accept: text/markdown` asks for, whatever is accepted.
         */
        get: operations["getReviewAsMarkdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review, .html
         * @description In the form that `Accept: text/html` asks for, whatever is accepted.
         */
        get: operations["getReviewAsHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review, .txt
         * @description In the form that `Accept: text/plain` asks for, whatever is accepted.
         */
        get: operations["getReviewAsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Markdown
         * @description Renders a body as a review with it would be rendered, and keeps nothing. One that cannot be, or takes more than two seconds, comes as its source with a warning, as in a review.
         */
        post: operations["renderMarkdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a review
         * @description Now, or at a time to come (`at`): then it is scheduled, and published within five seconds of it. A working copy is published with it.
         */
        post: operations["publishReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a review back
         * @description It is a draft again; what was scheduled is not published. Its paper and its tags stay public.
         */
        post: operations["unpublishReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a review back from the trash
         * @description As it was, under its slug or, when that was taken meanwhile, the next free one; in the trash it is known by its id. A published review needs `reviews:publish` too; what was scheduled for a time that has passed is a draft.
         */
        post: operations["restoreReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a review
         * @description The public sees it no more; it keeps its date and its slug. Its paper and its tags stay public.
         */
        post: operations["archiveReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the working copy */
        get: operations["getReviewDraft"];
        /**
         * Replace the working copy
         * @description Or start it, with `If-Match: *`. The public answer stays as it is until `publish`. What is not sent is emptied; title and slug are the review's.
         */
        put: operations["replaceReviewDraft"];
        post?: never;
        /** Throw the working copy away */
        delete: operations["deleteReviewDraft"];
        options?: never;
        head?: never;
        /**
         * Change the working copy
         * @description A JSON merge patch; starts from the public content when there is no working copy (`If-Match: *`).
         */
        patch: operations["patchReviewDraft"];
        trace?: never;
    };
    "/v1/reviews/{review}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the history of a review
         * @description Every state that it was in, newest first: when, by whom, how and why.
         */
        get: operations["listReviewRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a revision, or compare two */
        get: operations["getReviewRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/revisions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a revision
         * @description The content is what it was then, as a new revision; status, slug, `publishedAt` and source stay. A published review needs `reviews:publish` too.
         */
        post: operations["restoreReviewRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the preview links of a review
         * @description Those that work, newest first; never an address.
         */
        get: operations["listPreviewLinks"];
        put?: never;
        /**
         * Make a preview link
         * @description An address that shows the review, whatever its state, to whoever has it, until it expires or is revoked. The answer shows the address, this once. Needs `drafts:read` too, since it shows what only that sees.
         */
        post: operations["createPreviewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/preview-links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a preview link
         * @description From now on its address is a 404.
         */
        delete: operations["revokePreviewLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews/{preview}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review by its preview link
         * @description No key is needed, and none is looked at. A link that never was, has expired or was revoked is a 404, and so is one whose review or working copy is gone. Kept by no cache, for no search engine.
         */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List papers
         * @description Papers that published reviews are about, and those made by themselves. JSON, unless `Accept` likes JSON-LD better, which `/v1/papers.jsonld` always answers.
         */
        get: operations["listPapers"];
        put?: never;
        /**
         * Create a paper
         * @description Public at once. (A paper that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)
         */
        post: operations["createPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List papers, .jsonld
         * @description In the form that `Accept: application/ld+json` asks for, whatever is accepted.
         */
        get: operations["listPapersAsJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a paper
         * @description JSON, unless `Accept` likes JSON-LD better, which `.jsonld` behind the address always answers.
         */
        get: operations["getPaper"];
        /**
         * Replace a paper, or create it at its address
         * @description What is not sent is emptied, but for the slug and the identifier in the address. A slug or an identifier that no paper has is that of a new paper; a slug that one had before is a 308, so that nothing is made twice.
         */
        put: operations["replacePaper"];
        post?: never;
        /**
         * Delete a paper
         * @description Only a paper that has no reviews.
         */
        delete: operations["deletePaper"];
        options?: never;
        head?: never;
        /**
         * Change a paper
         * @description A JSON merge patch.
         */
        patch: operations["patchPaper"];
        trace?: never;
    };
    "/v1/papers/{paper}.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a paper, .jsonld
         * @description In the form that `Accept: application/ld+json` asks for, whatever is accepted.
         */
        get: operations["getPaperAsJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a version to a paper
         * @description Reviews of older versions are `outdated` from then on. A version that is there already changes nothing, but for a `releasedOn` that it lacked.
         */
        post: operations["addPaperVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a paper into another one
         * @description For a paper that is here twice. The one in the path goes, for good; `into` stays, and is answered with all that it got: reviews, identifiers, versions, links, and whatever else it lacked. Nothing of it is overwritten, except that the graver `status` counts. The slug and the id of the one that went answer 308 from then on. Where both have an identifier of one scheme, the one of `into` is shown, and the paper is found by either.
         */
        post: operations["mergePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a paper was withdrawn
         * @description By its authors. Every review of it shows so in `paper.status`; `/reinstate` undoes it.
         */
        post: operations["withdrawPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a paper was retracted
         * @description By its publisher. Every review of it shows so in `paper.status`; `/reinstate` undoes it.
         */
        post: operations["retractPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a paper stands again
         * @description After a withdrawal or a retraction that was none.
         */
        post: operations["reinstatePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a review
         * @description As a review of its paper; in the form of `format` or `Accept`.
         */
        get: operations["citeReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews.bib": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite reviews in Bibtex
         * @description Takes the filters and pages of the list of reviews.
         */
        get: operations["citeReviewsInBibtex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews.ris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite reviews in Ris
         * @description Takes the filters and pages of the list of reviews.
         */
        get: operations["citeReviewsInRis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews.csl.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite reviews in CslJson
         * @description Takes the filters and pages of the list of reviews.
         */
        get: operations["citeReviewsInCslJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a paper
         * @description In its venue, or as the preprint that it is; in the form of `format` or `Accept`.
         */
        get: operations["citePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers.bib": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite papers in Bibtex
         * @description Takes the filters and pages of the list of papers.
         */
        get: operations["citePapersInBibtex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers.ris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite papers in Ris
         * @description Takes the filters and pages of the list of papers.
         */
        get: operations["citePapersInRis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers.csl.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite papers in CslJson
         * @description Takes the filters and pages of the list of papers.
         */
        get: operations["citePapersInCslJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description Tags that published reviews have, and those made by themselves.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Create a tag
         * @description Public at once. (A tag that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tag */
        get: operations["getTag"];
        /**
         * Replace a tag, or create it under a slug
         * @description What is not sent is emptied; the slug stays when none is sent. A slug that no tag has is that of a new one; one that a tag had before is a 308, so that nothing is made twice.
         */
        put: operations["replaceTag"];
        post?: never;
        /**
         * Delete a tag
         * @description Only a tag that no review has.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description A JSON merge patch.
         */
        patch: operations["patchTag"];
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description The categories of all levels; with `tree=true` those at the root, each with its children, all in one answer.
         */
        get: operations["listCategories"];
        put?: never;
        /**
         * Create a category
         * @description Public at once.
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a category */
        get: operations["getCategory"];
        /**
         * Replace a category, or create it under a slug
         * @description What is not sent is emptied; the slug stays when none is sent. A slug that no category has is that of a new one; one that a category had before is a 308, so that nothing is made twice.
         */
        put: operations["replaceCategory"];
        post?: never;
        /**
         * Delete a category
         * @description Only a category that holds no reviews and no categories.
         */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        /**
         * Change a category
         * @description A JSON merge patch.
         */
        patch: operations["patchCategory"];
        trace?: never;
    };
    "/v1/images/{image}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the bytes of an image
         * @description A variant of `variants`, `{width}.webp`, the same as `{width}.jpg`, and as `{width}.avif` where `IMAGES_AVIF` allows that (made when it is first asked for: until it is there, the answer is 307 to the WebP); or the whole picture, `original.png` and so on by its media type, for a key with `reviews:write`, and for the public where `IMAGES_ORIGINALS=public`. Ranges (RFC 9110, 14) are answered.
         */
        get: operations["getImageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List images
         * @description Images that published reviews show; a key with `drafts:read` sees all.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Upload an image
         * @description The bytes of a picture as the body, or as `file` of a form. What it is, is told by its bytes. Metadata (EXIF, GPS, comments) is removed, its orientation applied, its colours are sRGB; an SVG is drawn to pixels. 201, or 200 when the same bytes were sent before. It is not public until a published review shows it: as `![alt](image:{id} "title")` in its body, or as its `cover`.
         */
        post: operations["uploadImage"];
        /**
         * Delete the images that nothing shows
         * @description Those that no review (in the trash neither) and no working copy shows. Files without an image, of uploads that were cut off more than an hour ago, are removed too.
         */
        delete: operations["pruneImages"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an image
         * @description What is known of it; its bytes are at `url` and in `variants`.
         */
        get: operations["getImage"];
        put?: never;
        post?: never;
        /**
         * Delete an image
         * @description Only one that no review and no working copy shows; its files are removed with it.
         */
        delete: operations["deleteImage"];
        options?: never;
        head?: never;
        /**
         * Change an image
         * @description A JSON merge patch. Bodies have a text of their own for each place where they show it.
         */
        patch: operations["patchImage"];
        trace?: never;
    };
    "/v1/redirects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List redirects
         * @description Former addresses of the site, such as those of an imported blog. With `path`, what a frontend asks before it answers 404: one redirect, or none. Those to reviews that are not public only a key with `drafts:read` sees.
         */
        get: operations["listRedirects"];
        put?: never;
        /**
         * Create a redirect
         * @description A path has one redirect. The public sees it while it sees what it leads to; one that the public sees takes `reviews:publish` to be made, changed or deleted.
         */
        post: operations["createRedirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redirects/{redirect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a redirect */
        get: operations["getRedirect"];
        put?: never;
        post?: never;
        /** Delete a redirect */
        delete: operations["deleteRedirect"];
        options?: never;
        head?: never;
        /**
         * Change a redirect
         * @description A JSON merge patch.
         */
        patch: operations["patchRedirect"];
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys
         * @description Those whose scopes the key that asks has too; revoked and expired ones as well, never a secret.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description The answer shows the secret, this once. It has no other scopes than the key that asks, and expires no later.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description From now on every request with it is a 401. It stays in the list.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        /**
         * Rename a key, or move its expiry
         * @description A JSON merge patch. It expires no later than the key that asks; one that has expired works again. A key with scopes that the one that asks has not is a 404.
         */
        patch: operations["patchKey"];
        trace?: never;
    };
    "/v1/keys/{key}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key another secret
         * @description The answer shows it, this once. The secret that the key has now works too until the overlap ends, so that what uses it can be given the new one; one from before that ends at once. Id, scopes and expiry stay.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest while typing
         * @description Tags, categories, papers and reviews whose name, or a word of it, begins with what is typed; half-typed syllables too.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since a version
         * @description For mirrors and static builders: everything whose public answer changed after a public version, what is gone included. Keep `version` and send it as `since` the next time; go on with `page.next` while it is not null.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the reviews
         * @description Every published review, or with `drafts:read` every one, as newline-delimited JSON: one `Review` a line, by id. A stream that ends before its last line break was cut off.
         */
        get: operations["exportReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who wrote what
         * @description Every write there was, newest first: each thing that a request wrote is an entry.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save many things
         * @description An array of at most 1,000 items, or newline-delimited JSON of any length: then the results come as lines too (`application/x-ndjson`, one `BatchResult` a line), each as soon as its item is done, and are to be read while sending. Each item needs the scope that its own operation needs. It is created, or updated: what is not sent of it stays; sent again, it changes nothing. Or something is done to it: it is deleted, a review published or taken back. An item that fails stops no other. The answer is 200 whatever became of the items: look at `failed` and at their statuses.
         */
        post: operations["saveBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything
         * @description Everything that the database holds at one moment, as newline-delimited JSON: drafts, working copies, history and the audit log, former slugs, and the names and scopes of keys, but not their secrets. It is made before its first byte is sent; one without its last line, `{"end": …}`, was cut off. Needs all of the scopes `drafts:read`, `history:read`, `audit:read`, `keys:manage`.
         */
        get: operations["exportArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive.tar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything, with the images
         * @description A tar of `archive.ndjson`, which is what `GET /v1/archive.ndjson` answers, and behind it of the pictures as `images/{id}.{ext}`, in the order of their rows. The files are read while it is sent: one that lacks a file, or the two blocks of zeros at its end, was cut off. Needs all of the scopes `drafts:read`, `history:read`, `audit:read`, `keys:manage`.
         */
        get: operations["exportArchiveWithImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import everything
         * @description An archive of `GET /v1/archive.tar` or of `GET /v1/archive.ndjson`, of any length, into a database that holds nothing, no key either: ask with the one of the configuration (`ADMIN_KEY`). All of it or nothing: what is cut off, damaged, or has files that are not those of its images, leaves nothing behind. Of one without files, those of its images have to be in the storage already. The answers are then the same, byte for byte. An archive is believed: its HTML is shown as it is. Its keys open nothing here. Needs every scope.
         */
        post: operations["importArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviews as a feed, atom.xml
         * @description Of all reviews, or by the filters of the list those of a category, a tag, an author, a language. Links lead to the pages of `SITE_URL_TEMPLATE`.
         */
        get: operations["getFeedInAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviews as a feed, rss.xml
         * @description Of all reviews, or by the filters of the list those of a category, a tag, an author, a language. Links lead to the pages of `SITE_URL_TEMPLATE`.
         */
        get: operations["getFeedInRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviews as a feed, feed.json
         * @description Of all reviews, or by the filters of the list those of a category, a tag, an author, a language. Links lead to the pages of `SITE_URL_TEMPLATE`.
         */
        get: operations["getFeedInJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages of all reviews for crawlers
         * @description A sitemap (sitemaps.org); above 50,000 reviews an index of sitemaps, each of them one `page`.
         */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where things are */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process works */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests can be served
         * @description 503 when the database is away, starting, refuses the role, takes no writes, is not migrated or cannot index Hangul, and while a shutdown is announced: `detail` says which.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a problem means
         * @description The `type` of every error leads here.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An error, as RFC 9457 describes it. */
        Problem: {
            /**
             * @description The address of a page about this kind of problem: absolute where `PUBLIC_URL` is set.
             * @example /problems/invalid-body
             */
            type: string;
            /**
             * @description The name of the kind, which does not change: what programs compare. More may be added.
             * @example invalid-body
             * @enum {string}
             */
            code: "malformed-request" | "invalid-parameter" | "invalid-cursor" | "search-too-costly" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "request-timeout" | "conflict" | "slug-taken" | "identifier-conflict" | "in-use" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "range-not-satisfiable" | "invalid-body" | "image-invalid" | "idempotency-key-reused" | "batch-undone" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable" | "storage-unavailable" | "read-only" | "outcome-unknown";
            /**
             * @description What kind of problem it is.
             * @example The body is not valid
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /** @description What is wrong here, and what would be right. */
            detail: string;
            /**
             * @description The path that was asked for.
             * @example /v1/reviews
             */
            instance: string;
            /** @description The faults of the input, all of them up to twenty; `detail` says when there are more. */
            errors?: {
                /**
                 * @description Where in the body (RFC 6901).
                 * @example /tags/0
                 */
                pointer?: string;
                /**
                 * @description Which parameter.
                 * @example limit
                 */
                parameter?: string;
                /**
                 * @description The rule, and how to keep it.
                 * @example must be at most 100
                 */
                detail: string;
            }[];
        };
        /** @description Where in the list this page is. */
        Page: {
            /**
             * @description How many things a page holds at most.
             * @example 20
             */
            limit: number;
            /**
             * @description The cursor of the next page, for `after`; null on the last one.
             * @example WyIyMDI0LTA2LTAzIl0
             */
            next: string | null;
            /**
             * @description The cursor of the page before, for `before`; null on the first one.
             * @example null
             */
            previous: string | null;
            /**
             * @description How many things there are in all, when `total=true` asked for it; else null.
             * @example null
             */
            total: number | null;
        };
        /** @description A value and how often it occurs. */
        FacetCount: {
            /**
             * @description What the filter of this name takes.
             * @example embedding
             */
            value: string;
            /**
             * @description What to show.
             * @example embedding
             */
            name: string;
            /**
             * @description How many of all that match have it.
             * @example 12
             */
            count: number;
        };
        /** @description One article about one paper. */
        Review: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary: string | null;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description Where it is in its life: the public sees published reviews only.
             * @example published
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
            /**
             * Format: date-time
             * @description When it was published, or will be when it is scheduled; null before.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /**
             * @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text.
             * @example A latent attention layer pools the tokens.
             */
            excerpt: string | null;
            /**
             * @description How many minutes it takes to read.
             * @example 4
             */
            readingMinutes: number;
            /**
             * @description The picture that stands for it; null without one.
             * @example null
             */
            cover: {
                /**
                 * Format: uuid
                 * @description The id of the image; null of a picture elsewhere.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string | null;
                /**
                 * @description Whether it was set as `cover`; else it is the first figure of the body.
                 * @example false
                 */
                isChosen: boolean;
                /**
                 * @description The largest variant of the image, or the absolute address of the picture elsewhere.
                 * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp
                 */
                url: string;
                /**
                 * @description In pixels, turned as it is shown.
                 * @example 1600
                 */
                width: number | null;
                /**
                 * @description In pixels.
                 * @example 900
                 */
                height: number | null;
                /**
                 * @description What it shows, for those who do not see it, on one line; empty for none.
                 * @example The training loss.
                 */
                alt: string;
                /**
                 * @description A tiny picture as a `data:` URL, to be shown blurred until the image is there.
                 * @example data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA=
                 */
                placeholder: string | null;
                /**
                 * @description Its dominant colour.
                 * @example #e8eef7
                 */
                color: string | null;
                /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
                variants: {
                    /**
                     * @description In pixels.
                     * @example 640
                     */
                    width: number;
                    /** @example image/webp */
                    mediaType: string;
                    /**
                     * @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.
                     * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp
                     */
                    url: string;
                }[];
            } | null;
            /**
             * @description The version of the paper that the review read; null when it is not known.
             * @example {
             *       "number": 1,
             *       "releasedOn": "2024-05-27"
             *     }
             */
            reviewedVersion: {
                /**
                 * @description Which version of the paper the review read.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description A day, `YYYY-MM-DD`.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            } | null;
            /**
             * @description Whether the paper has a newer version than the one reviewed.
             * @example false
             */
            outdated: boolean;
            /** @description The paper that it is about, with what a page of the review shows of it. */
            paper: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models */
                title: string;
                /** @example NV-Embed */
                acronym: string | null;
                /**
                 * @description Its arXiv identifier.
                 * @example 2405.17428
                 */
                arxiv: string | null;
                /**
                 * @description Whether the paper still stands.
                 * @example active
                 * @enum {string}
                 */
                status: "active" | "withdrawn" | "retracted";
                /**
                 * @description Where it was published.
                 * @example ICLR 2025
                 */
                venue: string | null;
                /**
                 * Format: date
                 * @description The day it was first published.
                 * @example 2024-05-27
                 */
                publishedOn: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi: string | null;
                /** @description The authors in printed order. */
                authors: {
                    /**
                     * @description The name as printed.
                     * @example Chankyu Lee
                     */
                    name: string;
                    /**
                     * @description The ORCID iD, with a right check digit.
                     * @example 0000-0002-1825-0097
                     */
                    orcid: string | null;
                }[];
                /** @description The links in their order. */
                links: {
                    /**
                     * @description What the link leads to.
                     * @example arxiv
                     * @enum {string}
                     */
                    kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                    /**
                     * @description The words of the link.
                     * @example arXiv
                     */
                    label: string;
                    /**
                     * Format: uri
                     * @description An absolute http or https address; null when it is not known.
                     * @example https://arxiv.org/abs/2405.17428
                     */
                    url: string | null;
                }[];
            };
            /** @description The category that it is in. */
            category: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example language-models
                 */
                slug: string;
                /** @example Language models */
                name: string;
                /**
                 * @description The slugs from the root, joined by `/`.
                 * @example paper-reviews/language-models
                 */
                path: string;
            } | null;
            /** @description Its tags, in the order in which they were sent. */
            tags: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example embedding
                 */
                slug: string;
                /** @example embedding */
                name: string;
            }[];
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB.
             * @example <h2 id="section-method">Method</h2>
             *     <p>A latent attention layer pools the tokens.</p>
             */
            html: string;
            /** @description The headings of the body, in order. */
            sections: {
                /**
                 * @description Of the heading.
                 * @example 2
                 */
                level: number;
                /**
                 * @description The text of the heading, at most 500 characters; formulas between dollars.
                 * @example 방법
                 */
                heading: string;
                /**
                 * @description The `id` of the heading in `html`.
                 * @example section-방법
                 */
                anchor: string;
                /**
                 * @description What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.
                 * @example method
                 * @enum {string}
                 */
                kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
            }[];
            /**
             * @description What of the body could not be shown as it was meant: a formula that cannot be read, whose source stands in its place; an element that is not allowed (a script, a form; a frame or a video, which is a link); a relative address of an image; the address of a link or an image that is neither `http`, `https`, `mailto` nor relative (`data:`); a tag that is shown as text since nothing closes it; a footnote that nothing refers to; a link within the text that leads nowhere. By line, the first 20.
             * @example []
             */
            renderWarnings: {
                /**
                 * @description The line of the body, from 1; null when it is about the whole.
                 * @example 12
                 */
                line: number | null;
                /**
                 * @description What stands there, its first 200 characters.
                 * @example $\frac{1}$
                 */
                source: string | null;
                /**
                 * @description What is wrong with it.
                 * @example Unexpected end of input in a macro argument, expected '}'
                 */
                detail: string;
            }[];
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it went to the trash; null elsewhere.
             * @example null
             */
            deletedAt: string | null;
            /**
             * @description The review published before it in its category; null at the first.
             * @example null
             */
            previous: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example DPO, read closely */
                title: string;
            } | null;
            /**
             * @description The review published after it in its category; null at the newest.
             * @example null
             */
            next: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example DPO, read closely */
                title: string;
            } | null;
            /**
             * @description JSON-LD in the words of schema.org, to be put as it is into a script element of the type `application/ld+json`. There only when `include=jsonld` asked for it.
             * @example {"@context":"https://schema.org","@type":"Review"}
             */
            jsonld?: string;
            /**
             * @description The body as plain text: blocks on lines of their own, formulas as they were written. Only when `include=text` asks for it.
             * @example Method
             *     A latent attention layer pools the tokens.
             */
            text?: string;
        };
        /** @description A review as lists show it. */
        ReviewSummary: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary: string | null;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description Where it is in its life: the public sees published reviews only.
             * @example published
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
            /**
             * Format: date-time
             * @description When it was published, or will be when it is scheduled; null before.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /**
             * @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text.
             * @example A latent attention layer pools the tokens.
             */
            excerpt: string | null;
            /**
             * @description How many minutes it takes to read.
             * @example 4
             */
            readingMinutes: number;
            /**
             * @description The picture that stands for it; null without one.
             * @example null
             */
            cover: {
                /**
                 * Format: uuid
                 * @description The id of the image; null of a picture elsewhere.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string | null;
                /**
                 * @description Whether it was set as `cover`; else it is the first figure of the body.
                 * @example false
                 */
                isChosen: boolean;
                /**
                 * @description The largest variant of the image, or the absolute address of the picture elsewhere.
                 * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp
                 */
                url: string;
                /**
                 * @description In pixels, turned as it is shown.
                 * @example 1600
                 */
                width: number | null;
                /**
                 * @description In pixels.
                 * @example 900
                 */
                height: number | null;
                /**
                 * @description What it shows, for those who do not see it, on one line; empty for none.
                 * @example The training loss.
                 */
                alt: string;
                /**
                 * @description A tiny picture as a `data:` URL, to be shown blurred until the image is there.
                 * @example data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA=
                 */
                placeholder: string | null;
                /**
                 * @description Its dominant colour.
                 * @example #e8eef7
                 */
                color: string | null;
                /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
                variants: {
                    /**
                     * @description In pixels.
                     * @example 640
                     */
                    width: number;
                    /** @example image/webp */
                    mediaType: string;
                    /**
                     * @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.
                     * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp
                     */
                    url: string;
                }[];
            } | null;
            /**
             * @description The version of the paper that the review read; null when it is not known.
             * @example {
             *       "number": 1,
             *       "releasedOn": "2024-05-27"
             *     }
             */
            reviewedVersion: {
                /**
                 * @description Which version of the paper the review read.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description A day, `YYYY-MM-DD`.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            } | null;
            /**
             * @description Whether the paper has a newer version than the one reviewed.
             * @example false
             */
            outdated: boolean;
            /** @description The paper that it is about. */
            paper: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models */
                title: string;
                /** @example NV-Embed */
                acronym: string | null;
                /**
                 * @description Its arXiv identifier.
                 * @example 2405.17428
                 */
                arxiv: string | null;
                /**
                 * @description Whether the paper still stands.
                 * @example active
                 * @enum {string}
                 */
                status: "active" | "withdrawn" | "retracted";
            };
            /** @description The category that it is in. */
            category: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example language-models
                 */
                slug: string;
                /** @example Language models */
                name: string;
                /**
                 * @description The slugs from the root, joined by `/`.
                 * @example paper-reviews/language-models
                 */
                path: string;
            } | null;
            /** @description Its tags, in the order in which they were sent. */
            tags: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example embedding
                 */
                slug: string;
                /** @example embedding */
                name: string;
            }[];
            /** @description There only when `include=body` asked for it. */
            body?: string;
            /**
             * @description The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB.
             * @example <h2 id="section-method">Method</h2>
             *     <p>A latent attention layer pools the tokens.</p>
             */
            html?: string;
            /** @description The headings of the body, in order. */
            sections?: {
                /**
                 * @description Of the heading.
                 * @example 2
                 */
                level: number;
                /**
                 * @description The text of the heading, at most 500 characters; formulas between dollars.
                 * @example 방법
                 */
                heading: string;
                /**
                 * @description The `id` of the heading in `html`.
                 * @example section-방법
                 */
                anchor: string;
                /**
                 * @description What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.
                 * @example method
                 * @enum {string}
                 */
                kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
            }[];
            /**
             * @description The body as plain text: blocks on lines of their own, formulas as they were written. Only when `include=text` asks for it.
             * @example Method
             *     A latent attention layer pools the tokens.
             */
            text?: string;
            /** @description Where the words of `q` were found, in `<mark>`; all else is escaped. There only when `highlight=true` asked for it. */
            highlight?: {
                /**
                 * @description The title, as HTML.
                 * @example <mark>LoRA</mark> Learns Less
                 */
                title: string;
                /**
                 * @description The part of the text around the best hits, as HTML; null without a text.
                 * @example … 낮은 rank의 <mark>LoRA</mark>는 …
                 */
                snippet: string | null;
            };
        };
        ReviewPage: {
            /** @description The reviews of this page. */
            data: components["schemas"]["ReviewSummary"][];
            page: components["schemas"]["Page"];
            /** @description How often each value occurs among all that match, for the facets that were asked for. */
            facets?: {
                /** @description The values, most frequent first, at most 100. */
                tag?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                category?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                year?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                language?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                venue?: components["schemas"]["FacetCount"][];
            };
        };
        RelatedReviews: {
            /** @description The reviews, best first. */
            data: components["schemas"]["ReviewSummary"][];
        };
        /**
         * @example {
         *       "paper": {
         *         "title": "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
         *         "acronym": "DPO",
         *         "identifiers": {
         *           "arxiv": "2305.18290"
         *         },
         *         "versions": [
         *           {
         *             "number": 1,
         *             "releasedOn": "2023-05-29"
         *           }
         *         ]
         *       },
         *       "title": "DPO, read closely",
         *       "summary": "Learning from preferences without a reward model.",
         *       "body": "## Method\n\nThe policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}$, up to a term of $x$.\n",
         *       "language": "en",
         *       "tags": [
         *         "alignment",
         *         "preference optimization"
         *       ],
         *       "reviewedVersion": 1,
         *       "status": "draft"
         *     }
         */
        NewReview: {
            /** @description The paper: a reference to one that is here, or an object with at least a title. The object is connected to the paper that has one of its identifiers, which gets the identifiers, versions and links that it lacks, or becomes a new paper. (A public paper gets them by publishing, or from a key with `papers:write`; else the answer names them in `leftOut`.) */
            paper: string | components["schemas"]["NewPaper"];
            /**
             * @description The title of the review; that of the paper when none is sent.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description Made of the paper's acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary?: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description The id or slug of a category, which must exist.
             * @example 논문-리뷰
             */
            category?: string | null;
            /**
             * @description The names of its tags; those that there are not are created, names that fold alike count once.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion?: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover?: string | null;
            /**
             * @description `published` needs the scope `reviews:publish`. A new review is a draft when nothing is sent; PUT and PATCH leave it as it is.
             * @example published
             * @enum {string}
             */
            status?: "draft" | "published" | "archived";
            /**
             * Format: date-time
             * @description When it was published, not in the future; the time of the first publishing when none is sent.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt?: string | null;
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source?: string | null;
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message?: string;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "summary": "What the odds ratio adds."
         *     }
         */
        ReviewPatch: {
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            paper?: string;
            /**
             * @description The title of the review; that of the paper when none is sent.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description Made of the paper's acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary?: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body?: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language?: string;
            /**
             * @description The id or slug of a category, which must exist.
             * @example 논문-리뷰
             */
            category?: string | null;
            /**
             * @description The names of its tags; those that there are not are created, names that fold alike count once.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion?: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover?: string | null;
            /**
             * @description `published` needs the scope `reviews:publish`. A new review is a draft when nothing is sent; PUT and PATCH leave it as it is.
             * @example published
             * @enum {string}
             */
            status?: "draft" | "published" | "archived";
            /**
             * Format: date-time
             * @description When it was published, not in the future; the time of the first publishing when none is sent.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt?: string | null;
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source?: string | null;
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message?: string;
        };
        /** @description A review as a write leaves it. Of a paper or tag that only reviews use which the key may not see, it shows what was sent, and the id in place of the slug where that tells more. */
        WrittenReview: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary: string | null;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description Where it is in its life: the public sees published reviews only.
             * @example published
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
            /**
             * Format: date-time
             * @description When it was published, or will be when it is scheduled; null before.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /**
             * @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text.
             * @example A latent attention layer pools the tokens.
             */
            excerpt: string | null;
            /**
             * @description How many minutes it takes to read.
             * @example 4
             */
            readingMinutes: number;
            /**
             * @description The picture that stands for it; null without one.
             * @example null
             */
            cover: {
                /**
                 * Format: uuid
                 * @description The id of the image; null of a picture elsewhere.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string | null;
                /**
                 * @description Whether it was set as `cover`; else it is the first figure of the body.
                 * @example false
                 */
                isChosen: boolean;
                /**
                 * @description The largest variant of the image, or the absolute address of the picture elsewhere.
                 * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp
                 */
                url: string;
                /**
                 * @description In pixels, turned as it is shown.
                 * @example 1600
                 */
                width: number | null;
                /**
                 * @description In pixels.
                 * @example 900
                 */
                height: number | null;
                /**
                 * @description What it shows, for those who do not see it, on one line; empty for none.
                 * @example The training loss.
                 */
                alt: string;
                /**
                 * @description A tiny picture as a `data:` URL, to be shown blurred until the image is there.
                 * @example data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA=
                 */
                placeholder: string | null;
                /**
                 * @description Its dominant colour.
                 * @example #e8eef7
                 */
                color: string | null;
                /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
                variants: {
                    /**
                     * @description In pixels.
                     * @example 640
                     */
                    width: number;
                    /** @example image/webp */
                    mediaType: string;
                    /**
                     * @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.
                     * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp
                     */
                    url: string;
                }[];
            } | null;
            /**
             * @description The version of the paper that the review read; null when it is not known.
             * @example {
             *       "number": 1,
             *       "releasedOn": "2024-05-27"
             *     }
             */
            reviewedVersion: {
                /**
                 * @description Which version of the paper the review read.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description A day, `YYYY-MM-DD`.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            } | null;
            /**
             * @description Whether the paper has a newer version than the one reviewed.
             * @example false
             */
            outdated: boolean;
            /** @description The paper that it is about, with what a page of the review shows of it. */
            paper: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models */
                title: string;
                /** @example NV-Embed */
                acronym: string | null;
                /**
                 * @description Its arXiv identifier.
                 * @example 2405.17428
                 */
                arxiv: string | null;
                /**
                 * @description Whether the paper still stands.
                 * @example active
                 * @enum {string}
                 */
                status: "active" | "withdrawn" | "retracted";
                /**
                 * @description Where it was published.
                 * @example ICLR 2025
                 */
                venue: string | null;
                /**
                 * Format: date
                 * @description The day it was first published.
                 * @example 2024-05-27
                 */
                publishedOn: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi: string | null;
                /** @description The authors in printed order. */
                authors: {
                    /**
                     * @description The name as printed.
                     * @example Chankyu Lee
                     */
                    name: string;
                    /**
                     * @description The ORCID iD, with a right check digit.
                     * @example 0000-0002-1825-0097
                     */
                    orcid: string | null;
                }[];
                /** @description The links in their order. */
                links: {
                    /**
                     * @description What the link leads to.
                     * @example arxiv
                     * @enum {string}
                     */
                    kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                    /**
                     * @description The words of the link.
                     * @example arXiv
                     */
                    label: string;
                    /**
                     * Format: uri
                     * @description An absolute http or https address; null when it is not known.
                     * @example https://arxiv.org/abs/2405.17428
                     */
                    url: string | null;
                }[];
            };
            /** @description The category that it is in. */
            category: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example language-models
                 */
                slug: string;
                /** @example Language models */
                name: string;
                /**
                 * @description The slugs from the root, joined by `/`.
                 * @example paper-reviews/language-models
                 */
                path: string;
            } | null;
            /** @description Its tags, in the order in which they were sent. */
            tags: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example embedding
                 */
                slug: string;
                /** @example embedding */
                name: string;
            }[];
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB.
             * @example <h2 id="section-method">Method</h2>
             *     <p>A latent attention layer pools the tokens.</p>
             */
            html: string;
            /** @description The headings of the body, in order. */
            sections: {
                /**
                 * @description Of the heading.
                 * @example 2
                 */
                level: number;
                /**
                 * @description The text of the heading, at most 500 characters; formulas between dollars.
                 * @example 방법
                 */
                heading: string;
                /**
                 * @description The `id` of the heading in `html`.
                 * @example section-방법
                 */
                anchor: string;
                /**
                 * @description What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.
                 * @example method
                 * @enum {string}
                 */
                kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
            }[];
            /**
             * @description What of the body could not be shown as it was meant: a formula that cannot be read, whose source stands in its place; an element that is not allowed (a script, a form; a frame or a video, which is a link); a relative address of an image; the address of a link or an image that is neither `http`, `https`, `mailto` nor relative (`data:`); a tag that is shown as text since nothing closes it; a footnote that nothing refers to; a link within the text that leads nowhere. By line, the first 20.
             * @example []
             */
            renderWarnings: {
                /**
                 * @description The line of the body, from 1; null when it is about the whole.
                 * @example 12
                 */
                line: number | null;
                /**
                 * @description What stands there, its first 200 characters.
                 * @example $\frac{1}$
                 */
                source: string | null;
                /**
                 * @description What is wrong with it.
                 * @example Unexpected end of input in a macro argument, expected '}'
                 */
                detail: string;
            }[];
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it went to the trash; null elsewhere.
             * @example null
             */
            deletedAt: string | null;
            /**
             * @description The review published before it in its category; null at the first.
             * @example null
             */
            previous: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example DPO, read closely */
                title: string;
            } | null;
            /**
             * @description The review published after it in its category; null at the newest.
             * @example null
             */
            next: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example DPO, read closely */
                title: string;
            } | null;
            /**
             * @description JSON-LD in the words of schema.org, to be put as it is into a script element of the type `application/ld+json`. There only when `include=jsonld` asked for it.
             * @example {"@context":"https://schema.org","@type":"Review"}
             */
            jsonld?: string;
            /**
             * @description The body as plain text: blocks on lines of their own, formulas as they were written. Only when `include=text` asks for it.
             * @example Method
             *     A latent attention layer pools the tokens.
             */
            text?: string;
            /**
             * @description What was sent of the paper and is left out: a public paper gets what it lacks from a key with `papers:write`, or from one with `reviews:publish` that publishes the review by the same request. There only when something was.
             * @example []
             */
            leftOut?: {
                /**
                 * @description Where in the body of the request (RFC 6901).
                 * @example /paper/links/0
                 */
                pointer: string;
                /**
                 * @description Why it is left out.
                 * @example is left out: the paper is public, and a key without papers:write adds to it only by publishing a review of it
                 */
                detail: string;
            }[];
        };
        /** @example {} */
        PublishReview: {
            /**
             * Format: date-time
             * @description When to publish it, in the future; now when it is left out.
             * @example 2099-06-03T09:00:00.000Z
             */
            at?: string;
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message?: string;
        };
        /** @example {} */
        ReviewAction: {
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message?: string;
        };
        /** @description The working copy of a published review: edits that the public does not see yet. */
        ReviewDraft: {
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            paper: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title: string;
            /**
             * @description The slug that the review will have.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description The id or slug of a category, which must exist.
             * @example language-models
             */
            category: string | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover: string | null;
            /**
             * @description The revision of the review that it was started from.
             * @example 3
             */
            baseRevision: number;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
        };
        /**
         * @example {
         *       "paper": "arxiv:2405.17428",
         *       "title": "NV-Embed, read again",
         *       "body": "Rewritten.",
         *       "language": "en"
         *     }
         */
        NewReviewDraft: {
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            paper: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description The slug that the review will have.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary?: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description The id or slug of a category, which must exist.
             * @example language-models
             */
            category?: string | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion?: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover?: string | null;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "body": "Rewritten."
         *     }
         */
        ReviewDraftPatch: {
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            paper?: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description The slug that the review will have.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary?: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body?: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language?: string;
            /**
             * @description The id or slug of a category, which must exist.
             * @example language-models
             */
            category?: string | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion?: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover?: string | null;
        };
        /** @description A state that a review was in. */
        RevisionSummary: {
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /**
             * Format: date-time
             * @description When the review came to this state.
             * @example 2024-06-03T09:00:00.000Z
             */
            at: string;
            /**
             * @description What was done.
             * @example publish
             * @enum {string}
             */
            action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message: string | null;
            /** @description Who did it. */
            by: {
                /**
                 * Format: uuid
                 * @description The id of the key; null for the operator and for what happened by itself.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: string | null;
                /**
                 * @description The name that the key had, `the operator`, or `the schedule`.
                 * @example the posting script
                 */
                name: string;
            };
            /**
             * @description The title then.
             * @example NV-Embed, read closely
             */
            title: string;
            /**
             * @description The status then.
             * @example published
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
        };
        RevisionPage: {
            /** @description The revisions of this page. */
            data: components["schemas"]["RevisionSummary"][];
            page: components["schemas"]["Page"];
        };
        /** @description A state that a review was in, with everything. */
        ReviewRevision: {
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /**
             * Format: date-time
             * @description When the review came to this state.
             * @example 2024-06-03T09:00:00.000Z
             */
            at: string;
            /**
             * @description What was done.
             * @example publish
             * @enum {string}
             */
            action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message: string | null;
            /** @description Who did it. */
            by: {
                /**
                 * Format: uuid
                 * @description The id of the key; null for the operator and for what happened by itself.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: string | null;
                /**
                 * @description The name that the key had, `the operator`, or `the schedule`.
                 * @example the posting script
                 */
                name: string;
            };
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title: string;
            /**
             * @description The status then.
             * @example published
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language: string;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover: string | null;
            /**
             * @description The slug then.
             * @example nv-embed
             */
            slug: string;
            /** @description The paper that it was about; it may be gone since. */
            paper: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description Its title then.
                 * @example NV-Embed
                 */
                title: string;
            };
            /** @description The category that it was in; it may be gone since. */
            category: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description Its name then.
                 * @example Language models
                 */
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was published, or was to be; null before.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt: string | null;
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source: string | null;
            /** @description There only when `against` asked for it. */
            comparison?: {
                /**
                 * @description The revision that this one is compared with.
                 * @example 1
                 */
                against: number;
                /** @description What differs, but for the body. */
                fields: {
                    /** @enum {string} */
                    field: "title" | "summary" | "language" | "tags" | "reviewedVersion" | "cover" | "slug" | "paper" | "category" | "publishedAt" | "source" | "status";
                    /** @description What it was in the other revision. */
                    before: unknown;
                    /** @description What it is in this one. */
                    after: unknown;
                }[];
                /**
                 * @description How the body differs, as a unified diff from the other revision to this one; null when it is the same.
                 * @example @@ -1,1 +1,1 @@
                 *     -Read once.
                 *     +Read twice.
                 */
                body: string | null;
            };
        };
        /** @description An address that shows one review to whoever has it, without the address. */
        PreviewLink: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description What it shows: the review as it stands (`current`), or its working copy (`draft`).
             * @example current
             * @enum {string}
             */
            of: "current" | "draft";
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working.
             * @example 2024-06-10T09:00:00.000Z
             */
            expiresAt: string;
        };
        /** @description A new preview link, with its address. */
        CreatedPreviewLink: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description What it shows: the review as it stands (`current`), or its working copy (`draft`).
             * @example current
             * @enum {string}
             */
            of: "current" | "draft";
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working.
             * @example 2024-06-10T09:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description The address, shown this once: of its token only the SHA-256 is kept.
             * @example https://api.example.org/v1/previews/018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10?token=pvw_…
             */
            url: string;
        };
        /**
         * @example {
         *       "expiresIn": 259200
         *     }
         */
        NewPreviewLink: {
            /**
             * @description How long it works, in seconds: a week when nothing is sent, 90 days at most.
             * @default 604800
             * @example 259200
             */
            expiresIn: number;
        };
        PreviewLinkPage: {
            /** @description The links of this page. */
            data: components["schemas"]["PreviewLink"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @example {
         *       "body": "## 방법\n\n$\\lambda$는 하나다.\n"
         *     }
         */
        RenderRequest: {
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body: string;
        };
        /** @description What a review with this body would show of it. */
        Rendering: {
            /**
             * @description The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB.
             * @example <h2 id="section-method">Method</h2>
             *     <p>A latent attention layer pools the tokens.</p>
             */
            html: string;
            /** @description The headings of the body, in order. */
            sections: {
                /**
                 * @description Of the heading.
                 * @example 2
                 */
                level: number;
                /**
                 * @description The text of the heading, at most 500 characters; formulas between dollars.
                 * @example 방법
                 */
                heading: string;
                /**
                 * @description The `id` of the heading in `html`.
                 * @example section-방법
                 */
                anchor: string;
                /**
                 * @description What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.
                 * @example method
                 * @enum {string}
                 */
                kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
            }[];
            /**
             * @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text.
             * @example A latent attention layer pools the tokens.
             */
            excerpt: string | null;
            /**
             * @description The body as plain text: blocks on lines of their own, formulas as they were written.
             * @example Method
             *     A latent attention layer pools the tokens.
             */
            text: string;
            /**
             * @description How many minutes it takes to read.
             * @example 4
             */
            readingMinutes: number;
            /**
             * @description The picture that stands for it; null without one.
             * @example null
             */
            cover: {
                /**
                 * Format: uuid
                 * @description The id of the image; null of a picture elsewhere.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string | null;
                /**
                 * @description Whether it was set as `cover`; else it is the first figure of the body.
                 * @example false
                 */
                isChosen: boolean;
                /**
                 * @description The largest variant of the image, or the absolute address of the picture elsewhere.
                 * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp
                 */
                url: string;
                /**
                 * @description In pixels, turned as it is shown.
                 * @example 1600
                 */
                width: number | null;
                /**
                 * @description In pixels.
                 * @example 900
                 */
                height: number | null;
                /**
                 * @description What it shows, for those who do not see it, on one line; empty for none.
                 * @example The training loss.
                 */
                alt: string;
                /**
                 * @description A tiny picture as a `data:` URL, to be shown blurred until the image is there.
                 * @example data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA=
                 */
                placeholder: string | null;
                /**
                 * @description Its dominant colour.
                 * @example #e8eef7
                 */
                color: string | null;
                /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
                variants: {
                    /**
                     * @description In pixels.
                     * @example 640
                     */
                    width: number;
                    /** @example image/webp */
                    mediaType: string;
                    /**
                     * @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.
                     * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp
                     */
                    url: string;
                }[];
            } | null;
            /**
             * @description What of the body could not be shown as it was meant: a formula that cannot be read, whose source stands in its place; an element that is not allowed (a script, a form; a frame or a video, which is a link); a relative address of an image; the address of a link or an image that is neither `http`, `https`, `mailto` nor relative (`data:`); a tag that is shown as text since nothing closes it; a footnote that nothing refers to; a link within the text that leads nowhere. By line, the first 20.
             * @example []
             */
            renderWarnings: {
                /**
                 * @description The line of the body, from 1; null when it is about the whole.
                 * @example 12
                 */
                line: number | null;
                /**
                 * @description What stands there, its first 200 characters.
                 * @example $\frac{1}$
                 */
                source: string | null;
                /**
                 * @description What is wrong with it.
                 * @example Unexpected end of input in a macro argument, expected '}'
                 */
                detail: string;
            }[];
        };
        /** @description A paper as lists show it. */
        PaperSummary: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The title as printed.
             * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
             */
            title: string;
            /**
             * @description The short name of the method or model.
             * @example NV-Embed
             */
            acronym: string | null;
            /**
             * @description The abstract, plain text or Markdown.
             * @example We train decoder-only models to embed text.
             */
            abstract: string | null;
            /**
             * @description Where it was published.
             * @example ICLR 2025
             */
            venue: string | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn: string | null;
            /**
             * @description The primary class of the paper at arXiv, for its citation.
             * @example cs.CL
             */
            primaryClass: string | null;
            /**
             * @description Whether the paper still stands.
             * @example active
             * @enum {string}
             */
            status: "active" | "withdrawn" | "retracted";
            /** @description The identifiers of the paper, every scheme always there. */
            identifiers: {
                /**
                 * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                 * @example 2405.17428
                 */
                arxiv: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi: string | null;
                /**
                 * @description The id of the OpenReview forum; its address is taken too.
                 * @example lgsyLSsDRe
                 */
                openreview: string | null;
            };
            /** @description The authors in printed order. */
            authors: {
                /**
                 * @description The name as printed.
                 * @example Chankyu Lee
                 */
                name: string;
                /**
                 * @description The ORCID iD, with a right check digit.
                 * @example 0000-0002-1825-0097
                 */
                orcid: string | null;
            }[];
            /** @description The versions, oldest first. */
            versions: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            }[];
            /** @description The links in their order. */
            links: {
                /**
                 * @description What the link leads to.
                 * @example arxiv
                 * @enum {string}
                 */
                kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                /**
                 * @description The words of the link.
                 * @example arXiv
                 */
                label: string;
                /**
                 * Format: uri
                 * @description An absolute http or https address; null when it is not known.
                 * @example https://arxiv.org/abs/2405.17428
                 */
                url: string | null;
            }[];
            /** @description The newest version; null when none is known. */
            latestVersion: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            } | null;
            /**
             * @description How many published reviews.
             * @example 12
             */
            reviewCount: number;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /** @description Where the words of `q` were found, in `<mark>`; all else is escaped. There only when `highlight=true` asked for it. */
            highlight?: {
                /**
                 * @description The title, as HTML.
                 * @example <mark>LoRA</mark> Learns Less
                 */
                title: string;
                /**
                 * @description The part of the text around the best hits, as HTML; null without a text.
                 * @example … 낮은 rank의 <mark>LoRA</mark>는 …
                 */
                snippet: string | null;
            };
        };
        /** @description The work that is reviewed. */
        Paper: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description The title as printed.
             * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
             */
            title: string;
            /**
             * @description The short name of the method or model.
             * @example NV-Embed
             */
            acronym: string | null;
            /**
             * @description The abstract, plain text or Markdown.
             * @example We train decoder-only models to embed text.
             */
            abstract: string | null;
            /**
             * @description Where it was published.
             * @example ICLR 2025
             */
            venue: string | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn: string | null;
            /**
             * @description The primary class of the paper at arXiv, for its citation.
             * @example cs.CL
             */
            primaryClass: string | null;
            /**
             * @description Whether the paper still stands.
             * @example active
             * @enum {string}
             */
            status: "active" | "withdrawn" | "retracted";
            /** @description The identifiers of the paper, every scheme always there. */
            identifiers: {
                /**
                 * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                 * @example 2405.17428
                 */
                arxiv: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi: string | null;
                /**
                 * @description The id of the OpenReview forum; its address is taken too.
                 * @example lgsyLSsDRe
                 */
                openreview: string | null;
            };
            /** @description The authors in printed order. */
            authors: {
                /**
                 * @description The name as printed.
                 * @example Chankyu Lee
                 */
                name: string;
                /**
                 * @description The ORCID iD, with a right check digit.
                 * @example 0000-0002-1825-0097
                 */
                orcid: string | null;
            }[];
            /** @description The versions, oldest first. */
            versions: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            }[];
            /** @description The links in their order. */
            links: {
                /**
                 * @description What the link leads to.
                 * @example arxiv
                 * @enum {string}
                 */
                kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                /**
                 * @description The words of the link.
                 * @example arXiv
                 */
                label: string;
                /**
                 * Format: uri
                 * @description An absolute http or https address; null when it is not known.
                 * @example https://arxiv.org/abs/2405.17428
                 */
                url: string | null;
            }[];
            /** @description The newest version; null when none is known. */
            latestVersion: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn: string | null;
            } | null;
            /**
             * @description How many published reviews.
             * @example 12
             */
            reviewCount: number;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /** @description Its published reviews, newest first, at most 100. */
            reviews: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /** @example NV-Embed: 범용 임베딩 모델로서의 LLM */
                title: string;
                /** @example null */
                summary: string | null;
                /** @example ko */
                language: string;
                /**
                 * Format: date-time
                 * @example 2024-06-03T09:00:00.000Z
                 */
                publishedAt: string;
                /**
                 * @description The number of the version that it read.
                 * @example 1
                 */
                reviewedVersion: number | null;
            }[];
            /**
             * @description JSON-LD in the words of schema.org, to be put as it is into a script element of the type `application/ld+json`. There only when `include=jsonld` asked for it.
             * @example {"@context":"https://schema.org","@type":"Review"}
             */
            jsonld?: string;
        };
        PaperPage: {
            /** @description The papers of this page. */
            data: components["schemas"]["PaperSummary"][];
            page: components["schemas"]["Page"];
            /** @description How often each value occurs among all that match, for the facets that were asked for. */
            facets?: {
                /** @description The values, most frequent first, at most 100. */
                tag?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                year?: components["schemas"]["FacetCount"][];
                /** @description The values, most frequent first, at most 100. */
                venue?: components["schemas"]["FacetCount"][];
            };
        };
        /**
         * @example {
         *       "title": "ORPO: Monolithic Preference Optimization without Reference Model",
         *       "acronym": "ORPO",
         *       "identifiers": {
         *         "arxiv": "2403.07691"
         *       },
         *       "versions": [
         *         {
         *           "number": 1,
         *           "releasedOn": "2024-03-12"
         *         }
         *       ],
         *       "links": [
         *         {
         *           "kind": "arxiv",
         *           "label": "arXiv",
         *           "url": "https://arxiv.org/abs/2403.07691"
         *         }
         *       ]
         *     }
         */
        NewPaper: {
            /**
             * @description The title as printed.
             * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
             */
            title: string;
            /**
             * @description Made of the acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The short name of the method or model.
             * @example NV-Embed
             */
            acronym?: string | null;
            /**
             * @description The abstract, plain text or Markdown.
             * @example We train decoder-only models to embed text.
             */
            abstract?: string | null;
            /**
             * @description Where it was published.
             * @example ICLR 2025
             */
            venue?: string | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            /**
             * @description The primary class of the paper at arXiv, for its citation.
             * @example cs.CL
             */
            primaryClass?: string | null;
            identifiers?: {
                /**
                 * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                 * @example 2405.17428
                 */
                arxiv?: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi?: string | null;
                /**
                 * @description The id of the OpenReview forum; its address is taken too.
                 * @example lgsyLSsDRe
                 */
                openreview?: string | null;
            };
            /** @description The authors in printed order. */
            authors?: {
                /**
                 * @description The name as printed.
                 * @example Chankyu Lee
                 */
                name: string;
                /**
                 * @description The ORCID iD, with a right check digit.
                 * @example 0000-0002-1825-0097
                 */
                orcid?: string | null;
            }[];
            /** @description The versions; each number once. */
            versions?: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn?: string | null;
            }[];
            /** @description The links in their order. */
            links?: {
                /**
                 * @description What the link leads to.
                 * @example arxiv
                 * @enum {string}
                 */
                kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                /**
                 * @description The words of the link.
                 * @example arXiv
                 */
                label: string;
                /**
                 * Format: uri
                 * @description An absolute http or https address; null when it is not known.
                 * @example https://arxiv.org/abs/2405.17428
                 */
                url?: string | null;
            }[];
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "venue": "EMNLP 2024"
         *     }
         */
        PaperPatch: {
            /**
             * @description The title as printed.
             * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
             */
            title?: string;
            /**
             * @description Made of the acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The short name of the method or model.
             * @example NV-Embed
             */
            acronym?: string | null;
            /**
             * @description The abstract, plain text or Markdown.
             * @example We train decoder-only models to embed text.
             */
            abstract?: string | null;
            /**
             * @description Where it was published.
             * @example ICLR 2025
             */
            venue?: string | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            /**
             * @description The primary class of the paper at arXiv, for its citation.
             * @example cs.CL
             */
            primaryClass?: string | null;
            identifiers?: {
                /**
                 * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                 * @example 2405.17428
                 */
                arxiv?: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi?: string | null;
                /**
                 * @description The id of the OpenReview forum; its address is taken too.
                 * @example lgsyLSsDRe
                 */
                openreview?: string | null;
            };
            /** @description The authors in printed order. */
            authors?: {
                /**
                 * @description The name as printed.
                 * @example Chankyu Lee
                 */
                name: string;
                /**
                 * @description The ORCID iD, with a right check digit.
                 * @example 0000-0002-1825-0097
                 */
                orcid?: string | null;
            }[];
            /** @description The versions; each number once. */
            versions?: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn?: string | null;
            }[];
            /** @description The links in their order. */
            links?: {
                /**
                 * @description What the link leads to.
                 * @example arxiv
                 * @enum {string}
                 */
                kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                /**
                 * @description The words of the link.
                 * @example arXiv
                 */
                label: string;
                /**
                 * Format: uri
                 * @description An absolute http or https address; null when it is not known.
                 * @example https://arxiv.org/abs/2405.17428
                 */
                url?: string | null;
            }[];
        };
        /**
         * @example {
         *       "number": 2,
         *       "releasedOn": "2024-03-14"
         *     }
         */
        NewPaperVersion: {
            /**
             * @description The number of the version, as in arXiv v1.
             * @example 1
             */
            number: number;
            /**
             * Format: date
             * @description The day it came out.
             * @example 2024-05-27
             */
            releasedOn?: string | null;
        };
        /**
         * @description The paper that stays.
         * @example {
         *       "into": "arxiv:2405.17428"
         *     }
         */
        MergePaper: {
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            into: string;
        };
        /** @description A flat label; a review has many. */
        Tag: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example embedding
             */
            slug: string;
            /**
             * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
             * @example embedding
             */
            name: string;
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description: string | null;
            /**
             * @description How many published reviews.
             * @example 12
             */
            reviewCount: number;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
        };
        TagPage: {
            /** @description The tags of this page. */
            data: components["schemas"]["Tag"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @example {
         *       "name": "reward model"
         *     }
         */
        NewTag: {
            /**
             * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
             * @example embedding
             */
            name: string;
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: string;
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description?: string | null;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties.
         * @example {
         *       "description": "Models that score the answers of others."
         *     }
         */
        TagPatch: {
            /**
             * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
             * @example embedding
             */
            name?: string;
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: string;
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description?: string | null;
        };
        /** @description A node of a tree; a review is in at most one. */
        Category: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example 논문-리뷰
             */
            slug: string;
            /**
             * @description The name as shown.
             * @example 논문 리뷰
             */
            name: string;
            /**
             * @description Where it stands among the others; smaller comes first.
             * @example 0
             */
            position: number;
            /**
             * @description What the category holds.
             * @example Reviews of papers, newest first.
             */
            description: string | null;
            /**
             * @description The category that it is in; null at the root.
             * @example null
             */
            parent: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example 논문-리뷰
                 */
                slug: string;
                /**
                 * @description The name as shown.
                 * @example 논문 리뷰
                 */
                name: string;
            } | null;
            /**
             * @description The slugs from the root, joined by `/`.
             * @example 논문-리뷰
             */
            path: string;
            /**
             * @description How many published reviews it and its descendants hold.
             * @example 449
             */
            reviewCount: number;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
            /** @description The categories in it, in their order. There only when `tree=true` asked for it. */
            children?: components["schemas"]["Category"][];
        };
        CategoryPage: {
            /** @description The categories of this page. */
            data: components["schemas"]["Category"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @example {
         *       "name": "Preference optimization",
         *       "slug": "preference-optimization",
         *       "position": 1
         *     }
         */
        NewCategory: {
            /**
             * @description The name as shown.
             * @example 논문 리뷰
             */
            name: string;
            /**
             * @description Made of the name when none is sent.
             * @example preference-optimization
             */
            slug?: string;
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: string | null;
            /**
             * @description Where it stands among the others; smaller comes first.
             * @example 0
             */
            position?: number;
            /**
             * @description What the category holds.
             * @example Reviews of papers, newest first.
             */
            description?: string | null;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties.
         * @example {
         *       "position": 2
         *     }
         */
        CategoryPatch: {
            /**
             * @description The name as shown.
             * @example 논문 리뷰
             */
            name?: string;
            /**
             * @description Made of the name when none is sent.
             * @example preference-optimization
             */
            slug?: string;
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: string | null;
            /**
             * @description Where it stands among the others; smaller comes first.
             * @example 0
             */
            position?: number;
            /**
             * @description What the category holds.
             * @example Reviews of papers, newest first.
             */
            description?: string | null;
        };
        /** @description A picture that reviews show: in a body as `![alt](image:{id} "title")`, or as `cover`. The public sees it from the first published review that shows it until the last one is gone. */
        Image: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description SHA-256 of the bytes that were sent, in hexadecimal: the same bytes are the same image.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description SHA-256 of `original.*`, the picture as it is stored. Sent again, those bytes are the same image, too.
             * @example 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
             */
            storedSha256: string | null;
            /**
             * @description Of the picture as it is stored; one that was sent as SVG is a PNG.
             * @example image/png
             * @enum {string}
             */
            mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/avif" | "image/gif";
            /**
             * @description The size of that.
             * @example 48213
             */
            bytes: number;
            /**
             * @description In pixels, turned as it is shown.
             * @example 1600
             */
            width: number;
            /**
             * @description In pixels.
             * @example 900
             */
            height: number;
            /**
             * @description What it shows, for those who do not see it, on one line; empty for none.
             * @example The training loss.
             */
            alt: string;
            /**
             * @description A tiny picture as a `data:` URL, to be shown blurred until the image is there.
             * @example data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA=
             */
            placeholder: string;
            /**
             * @description Its dominant colour.
             * @example #e8eef7
             */
            color: string;
            /**
             * @description The largest variant. An address of this service: absolute where `PUBLIC_URL` or a trusted proxy says what it is, else a path. Of an image that is not public it is signed for an hour, so that a browser can load it without the key.
             * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp
             */
            url: string;
            /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
            variants: {
                /**
                 * @description In pixels.
                 * @example 640
                 */
                width: number;
                /** @example image/webp */
                mediaType: string;
                /**
                 * @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.
                 * @example /v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp
                 */
                url: string;
            }[];
            /**
             * @description Whether it moves; its variants as WebP do, too.
             * @example false
             */
            animated: boolean;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
        };
        ImagePage: {
            /** @description The images of this page. */
            data: components["schemas"]["Image"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes.
         * @example {
         *       "alt": "The training loss over ten epochs."
         *     }
         */
        ImagePatch: {
            /**
             * @description What it shows, for those who do not see it, on one line; empty for none.
             * @example The training loss.
             */
            alt?: string;
        };
        PrunedImages: {
            /**
             * @description How many images were deleted.
             * @example 3
             */
            images: number;
            /**
             * @description How many files without an image, of uploads that were cut off, were removed from the storage.
             * @example 0
             */
            files: number;
        };
        /** @description A former address of the site, and what it leads to. The public sees it as long as it sees the target. */
        Redirect: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
             * @example /412
             */
            path: string;
            /** @description What it leads to, wherever that is now. */
            target: {
                /**
                 * @description What it leads to.
                 * @example review
                 * @enum {string}
                 */
                type: "review" | "category" | "address";
                /**
                 * Format: uuid
                 * @description The id of the review or category; null of an address.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string | null;
                /**
                 * @description Its present slug; null of an address.
                 * @example nv-embed
                 */
                slug: string | null;
                /**
                 * Format: uri
                 * @description The address; null of a review or category.
                 * @example null
                 */
                url: string | null;
            };
            /**
             * @description Where a visitor of the path is to be sent: the page of a review (`SITE_URL_TEMPLATE`); without that setting, and of a category, its address in this service, which is absolute where `PUBLIC_URL` is set; or the address. Null where that is the path itself, so that nobody is led in a circle.
             * @example https://example.org/reviews/nv-embed
             */
            location: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2024-06-03T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Grows by one with every change of the thing. The first part of its ETag.
             * @example 1
             */
            revision: number;
        };
        RedirectPage: {
            /** @description The redirects of this page. */
            data: components["schemas"]["Redirect"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @example {
         *       "path": "/entry/about",
         *       "target": {
         *         "type": "address",
         *         "url": "https://example.org/about"
         *       }
         *     }
         */
        NewRedirect: {
            /**
             * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
             * @example /entry/about
             */
            path: string;
            /**
             * @description What it leads to: a review or category by its `id` or `slug`, or an address by its `url`. Sent as a whole; what was read can be sent.
             * @example {
             *       "type": "address",
             *       "url": "https://example.org/about"
             *     }
             */
            target: {
                /**
                 * @description What it leads to.
                 * @example address
                 * @enum {string}
                 */
                type: "review" | "category" | "address";
                /**
                 * Format: uuid
                 * @description The id of the review or category. It decides where a slug is sent, too.
                 * @example null
                 */
                id?: string | null;
                /**
                 * @description Its slug, or one that it had before.
                 * @example null
                 */
                slug?: string | null;
                /**
                 * Format: uri
                 * @description The address, of the type `address`.
                 * @example https://example.org/about
                 */
                url?: string | null;
            };
        };
        /**
         * @description What is sent changes; a target is sent as a whole.
         * @example {
         *       "path": "/entry/contact"
         *     }
         */
        RedirectPatch: {
            /**
             * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
             * @example /entry/about
             */
            path?: string;
            /**
             * @description What it leads to: a review or category by its `id` or `slug`, or an address by its `url`. Sent as a whole; what was read can be sent.
             * @example {
             *       "type": "address",
             *       "url": "https://example.org/about"
             *     }
             */
            target?: {
                /**
                 * @description What it leads to.
                 * @example address
                 * @enum {string}
                 */
                type: "review" | "category" | "address";
                /**
                 * Format: uuid
                 * @description The id of the review or category. It decides where a slug is sent, too.
                 * @example null
                 */
                id?: string | null;
                /**
                 * @description Its slug, or one that it had before.
                 * @example null
                 */
                slug?: string | null;
                /**
                 * Format: uri
                 * @description The address, of the type `address`.
                 * @example https://example.org/about
                 */
                url?: string | null;
            };
        };
        /** @description An API key, without its secret. */
        Key: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description What the key is for.
             * @example the static builder
             */
            name: string;
            /**
             * @description What the key may do. A key can give only scopes that it has itself.
             * @example [
             *       "reviews:write",
             *       "reviews:publish"
             *     ]
             */
            scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
            /**
             * @description Whether it works now, by the clock of the database; `revoked` stands before `expired`.
             * @example active
             * @enum {string}
             */
            status: "active" | "expired" | "revoked";
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             * @example 2099-01-01T00:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null when never.
             * @example 2024-06-03T09:00:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked; null while it works.
             * @example null
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret that it had before its last rotation works too; null when that works no more.
             * @example null
             */
            previousUntil: string | null;
        };
        KeyPage: {
            /** @description The keys of this page. */
            data: components["schemas"]["Key"][];
            page: components["schemas"]["Page"];
        };
        /** @description An API key with its new secret. */
        CreatedKey: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description What the key is for.
             * @example the static builder
             */
            name: string;
            /**
             * @description What the key may do. A key can give only scopes that it has itself.
             * @example [
             *       "reviews:write",
             *       "reviews:publish"
             *     ]
             */
            scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
            /**
             * @description Whether it works now, by the clock of the database; `revoked` stands before `expired`.
             * @example active
             * @enum {string}
             */
            status: "active" | "expired" | "revoked";
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2024-06-03T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             * @example 2099-01-01T00:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null when never.
             * @example 2024-06-03T09:00:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked; null while it works.
             * @example null
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret that it had before its last rotation works too; null when that works no more.
             * @example null
             */
            previousUntil: string | null;
            /**
             * @description The secret, shown this once: `pst_<key id>_<random><checksum>`. Only its SHA-256 is kept.
             * @example pst_018fb9a36c007a528d4e2f1b9c3a7e10_…
             */
            key: string;
        };
        /**
         * @example {
         *       "name": "the posting script",
         *       "scopes": [
         *         "reviews:write",
         *         "reviews:publish"
         *       ]
         *     }
         */
        NewKey: {
            /**
             * @description What the key is for.
             * @example the static builder
             */
            name: string;
            /**
             * @description What the key may do. A key can give only scopes that it has itself.
             * @example [
             *       "reviews:write",
             *       "reviews:publish"
             *     ]
             */
            scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             * @example 2099-01-01T00:00:00.000Z
             */
            expiresAt?: string | null;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes.
         * @example {
         *       "name": "the posting script",
         *       "expiresAt": "2099-01-01T00:00:00.000Z"
         *     }
         */
        KeyPatch: {
            /**
             * @description What the key is for.
             * @example the static builder
             */
            name?: string;
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             * @example 2099-01-01T00:00:00.000Z
             */
            expiresAt?: string | null;
        };
        /**
         * @example {
         *       "overlapSeconds": 86400
         *     }
         */
        KeyRotation: {
            /**
             * @description How long the secret that it has now goes on working beside the new one, at most 30 days; 0 ends it at once.
             * @default 86400
             * @example 86400
             */
            overlapSeconds: number;
        };
        Suggestions: {
            /** @description At most eight, the best first. */
            data: {
                /**
                 * @description What it is.
                 * @example paper
                 * @enum {string}
                 */
                type: "paper" | "review" | "tag" | "category" | "redirect";
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
                 * @example nv-embed
                 */
                slug: string;
                /**
                 * @description Its title or name.
                 * @example NV-Embed: Improved Techniques
                 */
                name: string;
            }[];
        };
        /** @description The last public change of one thing. */
        Change: {
            /**
             * @description The public version that it came with.
             * @example 42
             */
            version: number;
            /**
             * @description What changed.
             * @example review
             * @enum {string}
             */
            type: "paper" | "review" | "tag" | "category" | "image" | "redirect";
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * @description Its slug; the last one when it is gone.
             * @example nv-embed
             */
            slug: string;
            /**
             * @description `put`: its public answer is new or may be another; `gone`: the public sees it no more.
             * @example put
             * @enum {string}
             */
            change: "put" | "gone";
        };
        Changes: {
            /** @description Oldest first; each thing at most once. */
            data: components["schemas"]["Change"][];
            page: {
                /**
                 * @description How many changes a page has at least when more follow.
                 * @example 1000
                 */
                limit: number;
                /**
                 * @description The `since` of the next page; null when this is the last one.
                 * @example 42
                 */
                next: number | null;
            };
            /**
             * @description The public version that the answer reaches: the `since` of the next sync.
             * @example 42
             */
            version: number;
            /**
             * Format: uuid
             * @description Names this course of versions. When it is another one, start again with `since=0`.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            epoch: string;
        };
        /** @description One write: who did what, when and from where. */
        AuditEntry: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was done.
             * @example 2024-06-03T09:00:00.000Z
             */
            at: string;
            /**
             * @description What was done.
             * @example publish
             * @enum {string}
             */
            action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
            /**
             * @description What kind of thing.
             * @example review
             * @enum {string}
             */
            type: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
            /** @description What it was done to; it may be gone since. */
            thing: {
                /**
                 * Format: uuid
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id: string;
                /**
                 * @description The slug that it had then; null for a key, and without `drafts:read` for what is not public.
                 * @example nv-embed
                 */
                slug: string | null;
            };
            /** @description The revision before; null for what was new, and for a key. */
            from: number | null;
            /** @description The revision after; null for what was deleted, and for a key. */
            to: number | null;
            /** @description Who did it. */
            by: {
                /**
                 * Format: uuid
                 * @description The id of the key; null for the operator and for what happened by itself.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: string | null;
                /**
                 * @description The name that the key had, `the operator`, or `the schedule`.
                 * @example the posting script
                 */
                name: string;
            };
            /**
             * @description The address that the request came from; null when there was none.
             * @example 203.0.113.7
             */
            address: string | null;
            /**
             * @description What the log of the service calls the request.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            requestId: string | null;
        };
        AuditPage: {
            /** @description The entries of this page. */
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What a paper is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.
         * @example {
         *       "title": "ORPO: Monolithic Preference Optimization without Reference Model",
         *       "acronym": "ORPO",
         *       "identifiers": {
         *         "arxiv": "2403.07691"
         *       },
         *       "versions": [
         *         {
         *           "number": 1,
         *           "releasedOn": "2024-03-12"
         *         }
         *       ],
         *       "links": [
         *         {
         *           "kind": "arxiv",
         *           "label": "arXiv",
         *           "url": "https://arxiv.org/abs/2403.07691"
         *         }
         *       ]
         *     }
         */
        PaperItem: {
            /**
             * Format: uuid
             * @description The id of the paper that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /**
             * @description The title as printed.
             * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
             */
            title?: string;
            /**
             * @description Made of the acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The short name of the method or model.
             * @example NV-Embed
             */
            acronym?: string | null;
            /**
             * @description The abstract, plain text or Markdown.
             * @example We train decoder-only models to embed text.
             */
            abstract?: string | null;
            /**
             * @description Where it was published.
             * @example ICLR 2025
             */
            venue?: string | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            /**
             * @description The primary class of the paper at arXiv, for its citation.
             * @example cs.CL
             */
            primaryClass?: string | null;
            identifiers?: {
                /**
                 * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                 * @example 2405.17428
                 */
                arxiv?: string | null;
                /**
                 * @description The DOI; any usual spelling or address is taken and answered in lower case.
                 * @example 10.1145/3292500.3330701
                 */
                doi?: string | null;
                /**
                 * @description The id of the OpenReview forum; its address is taken too.
                 * @example lgsyLSsDRe
                 */
                openreview?: string | null;
            };
            /** @description The authors in printed order. */
            authors?: {
                /**
                 * @description The name as printed.
                 * @example Chankyu Lee
                 */
                name: string;
                /**
                 * @description The ORCID iD, with a right check digit.
                 * @example 0000-0002-1825-0097
                 */
                orcid?: string | null;
            }[];
            /** @description The versions; each number once. */
            versions?: {
                /**
                 * @description The number of the version, as in arXiv v1.
                 * @example 1
                 */
                number: number;
                /**
                 * Format: date
                 * @description The day it came out.
                 * @example 2024-05-27
                 */
                releasedOn?: string | null;
            }[];
            /** @description The links in their order. */
            links?: {
                /**
                 * @description What the link leads to.
                 * @example arxiv
                 * @enum {string}
                 */
                kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
                /**
                 * @description The words of the link.
                 * @example arXiv
                 */
                label: string;
                /**
                 * Format: uri
                 * @description An absolute http or https address; null when it is not known.
                 * @example https://arxiv.org/abs/2405.17428
                 */
                url?: string | null;
            }[];
        };
        /**
         * @description What a review is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.
         * @example {
         *       "paper": {
         *         "title": "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
         *         "acronym": "DPO",
         *         "identifiers": {
         *           "arxiv": "2305.18290"
         *         },
         *         "versions": [
         *           {
         *             "number": 1,
         *             "releasedOn": "2023-05-29"
         *           }
         *         ]
         *       },
         *       "title": "DPO, read closely",
         *       "summary": "Learning from preferences without a reward model.",
         *       "body": "## Method\n\nThe policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}$, up to a term of $x$.\n",
         *       "language": "en",
         *       "tags": [
         *         "alignment",
         *         "preference optimization"
         *       ],
         *       "reviewedVersion": 1,
         *       "status": "draft"
         *     }
         */
        ReviewItem: {
            /**
             * Format: uuid
             * @description The id of the review that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /** @description The paper: a reference to one that is here, or what is said of it. Without a title that is the paper that the review has, or a new one with the title of the review. */
            paper?: string | components["schemas"]["PaperPatch"];
            /**
             * @description The title of the review; that of the paper when none is sent.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description Made of the paper's acronym or the title when none is sent.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The review in one line.
             * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
             */
            summary?: string | null;
            /**
             * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
             * @example ## Method
             *
             *     A latent attention layer pools the tokens.
             */
            body?: string;
            /**
             * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
             * @example ko
             */
            language?: string;
            /**
             * @description The id or slug of a category, or the slugs or names from the root to it; null for none. What is missing is created with `createMissing`.
             * @example [
             *       "Paper reviews",
             *       "Language models"
             *     ]
             */
            category?: string | string[] | null;
            /**
             * @description The names of its tags; those that there are not are created, names that fold alike count once.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: string[];
            /**
             * @description The number of a version of the paper.
             * @example 1
             */
            reviewedVersion?: number | null;
            /**
             * Format: uuid
             * @description The image that stands for it; null for the first figure of its body.
             * @example null
             */
            cover?: string | null;
            /**
             * @description `published` needs the scope `reviews:publish`. A new review is a draft when nothing is sent; PUT and PATCH leave it as it is.
             * @example published
             * @enum {string}
             */
            status?: "draft" | "published" | "archived";
            /**
             * Format: date-time
             * @description When it was published, not in the future; the time of the first publishing when none is sent.
             * @example 2024-06-03T09:00:00.000Z
             */
            publishedAt?: string | null;
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source?: string | null;
            /**
             * @description What the change is for: kept in the history of the review, and shown nowhere else.
             * @example Second reading.
             */
            message?: string;
        };
        /**
         * @description What a tag is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.
         * @example {
         *       "name": "reward model"
         *     }
         */
        TagItem: {
            /**
             * Format: uuid
             * @description The id of the tag that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /**
             * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
             * @example embedding
             */
            name?: string;
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: string;
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description?: string | null;
        };
        /**
         * @description What a category is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.
         * @example {
         *       "name": "Preference optimization",
         *       "slug": "preference-optimization",
         *       "position": 1
         *     }
         */
        CategoryItem: {
            /**
             * Format: uuid
             * @description The id of the category that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /**
             * @description The name as shown.
             * @example 논문 리뷰
             */
            name?: string;
            /**
             * @description Made of the name when none is sent.
             * @example preference-optimization
             */
            slug?: string;
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: string | null;
            /**
             * @description Where it stands among the others; smaller comes first.
             * @example 0
             */
            position?: number;
            /**
             * @description What the category holds.
             * @example Reviews of papers, newest first.
             */
            description?: string | null;
        };
        /**
         * @description What a redirect is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.
         * @example {
         *       "path": "/entry/about",
         *       "target": {
         *         "type": "address",
         *         "url": "https://example.org/about"
         *       }
         *     }
         */
        RedirectItem: {
            /**
             * Format: uuid
             * @description The id of the redirect that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /**
             * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
             * @example /entry/about
             */
            path?: string;
            /**
             * @description What it leads to: a review or category by its `id` or `slug`, or an address by its `url`. Sent as a whole; what was read can be sent.
             * @example {
             *       "type": "address",
             *       "url": "https://example.org/about"
             *     }
             */
            target?: {
                /**
                 * @description What it leads to.
                 * @example address
                 * @enum {string}
                 */
                type: "review" | "category" | "address";
                /**
                 * Format: uuid
                 * @description The id of the review or category. It decides where a slug is sent, too.
                 * @example null
                 */
                id?: string | null;
                /**
                 * @description Its slug, or one that it had before.
                 * @example null
                 */
                slug?: string | null;
                /**
                 * Format: uri
                 * @description The address, of the type `address`.
                 * @example https://example.org/about
                 */
                url?: string | null;
            };
        };
        /**
         * @description The review that has all of these; one of `id`, `source` and `slug` is needed.
         * @example {
         *       "source": "notes/kto.md"
         *     }
         */
        ReviewFind: {
            /**
             * Format: uuid
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /**
             * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
             * @example https://blog.example.org/posts/nv-embed
             */
            source?: string;
            /**
             * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
             * @example nv-embed
             */
            slug?: string;
            /**
             * @description The title of the review.
             * @example NV-Embed: 범용 임베딩 모델로서의 LLM
             */
            title?: string;
            /**
             * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
             * @example arxiv:2405.17428
             */
            paper?: string;
        };
        /**
         * @description A thing to be there, or what is to be done to one that is. What is saved changes the review with its `id`, else its `source`, else its `slug`; the paper with its `id`, else one of its identifiers, else its `slug`; the tag with its `id`, else its `slug`, else its name; the category with its `id`, else its `slug`, else the one that its name makes; the redirect with its `id`, else its `path`; or it is created, if there is none and it has no `id`. An action (`delete`; of a review, which it moves to the trash, also `publish`, `unpublish` and `archive`) is done to the thing that has all that names it.
         * @example {
         *       "type": "review",
         *       "data": {
         *         "paper": {
         *           "title": "KTO: Model Alignment as Prospect Theoretic Optimization",
         *           "identifiers": {
         *             "arxiv": "2402.01306"
         *           }
         *         },
         *         "title": "KTO, read closely",
         *         "slug": "kto",
         *         "body": "## Method\n\nLosses hurt more than gains please.\n",
         *         "language": "en",
         *         "source": "notes/kto.md"
         *       }
         *     }
         */
        BatchItem: {
            /** @enum {string} */
            type: "paper";
            /** @enum {string} */
            action?: "save";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: components["schemas"]["PaperItem"];
        } | {
            /** @enum {string} */
            type: "paper";
            /** @enum {string} */
            action: "delete";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the paper that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                identifiers?: {
                    /**
                     * @description The arXiv identifier; any usual spelling or address is taken and answered without a version.
                     * @example 2405.17428
                     */
                    arxiv?: string | null;
                    /**
                     * @description The DOI; any usual spelling or address is taken and answered in lower case.
                     * @example 10.1145/3292500.3330701
                     */
                    doi?: string | null;
                    /**
                     * @description The id of the OpenReview forum; its address is taken too.
                     * @example lgsyLSsDRe
                     */
                    openreview?: string | null;
                };
                /**
                 * @description Made of the acronym or the title when none is sent.
                 * @example nv-embed
                 */
                slug?: string;
            };
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action?: "save";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: components["schemas"]["ReviewItem"];
            /** @description By what the review is looked for, instead of by `data`: it is the one that the first of these means that means one. */
            find?: components["schemas"]["ReviewFind"][];
            create?: components["schemas"]["ReviewItem"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "delete";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the review that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
                 * @example https://blog.example.org/posts/nv-embed
                 */
                source?: string | null;
                /**
                 * @description Made of the paper's acronym or the title when none is sent.
                 * @example nv-embed
                 */
                slug?: string;
            };
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "publish";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the review that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
                 * @example https://blog.example.org/posts/nv-embed
                 */
                source?: string | null;
                /**
                 * @description Made of the paper's acronym or the title when none is sent.
                 * @example nv-embed
                 */
                slug?: string;
                /**
                 * Format: date-time
                 * @description When to publish it, in the future; now when it is left out.
                 * @example 2099-06-03T09:00:00.000Z
                 */
                at?: string;
                /**
                 * @description What the change is for: kept in the history of the review, and shown nowhere else.
                 * @example Second reading.
                 */
                message?: string;
            };
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "unpublish";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the review that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
                 * @example https://blog.example.org/posts/nv-embed
                 */
                source?: string | null;
                /**
                 * @description Made of the paper's acronym or the title when none is sent.
                 * @example nv-embed
                 */
                slug?: string;
                /**
                 * @description What the change is for: kept in the history of the review, and shown nowhere else.
                 * @example Second reading.
                 */
                message?: string;
            };
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "archive";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the review that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
                 * @example https://blog.example.org/posts/nv-embed
                 */
                source?: string | null;
                /**
                 * @description Made of the paper's acronym or the title when none is sent.
                 * @example nv-embed
                 */
                slug?: string;
                /**
                 * @description What the change is for: kept in the history of the review, and shown nowhere else.
                 * @example Second reading.
                 */
                message?: string;
            };
        } | {
            /** @enum {string} */
            type: "tag";
            /** @enum {string} */
            action?: "save";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: components["schemas"]["TagItem"];
        } | {
            /** @enum {string} */
            type: "tag";
            /** @enum {string} */
            action: "delete";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the tag that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Made of the name when none is sent.
                 * @example reward-model
                 */
                slug?: string;
                /**
                 * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
                 * @example embedding
                 */
                name?: string;
            };
        } | {
            /** @enum {string} */
            type: "category";
            /** @enum {string} */
            action?: "save";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: components["schemas"]["CategoryItem"];
        } | {
            /** @enum {string} */
            type: "category";
            /** @enum {string} */
            action: "delete";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the category that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description Made of the name when none is sent.
                 * @example preference-optimization
                 */
                slug?: string;
                /**
                 * @description The name as shown.
                 * @example 논문 리뷰
                 */
                name?: string;
            };
        } | {
            /** @enum {string} */
            type: "redirect";
            /** @enum {string} */
            action?: "save";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: components["schemas"]["RedirectItem"];
        } | {
            /** @enum {string} */
            type: "redirect";
            /** @enum {string} */
            action: "delete";
            /**
             * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
             * @example 1
             */
            ifMatch?: string | number;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the redirect that is changed; without it, none has to be there.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                id?: string;
                /**
                 * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
                 * @example /entry/about
                 */
                path?: string;
            };
        };
        /**
         * @description Things to be there, in the order in which they are taken.
         * @example [
         *       {
         *         "type": "review",
         *         "data": {
         *           "paper": {
         *             "title": "KTO: Model Alignment as Prospect Theoretic Optimization",
         *             "identifiers": {
         *               "arxiv": "2402.01306"
         *             }
         *           },
         *           "title": "KTO, read closely",
         *           "slug": "kto",
         *           "body": "## Method\n\nLosses hurt more than gains please.\n",
         *           "language": "en",
         *           "source": "notes/kto.md"
         *         }
         *       }
         *     ]
         */
        BatchItems: components["schemas"]["BatchItem"][];
        /** @description What became of one item. */
        BatchResult: {
            /**
             * @description Which item, counted from 0.
             * @example 0
             */
            index: number;
            /**
             * @description The status of the item: 201 created, 200 updated or as it was, 204 deleted, else that of the problem.
             * @example 201
             */
            status: number;
            /**
             * @description What kind of thing it is; null when that cannot be read.
             * @example review
             * @enum {string|null}
             */
            type: "paper" | "review" | "tag" | "category" | "redirect" | null;
            /**
             * @description What became of it, or would with `dryRun`; null when it failed.
             * @example created
             * @enum {string|null}
             */
            outcome: "created" | "updated" | "unchanged" | "deleted" | null;
            /**
             * @description The members that changed, or would, of what was there before.
             * @example [
             *       "summary",
             *       "tags"
             *     ]
             */
            changed: string[];
            /**
             * @description Of a review, where it is in its life; null of others, and when it failed.
             * @example draft
             * @enum {string|null}
             */
            state: "draft" | "scheduled" | "published" | "archived" | "trashed" | null;
            /**
             * Format: uuid
             * @description Its id; null when it failed, or would be new.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id: string | null;
            /**
             * @description Its slug; null when it failed.
             * @example kto
             */
            slug: string | null;
            /**
             * @description Its revision; null when it failed.
             * @example 1
             */
            revision: number | null;
            /**
             * @description What was sent and is left out, since the key may not change that. Empty when nothing was.
             * @example []
             */
            leftOut: {
                /**
                 * @description Where in the body of the request (RFC 6901).
                 * @example /paper/links/0
                 */
                pointer: string;
                /**
                 * @description Why it is left out.
                 * @example is left out: the paper is public, and a key without papers:write adds to it only by publishing a review of it
                 */
                detail: string;
            }[];
            /**
             * @description Why it failed, with pointers into the item; null when it did not.
             * @example null
             */
            problem: components["schemas"]["Problem"] | null;
        };
        /** @description What became of the items. */
        BatchReport: {
            /** @description A result for each item, in their order. */
            data: components["schemas"]["BatchResult"][];
            /**
             * @description How many were created.
             * @example 1
             */
            created: number;
            /**
             * @description How many were updated.
             * @example 1
             */
            updated: number;
            /**
             * @description How many were there already, as they were sent.
             * @example 1
             */
            unchanged: number;
            /**
             * @description How many were deleted.
             * @example 1
             */
            deleted: number;
            /**
             * @description How many failed.
             * @example 1
             */
            failed: number;
            /**
             * @description Whether nothing was written.
             * @example false
             */
            dryRun: boolean;
        };
        /**
         * @description What an archive is, one row under the name of its table, or how many rows there were.
         * @example {
         *       "postil": "archive",
         *       "format": 1
         *     }
         */
        ArchiveLine: {
            [key: string]: unknown;
        };
        /** @description What became of an archive. */
        ImportedArchive: {
            /**
             * @description How many rows the archive had.
             * @example 1234
             */
            rows: number;
        };
    };
    responses: {
        /** @description The caller has it already: nothing changed. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `malformed-request`: The request is malformed. `invalid-parameter`: A parameter is not valid. `invalid-cursor`: The cursor is not valid here. `search-too-costly`: The search takes too long. */
        BadRequestInvalidCursorSearchTooCostly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthorized`: A valid key is needed. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-failed`: The thing is not as the request expects it. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The content type is not supported. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: The caller asks faster than it may. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: Something went wrong here. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `malformed-request`: The request is malformed. `invalid-parameter`: A parameter is not valid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The key lacks a scope. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. `slug-taken`: The slug is taken. `identifier-conflict`: The identifiers belong to different papers. `conflict`: The request conflicts with what is there. */
        ConflictRequestInProgressSlugTakenIdentifierConflictConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `gone`: What was asked for is no longer kept. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payload-too-large`: The request is too large. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-body`: The body is not valid. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
        UnprocessableEntityInvalidBodyIdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. `read-only`: The database takes no writes. `outcome-unknown`: Whether the request was carried out is not known. */
        ServiceUnavailableReadOnlyOutcomeUnknown: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was renamed: `Location` has its present address. */
        PermanentRedirect: {
            headers: {
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `not-found`: Nothing is here. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `slug-taken`: The slug is taken. `identifier-conflict`: The identifiers belong to different papers. `conflict`: The request conflicts with what is there. */
        ConflictSlugTakenIdentifierConflictConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `uri-too-long`: The address is too long. */
        URITooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-body`: The body is not valid. */
        UnprocessableEntityInvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-required`: A precondition is required. */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. */
        ConflictRequestInProgress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. `conflict`: The request conflicts with what is there. */
        ConflictRequestInProgressConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. `slug-taken`: The slug is taken. */
        ConflictRequestInProgressSlugTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: The request conflicts with what is there. */
        ConflictConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `malformed-request`: The request is malformed. `invalid-parameter`: A parameter is not valid. `invalid-cursor`: The cursor is not valid here. */
        BadRequestInvalidCursor: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. `slug-taken`: The slug is taken. `identifier-conflict`: The identifiers belong to different papers. */
        ConflictRequestInProgressSlugTakenIdentifierConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `slug-taken`: The slug is taken. `identifier-conflict`: The identifiers belong to different papers. `in-use`: The thing is in use. */
        ConflictSlugTakenIdentifierConflictInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `in-use`: The thing is in use. */
        ConflictInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
        UnprocessableEntityIdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: The request is still being carried out. `slug-taken`: The slug is taken. `conflict`: The request conflicts with what is there. */
        ConflictRequestInProgressSlugTakenConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `slug-taken`: The slug is taken. `conflict`: The request conflicts with what is there. */
        ConflictSlugTakenConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description To the WebP of that width, while the AVIF is made. */
        TemporaryRedirect: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `range-not-satisfiable`: The range is not in the file. */
        RangeNotSatisfiable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. `storage-unavailable`: The storage of files is away. */
        ServiceUnavailableStorageUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-body`: The body is not valid. `image-invalid`: The picture is not taken. */
        UnprocessableEntityInvalidBodyImageInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. `read-only`: The database takes no writes. `outcome-unknown`: Whether the request was carried out is not known. `storage-unavailable`: The storage of files is away. */
        ServiceUnavailableReadOnlyOutcomeUnknownStorageUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `malformed-request`: The request is malformed. `invalid-parameter`: A parameter is not valid. `search-too-costly`: The search takes too long. */
        BadRequestSearchTooCostly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
        Q: string;
        /** @description Slugs or ids of tags: reviews with any of them. */
        ReviewsTag: string[];
        /** @description Slugs or ids of tags: reviews with all of them. */
        TagAll: string[];
        /** @description Slugs or ids of tags: reviews with none of them. */
        TagNot: string[];
        /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
        ReviewsCategory: string[];
        /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
        ReviewsPaper: string;
        /** @description Reviews of the paper with this arXiv identifier. */
        Arxiv: string;
        /** @description Reviews of the paper with this DOI. */
        Doi: string;
        /** @description The name of an author of the paper as printed, in any case. */
        Author: string;
        /** @description Where the paper was published, in any case. */
        Venue: string;
        /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
        ReviewsLink: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
        /** @description Whether the paper has a newer version than the one reviewed. */
        Outdated: boolean;
        /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
        Section: ("abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other")[];
        /** @description Language tags: reviews in any of them. */
        Language: string[];
        /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
        ReviewsStatus: ("draft" | "scheduled" | "published" | "archived" | "trashed")[];
        /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
        Source: string[];
        /** @description Reviews published in this year (UTC). */
        ReviewsYear: number;
        /** @description Published at this moment or later. */
        PublishedAtGte: string;
        /** @description Published before this moment. */
        PublishedAtLt: string;
        /** @description Changed at this moment or later. */
        UpdatedAtGte: string;
        /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
        ReviewsSort: "-publishedAt" | "publishedAt" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
        /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
        Limit: number;
        /** @description The page after this cursor: `page.next` of the page before it. */
        After: string;
        /** @description The page before this cursor: `page.previous` of the page after it. */
        Before: string;
        /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
        Page: number;
        /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
        Highlight: boolean;
        /** @description Whether to count all that match, for `page.total`. */
        Total: boolean;
        /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
        ReviewsIfNoneMatch: string;
        /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
        IdempotencyKey: string;
        /**
         * @description The id or slug of the review.
         * @example nv-embed
         */
        ReviewReview: string;
        /**
         * @description The ETag of the thing as it was read, or `*` for whatever it is now.
         * @example *
         */
        ReviewIfMatch: string;
        /** @description `*` to create only: 412 when something is there. */
        ReviewIfNoneMatch: string;
        /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
        IfUnmodifiedSince: string;
        /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
        ReviewFields: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "renderWarnings" | "source" | "createdAt" | "deletedAt" | "previous" | "next" | "text" | "jsonld")[];
        /** @description Adds members that are heavy. */
        Include: ("body" | "html" | "sections" | "text" | "jsonld")[];
        /**
         * @description The number of the revision.
         * @example 1
         */
        Revision: number;
        /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
        PapersTag: string[];
        /** @description Papers first published in this year. */
        PapersYear: number;
        /** @description Kinds of links: papers that have one of them, such as `code`. */
        PapersLink: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
        /** @description Papers in any of these states. */
        PapersStatus: ("active" | "withdrawn" | "retracted")[];
        /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
        PapersSort: "-publishedOn" | "publishedOn" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
        /**
         * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
         * @example arxiv:2405.17428
         */
        PaperPaper: string;
        /** @description The form of the citation; it goes before `Accept`. Without both: CSL-JSON. */
        Format: "csl-json" | "bibtex" | "ris" | "apa";
        /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
        TagsFields: ("id" | "slug" | "name" | "description" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id or slug of the tag.
         * @example reward-model
         */
        TagTag: string;
        /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
        CategoriesFields: ("id" | "slug" | "name" | "position" | "description" | "parent" | "path" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id or slug of the category.
         * @example preference-optimization
         */
        CategoryCategory: string;
        /**
         * @description The id of the image.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        Image: string;
        /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
        ImagesFields: ("id" | "sha256" | "storedSha256" | "mediaType" | "bytes" | "width" | "height" | "alt" | "placeholder" | "color" | "url" | "variants" | "animated" | "createdAt" | "updatedAt" | "revision")[];
        /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
        RedirectsFields: ("id" | "path" | "target" | "location" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id of the redirect.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        Redirect: string;
        /**
         * @description The id of the key.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        Key: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this state of the answer; for `If-None-Match`, and for `If-Match` when it is one thing. */
        ETag: string;
        /** @description Where the answer to the public came from: `hit` memory, `miss` the database, to be kept; `bypass` the database, not to be kept, as every answer to a key. */
        "X-Cache": string;
        /** @description The neighbouring pages (RFC 8288): `rel="next"`, `rel="prev"`. */
        Link: string;
        /** @description After how many seconds the request can be sent again. */
        "Retry-After": string;
        /** @description What the caller has left, as in every answer: `"reads";r=9999;t=1` are so many requests, and the seconds until it has all of them again, or until the next when there is none. */
        RateLimit: string;
        /** @description How many requests a caller may send at once, and in how many seconds it has them again: `"reads";q=10000;w=20`. */
        "RateLimit-Policy": string;
        /** @description The address of what was created. */
        Location: string;
        /** @description `true` when this answer was given before, to the same key. */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listReviews: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
                highlight?: components["parameters"]["Highlight"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Counts all that match by these, whatever the page: within the whole current filter, what it asks of the same property included. Up to 100 values of each, the most frequent first. */
                facets?: ("tag" | "category" | "year" | "language" | "venue")[];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "text")[];
                /** @description Adds members that are heavy. */
                include?: ("body" | "html" | "sections" | "text")[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenReview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenIdentifierConflictConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listReviewsAsJsonLd: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        /** @example https://schema.org */
                        "@context": string;
                        /** @description What it is, in the words of schema.org. */
                        "@type": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["ReviewFields"];
                /** @description Adds members that are heavy. */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paper": {
                 *         "title": "ORPO, preprint"
                 *       },
                 *       "title": "My first note",
                 *       "body": "## Method\n\nAn odds ratio is added to the loss of fine-tuning.\n",
                 *       "language": "en",
                 *       "status": "published"
                 *     }
                 */
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenReview"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenReview"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    deleteReview: {
        parameters: {
            query?: {
                /** @description Deletes it for good, with its history, whether it is in the trash or not. Needs `trash:purge` too. */
                permanent?: boolean;
            };
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listRelatedReviews: {
        parameters: {
            query?: {
                /** @description How many reviews at most. */
                limit?: number;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedReviews"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewAsJson: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["ReviewFields"];
                /** @description Adds members that are heavy. */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewAsJsonLd: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        /** @example https://schema.org */
                        "@context": string;
                        /** @description What it is, in the words of schema.org. */
                        "@type": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewAsMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/markdown`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewAsHtml: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/html`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewAsText: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/plain`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renderMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenderRequest"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendering"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgress"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    publishReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishReview"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenIdentifierConflictConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    unpublishReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    restoreReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressSlugTaken"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    archiveReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getReviewDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDraft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReviewDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDraft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    deleteReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDraftPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDraft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listReviewRevisions: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-revision`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-revision" | "revision";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("revision" | "at" | "action" | "message" | "by" | "title" | "status")[];
            };
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionPage"];
                };
            };
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewRevision: {
        parameters: {
            query?: {
                /** @description Another revision: the answer then says what changed from that one to this. */
                against?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
                /**
                 * @description The number of the revision.
                 * @example 1
                 */
                revision: components["parameters"]["Revision"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    restoreReviewRevision: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
                /**
                 * @description The number of the revision.
                 * @example 1
                 */
                revision: components["parameters"]["Revision"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listPreviewLinks: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-expiresAt" | "expiresAt";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "of" | "createdAt" | "expiresAt")[];
            };
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinkPage"];
                };
            };
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPreviewLink: {
        parameters: {
            query?: {
                /** @description What it shows: the review as it stands (`current`), or as publishing its working copy would make it (`draft`). */
                of?: "current" | "draft";
            };
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedPreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    revokePreviewLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
                /**
                 * @description The id of the link.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getPreview: {
        parameters: {
            query: {
                /**
                 * @description The secret of the link.
                 * @example pvw_…
                 */
                token: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the link.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                preview: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPapers: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
                tag?: components["parameters"]["PapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["PapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. */
                link?: components["parameters"]["PapersLink"];
                /** @description Papers in any of these states. */
                status?: components["parameters"]["PapersStatus"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["PapersSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
                highlight?: components["parameters"]["Highlight"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Counts all that match by these, whatever the page: within the whole current filter, what it asks of the same property included. Up to 100 values of each, the most frequent first. */
                facets?: ("tag" | "year" | "venue")[];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPaper"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenIdentifierConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listPapersAsJsonLd: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
                tag?: components["parameters"]["PapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["PapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. */
                link?: components["parameters"]["PapersLink"];
                /** @description Papers in any of these states. */
                status?: components["parameters"]["PapersStatus"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["PapersSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        /** @example https://schema.org */
                        "@context": string;
                        /** @description What it is, in the words of schema.org. */
                        "@type": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPaper: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision" | "reviews" | "jsonld")[];
                /** @description Adds members that are heavy. */
                include?: "jsonld"[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replacePaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "ORPO at a workshop",
                 *       "acronym": "ORPO",
                 *       "publishedOn": "2024-07-26"
                 *     }
                 */
                "application/json": components["schemas"]["NewPaper"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    deletePaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchPaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getPaperAsJsonLd: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        /** @example https://schema.org */
                        "@context": string;
                        /** @description What it is, in the words of schema.org. */
                        "@type": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addPaperVersion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPaperVersion"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    mergePaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example orpo-preprint
                 */
                paper: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "arxiv:2403.07691"
                 *     }
                 */
                "application/json": components["schemas"]["MergePaper"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    withdrawPaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    retractPaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    reinstatePaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    citeReview: {
        parameters: {
            query?: {
                /** @description The form of the citation; it goes before `Accept`. Without both: CSL-JSON. */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The citation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": ({
                        /** @example nv-embed */
                        id: string;
                        /** @enum {string} */
                        type: "article" | "article-journal" | "paper-conference" | "review";
                        title: string;
                        author?: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    })[];
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citeReviewsInBibtex: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reviews of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-bibtex": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citeReviewsInRis: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reviews of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citeReviewsInCslJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reviews of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": ({
                        /** @example nv-embed */
                        id: string;
                        /** @enum {string} */
                        type: "article" | "article-journal" | "paper-conference" | "review";
                        title: string;
                        author?: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citePaper: {
        parameters: {
            query?: {
                /** @description The form of the citation; it goes before `Accept`. Without both: CSL-JSON. */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["PaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The citation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": ({
                        /** @example nv-embed */
                        id: string;
                        /** @enum {string} */
                        type: "article" | "article-journal" | "paper-conference" | "review";
                        title: string;
                        author?: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    })[];
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citePapersInBibtex: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
                tag?: components["parameters"]["PapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["PapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. */
                link?: components["parameters"]["PapersLink"];
                /** @description Papers in any of these states. */
                status?: components["parameters"]["PapersStatus"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["PapersSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-bibtex": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citePapersInRis: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
                tag?: components["parameters"]["PapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["PapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. */
                link?: components["parameters"]["PapersLink"];
                /** @description Papers in any of these states. */
                status?: components["parameters"]["PapersStatus"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["PapersSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citePapersInCslJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. */
                tag?: components["parameters"]["PapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["PapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. */
                link?: components["parameters"]["PapersLink"];
                /** @description Papers in any of these states. */
                status?: components["parameters"]["PapersStatus"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["PapersSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers of this page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": ({
                        /** @example nv-embed */
                        id: string;
                        /** @enum {string} */
                        type: "article" | "article-journal" | "paper-conference" | "review";
                        title: string;
                        author?: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `name`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-name" | "name" | "-reviewCount" | "reviewCount";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["TagsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getTag: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["TagsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example embedding
                 */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceTag: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["TagTag"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["TagTag"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchTag: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["TagTag"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `position`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-position" | "position" | "-name" | "name";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["CategoriesFields"];
                /** @description Whether to answer the whole tree: no other parameter goes with it. */
                tree?: boolean;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressSlugTaken"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getCategory: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["CategoriesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example language-models
                 */
                category: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceCategory: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["CategoryCategory"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    deleteCategory: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["CategoryCategory"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchCategory: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["CategoryCategory"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getImageFile: {
        parameters: {
            query?: {
                /** @description Of a signed URL: until when, in Unix time. */
                expires?: string;
                /** @description Of a signed URL. */
                signature?: string;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["Image"];
                /**
                 * @description The name of the file.
                 * @example 640.webp
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/gif": string;
                    "image/avif": string;
                };
            };
            /** @description The part of it that `Range` names. */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/gif": string;
                    "image/avif": string;
                };
            };
            304: components["responses"]["NotModified"];
            307: components["responses"]["TemporaryRedirect"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableStorageUnavailable"];
        };
    };
    listImages: {
        parameters: {
            query?: {
                /** @description `true`: those that no review and no working copy shows; `false`: the others. */
                unused?: boolean;
                /** @description SHA-256 of the bytes that were sent or are stored: which of up to 64 files are here already. */
                sha256?: string[];
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-bytes" | "bytes";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["ImagesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadImage: {
        parameters: {
            query?: {
                /** @description What it shows, for those who do not see it, on one line; empty for none. */
                alt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The bytes of the picture.
                     */
                    file: string;
                    /**
                     * @description What it shows, for those who do not see it, on one line; empty for none.
                     * @example The training loss.
                     */
                    alt?: string;
                };
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/avif": string;
                "image/gif": string;
                "image/svg+xml": string;
            };
        };
        responses: {
            /** @description It was here already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyImageInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknownStorageUnavailable"];
        };
    };
    pruneImages: {
        parameters: {
            query: {
                /**
                 * @description Has to be `true`.
                 * @example true
                 */
                unused: true;
                /** @description Only those that were last sent before this moment; without it an hour ago, so that what was uploaded for a review that is about to be written stays. */
                before?: string;
                /** @description Counts what would be removed, and removes nothing. */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrunedImages"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getImage: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["ImagesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["Image"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteImage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["Image"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchImage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["Image"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImagePatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listRedirects: {
        parameters: {
            query?: {
                /** @description The redirect of this path, with its query. Without one, nothing: ask again without the query, where visitors come with one. */
                path?: string;
                /** @description `true`: those that the public sees; `false`: the others, of a key that sees them. */
                public?: boolean;
                /** @description The order; `-` in front for descending. Without it `path`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-path" | "path" | "-createdAt" | "createdAt";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["RedirectsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedirectPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRedirect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRedirect"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redirect"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBodyIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    getRedirect: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: components["parameters"]["RedirectsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["Redirect"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redirect"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteRedirect: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["Redirect"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchRedirect: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the thing as it was read, or `*` for whatever it is now.
                 * @example *
                 */
                "If-Match": components["parameters"]["ReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["Redirect"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedirectPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redirect"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-name" | "name";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "name" | "scopes" | "status" | "createdAt" | "expiresAt" | "lastUsedAt" | "revokedAt" | "previousUntil")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    patchKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictConflict"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictConflict"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    suggest: {
        parameters: {
            query: {
                /**
                 * @description What has been typed so far.
                 * @example 임베
                 */
                q: string;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description The public version that the caller has; 0 for everything. */
                since?: number;
                /** @description How many changes a page has; more when one version has more. */
                limit?: number;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportReviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One `Review` a line. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description What was done. */
                action?: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
                /** @description What kind of thing. */
                type?: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
                /** @description The id of the thing. */
                thing?: string;
                /** @description The id of the key. */
                key?: string;
                /** @description Not before this moment. */
                "at[gte]"?: string;
                /** @description Before this moment. */
                "at[lt]"?: string;
                /** @description The order; `-` in front for descending. Without it `-at`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-at" | "at";
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them, as it is without `fields`; with it, it is `Pick<…>` of those that are named. */
                fields?: ("id" | "at" | "action" | "type" | "thing" | "from" | "to" | "by" | "address" | "requestId")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["BadRequestInvalidCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    saveBatch: {
        parameters: {
            query?: {
                /** @description All or nothing, in one transaction: at most 1,000 items in 8 MiB. When one fails, the others are 424. */
                atomic?: boolean;
                /** @description Writes nothing, and says what would become of each item after those before it (of those in the same thousand). */
                dryRun?: boolean;
                /** @description Creates the categories that reviews name and that are not there, public at once; needs `taxonomy:write` for that. */
                createMissing?: boolean;
                /** @description Refuses (409) a review that an earlier item of the batch was. */
                distinct?: boolean;
                /** @description What a review says of its paper is so after it: what the paper lacks is added, and what it has in another way is changed if no other review has it (else named in `leftOut`). Needs `papers:write` for that. */
                updatePapers?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchItems"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknown"];
        };
    };
    exportArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line that says what it is, one row a line, and a line that counts them. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportArchiveWithImages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tar (POSIX ustar). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableStorageUnavailable"];
        };
    };
    importArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedArchive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntityInvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknownStorageUnavailable"];
        };
    };
    getFeedInAtom: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFeedInRss: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFeedInJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description Slugs or ids of tags: reviews with any of them. */
                tag?: components["parameters"]["ReviewsTag"];
                /** @description Slugs or ids of tags: reviews with all of them. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. */
                category?: components["parameters"]["ReviewsCategory"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["ReviewsPaper"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["Doi"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["Venue"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. */
                link?: components["parameters"]["ReviewsLink"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. */
                section?: components["parameters"]["Section"];
                /** @description Language tags: reviews in any of them. */
                language?: components["parameters"]["Language"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. */
                status?: components["parameters"]["ReviewsStatus"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["ReviewsYear"];
                /** @description Published at this moment or later. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ReviewsSort"];
                /** @description How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                        title: string;
                        items: Record<string, never>[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSitemap: {
        parameters: {
            query?: {
                /** @description Which of the sitemaps that the index names. */
                page?: number;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["ReviewsIfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sitemap, or the index. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Cache": components["headers"]["X-Cache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Postil */
                        name: string;
                        /** @example 0.1.0 */
                        version: string;
                        /**
                         * @description Swagger UI.
                         * @example /docs
                         */
                        docs: string;
                        /**
                         * @description The OpenAPI document.
                         * @example /openapi.json
                         */
                        openapi: string;
                        /** @example /v1/reviews */
                        reviews: string;
                        /** @example /v1/papers */
                        papers: string;
                        /** @example /v1/tags */
                        tags: string;
                        /** @example /v1/categories */
                        categories: string;
                        /** @example /v1/images */
                        images: string;
                        /** @example /v1/redirects */
                        redirects: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example ok */
                        status: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example ok */
                        status: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the problem. */
                code: "malformed-request" | "invalid-parameter" | "invalid-cursor" | "search-too-costly" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "request-timeout" | "conflict" | "slug-taken" | "identifier-conflict" | "in-use" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "range-not-satisfiable" | "invalid-body" | "image-invalid" | "idempotency-key-reused" | "batch-undone" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable" | "storage-unavailable" | "read-only" | "outcome-unknown";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example /problems/not-found */
                        type: string;
                        /** @description What kind of problem it is. */
                        title: string;
                        /**
                         * @description The HTTP status that comes with it.
                         * @example 404
                         */
                        status: number;
                        /**
                         * @description Its name, which does not change.
                         * @example not-found
                         */
                        code: string;
                        /** @description What it means. */
                        cause: string;
                        /** @description What to do. */
                        remedy: string;
                        /** @description A request that gets it. */
                        example: {
                            /**
                             * @description The request, in short.
                             * @example GET /v1/review
                             */
                            request: string;
                            /** @description What its answer says. */
                            detail: string;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
