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
         * @description One call: the paper and the tags are connected, or created with it. Publishing needs `reviews:publish` too. Of a paper or tag that only reviews use which the key may not see, the answer shows what was sent, and the id in place of the slug where that tells more.
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
         * @description As a review of its paper. CSL-JSON, unless `format` (`bibtex`, `ris`, `apa`), or `Accept` without it, asks for another form: those of `.bib`, `.ris` and `.txt`, which are the same at addresses of their own.
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
    "/v1/reviews/{review}/citation.bib": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a review, .bib
         * @description In the form that `Accept: application/x-bibtex` asks for, whatever is accepted.
         */
        get: operations["citeReviewAsBibtex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/citation.ris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a review, .ris
         * @description In the form that `Accept: application/x-research-info-systems` asks for, whatever is accepted.
         */
        get: operations["citeReviewAsRis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/citation.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a review, .txt
         * @description In the form that `Accept: text/plain` asks for, whatever is accepted.
         */
        get: operations["citeReviewAsApa"];
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
         * @description In its venue, or as the preprint that it is. CSL-JSON, unless `format` (`bibtex`, `ris`, `apa`), or `Accept` without it, asks for another form: those of `.bib`, `.ris` and `.txt`, which are the same at addresses of their own.
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
    "/v1/papers/{paper}/citation.bib": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a paper, .bib
         * @description In the form that `Accept: application/x-bibtex` asks for, whatever is accepted.
         */
        get: operations["citePaperAsBibtex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/citation.ris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a paper, .ris
         * @description In the form that `Accept: application/x-research-info-systems` asks for, whatever is accepted.
         */
        get: operations["citePaperAsRis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/{paper}/citation.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a paper, .txt
         * @description In the form that `Accept: text/plain` asks for, whatever is accepted.
         */
        get: operations["citePaperAsApa"];
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
        /**
         * Where things are
         * @description A browser gets the page of `/index.html` here.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The home page
         * @description What `/` shows to a browser, whatever is accepted.
         */
        get: operations["getHomePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What problems there are
         * @description Every `code` that an error can have. A browser gets a page.
         */
        get: operations["listProblems"];
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
         * @description The `type` of every error leads here. A browser gets a page.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An error, as RFC 9457 describes it. */
        Problem: {
            /** @description The address of a page about this kind of problem: absolute where `PUBLIC_URL` is set. */
            type: string;
            /**
             * @description The name of the kind, which does not change: what programs compare. More may be added.
             * @enum {string}
             */
            code: "malformed-request" | "invalid-parameter" | "invalid-cursor" | "search-too-costly" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "request-timeout" | "conflict" | "slug-taken" | "identifier-conflict" | "in-use" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "range-not-satisfiable" | "invalid-body" | "image-invalid" | "idempotency-key-reused" | "batch-undone" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable" | "storage-unavailable" | "read-only" | "outcome-unknown";
            /** @description What kind of problem it is. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong here, and what would be right. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description The faults of the input, all of them up to twenty; `detail` says when there are more. */
            errors?: {
                /** @description Where in the body (RFC 6901). */
                pointer?: string;
                /** @description Which parameter. */
                parameter?: string;
                /** @description The rule, and how to keep it. */
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
        /**
         * @description One article about one paper.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000005",
         *       "slug": "dpo",
         *       "title": "DPO, read closely",
         *       "summary": "Learning from preferences without a reward model.",
         *       "language": "en",
         *       "status": "draft",
         *       "publishedAt": null,
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1,
         *       "excerpt": "The policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}$, up to a…",
         *       "readingMinutes": 1,
         *       "cover": null,
         *       "reviewedVersion": {
         *         "number": 1,
         *         "releasedOn": "2023-05-29"
         *       },
         *       "outdated": false,
         *       "paper": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000006",
         *         "slug": "dpo",
         *         "title": "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
         *         "acronym": "DPO",
         *         "arxiv": "2305.18290",
         *         "status": "active",
         *         "venue": null,
         *         "publishedOn": null,
         *         "doi": null,
         *         "identifiers": {
         *           "arxiv": "2305.18290",
         *           "doi": null,
         *           "openreview": null,
         *           "acl": null,
         *           "pmid": null,
         *           "pmcid": null,
         *           "isbn": null,
         *           "s2": null,
         *           "pmlr": null,
         *           "cvf": null,
         *           "neurips": null
         *         },
         *         "authors": [],
         *         "links": []
         *       },
         *       "category": null,
         *       "tags": [
         *         {
         *           "id": "018fb9a3-6c00-7a52-8d4e-000000000007",
         *           "slug": "alignment",
         *           "name": "alignment"
         *         }
         *       ],
         *       "body": "## Method\n\nThe policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}…",
         *       "html": "<h2 id=\"section-method\">Method</h2>\n<p>The policy is its own reward: <math xmlns=\"http://www.w3.org/…",
         *       "sections": [
         *         {
         *           "level": 2,
         *           "heading": "Method",
         *           "anchor": "section-method",
         *           "kind": "method"
         *         }
         *       ],
         *       "renderWarnings": [],
         *       "source": null,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "deletedAt": null,
         *       "previous": null,
         *       "next": null
         *     }
         */
        Review: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: components["schemas"]["ReviewTitle"];
            summary: components["schemas"]["OneLineSummary"] | null;
            language: components["schemas"]["Language"];
            status: components["schemas"]["ReviewStatus"];
            /**
             * Format: date-time
             * @description When it was published, or will be when it is scheduled; null before.
             */
            publishedAt: string | null;
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
            /** @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text. */
            excerpt: string | null;
            /** @description How many minutes it takes to read. */
            readingMinutes: number;
            /** @description The picture that stands for it; null without one. */
            cover: components["schemas"]["Cover"] | null;
            /** @description The version of the paper that the review read; null when it is not known. */
            reviewedVersion: components["schemas"]["ReviewedVersion"] | null;
            /** @description Whether the paper has a newer version than the one reviewed. */
            outdated: boolean;
            paper: components["schemas"]["ReviewedPaperInFull"];
            /** @description The category that it is in. */
            category: components["schemas"]["CategoryOfReview"] | null;
            /** @description Its tags, in the order in which they were sent. */
            tags: components["schemas"]["TagOfReview"][];
            body: components["schemas"]["MarkdownBody"];
            html: components["schemas"]["ReviewHtml"];
            sections: components["schemas"]["Sections"];
            renderWarnings: components["schemas"]["RenderWarnings"];
            source: components["schemas"]["ReviewSource"] | null;
            createdAt: components["schemas"]["CreatedAt"];
            /**
             * Format: date-time
             * @description When it went to the trash; null elsewhere.
             */
            deletedAt: string | null;
            /** @description The review published before it in its category; null at the first. */
            previous: components["schemas"]["NeighbouringReview"] | null;
            /** @description The review published after it in its category; null at the newest. */
            next: components["schemas"]["NeighbouringReview"] | null;
            jsonld?: components["schemas"]["EmbeddedJsonLd"];
            text?: components["schemas"]["ReviewText"];
            /** @description What was sent of the paper and is left out: a public paper gets what it lacks from a key with `papers:write`, or from one with `reviews:publish` that publishes the review by the same request. Only in the answer to that request. */
            leftOut?: components["schemas"]["LeftOutMember"][];
        };
        /**
         * @description A review as lists show it.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000001",
         *       "slug": "nv-embed-en",
         *       "title": "NV-Embed: a decoder that embeds everything",
         *       "summary": "Dropping the causal mask and pooling by latent attention makes Mistral 7B a generalist embedding mod…",
         *       "language": "en",
         *       "status": "published",
         *       "publishedAt": "2024-06-04T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1,
         *       "excerpt": "Decoder-only models make good embeddings only after some surgery: a causal mask hides the end of a t…",
         *       "readingMinutes": 1,
         *       "cover": null,
         *       "reviewedVersion": {
         *         "number": 1,
         *         "releasedOn": "2024-05-27"
         *       },
         *       "outdated": false,
         *       "paper": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000002",
         *         "slug": "nv-embed",
         *         "title": "NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models",
         *         "acronym": "NV-Embed",
         *         "arxiv": "2405.17428",
         *         "status": "active"
         *       },
         *       "category": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000003",
         *         "slug": "language-models",
         *         "name": "Language models",
         *         "path": "paper-reviews/language-models"
         *       },
         *       "tags": [
         *         {
         *           "id": "018fb9a3-6c00-7a52-8d4e-000000000004",
         *           "slug": "embedding",
         *           "name": "embedding"
         *         }
         *       ]
         *     }
         */
        ReviewSummary: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: components["schemas"]["ReviewTitle"];
            summary: components["schemas"]["OneLineSummary"] | null;
            language: components["schemas"]["Language"];
            status: components["schemas"]["ReviewStatus"];
            /**
             * Format: date-time
             * @description When it was published, or will be when it is scheduled; null before.
             */
            publishedAt: string | null;
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
            /** @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text. */
            excerpt: string | null;
            /** @description How many minutes it takes to read. */
            readingMinutes: number;
            /** @description The picture that stands for it; null without one. */
            cover: components["schemas"]["Cover"] | null;
            /** @description The version of the paper that the review read; null when it is not known. */
            reviewedVersion: components["schemas"]["ReviewedVersion"] | null;
            /** @description Whether the paper has a newer version than the one reviewed. */
            outdated: boolean;
            /** @description Its paper; `venue`, `authors` and `links` only when `include` asked for them. */
            paper: {
                /** Format: uuid */
                id: string;
                slug: components["schemas"]["Slug"];
                title: string;
                acronym: string | null;
                /** @description Its arXiv identifier. */
                arxiv: string | null;
                status: components["schemas"]["PaperStatus"];
                venue?: components["schemas"]["Venue"] | null;
                /** @description The authors in printed order. */
                authors?: components["schemas"]["PaperAuthor"][];
                /** @description The links in their order. */
                links?: components["schemas"]["PaperLink"][];
            };
            /** @description The category that it is in. */
            category: components["schemas"]["CategoryOfReview"] | null;
            /** @description Its tags, in the order in which they were sent. */
            tags: components["schemas"]["TagOfReview"][];
            /** @description There only when `include=body` asked for it. */
            body?: string;
            html?: components["schemas"]["ReviewHtml"];
            sections?: components["schemas"]["Sections"];
            text?: components["schemas"]["ReviewText"];
            highlight?: components["schemas"]["Highlight"];
        };
        ReviewPage: {
            /** @description The reviews of this page. */
            data: components["schemas"]["ReviewSummary"][];
            page: components["schemas"]["Page"];
            /** @description How often each value occurs among all that match, for the facets that were asked for. */
            facets?: {
                tag?: components["schemas"]["FacetCounts"];
                category?: components["schemas"]["FacetCounts"];
                year?: components["schemas"]["FacetCounts"];
                language?: components["schemas"]["FacetCounts"];
                venue?: components["schemas"]["FacetCounts"];
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
            paper: components["schemas"]["PaperOrReference"];
            title?: components["schemas"]["SentReviewTitle"];
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            summary?: components["schemas"]["OneLineSummary"] | null;
            body: components["schemas"]["MarkdownBody"];
            language: components["schemas"]["Language"];
            category?: components["schemas"]["CategoryReference"] | null;
            tags?: components["schemas"]["SentTags"];
            /** @description The number of a version of the paper; without it the one that its identifier says. */
            reviewedVersion?: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover?: components["schemas"]["CoverId"] | null;
            status?: components["schemas"]["SentReviewStatus"];
            publishedAt?: components["schemas"]["SentPublishedAt"] | null;
            source?: components["schemas"]["ReviewSource"] | null;
            message?: components["schemas"]["ChangeMessage"];
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "summary": "What the odds ratio adds."
         *     }
         */
        ReviewPatch: {
            paper?: components["schemas"]["ReviewedPaperReference"];
            title?: components["schemas"]["SentReviewTitle"];
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            summary?: components["schemas"]["OneLineSummary"] | null;
            body?: components["schemas"]["MarkdownBody"];
            language?: components["schemas"]["Language"];
            category?: components["schemas"]["CategoryReference"] | null;
            tags?: components["schemas"]["SentTags"];
            /** @description The number of a version of the paper; without it the one that its identifier says. */
            reviewedVersion?: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover?: components["schemas"]["CoverId"] | null;
            status?: components["schemas"]["SentReviewStatus"];
            publishedAt?: components["schemas"]["SentPublishedAt"] | null;
            source?: components["schemas"]["ReviewSource"] | null;
            message?: components["schemas"]["ChangeMessage"];
        };
        /** @example {} */
        PublishReview: {
            /**
             * Format: date-time
             * @description When to publish it, in the future; now when it is left out.
             * @example 2099-06-03T09:00:00.000Z
             */
            at?: string;
            message?: components["schemas"]["ChangeMessage"];
        };
        /** @example {} */
        ReviewAction: {
            message?: components["schemas"]["ChangeMessage"];
        };
        /** @description The working copy of a published review: edits that the public does not see yet. */
        ReviewDraft: {
            paper: components["schemas"]["PaperReference"];
            title: components["schemas"]["ReviewTitle"];
            /** @description The slug that the review will have. */
            slug: components["schemas"]["Slug"];
            summary: components["schemas"]["OneLineSummary"] | null;
            body: components["schemas"]["MarkdownBody"];
            language: components["schemas"]["Language"];
            /** @example language-models */
            category: components["schemas"]["CategoryReference"] | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags: components["schemas"]["TagName"][];
            reviewedVersion: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover: components["schemas"]["CoverId"] | null;
            /**
             * @description The revision of the review that it was started from.
             * @example 3
             */
            baseRevision: number;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
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
            paper: components["schemas"]["ReviewedPaperReference"];
            title?: components["schemas"]["ReviewTitle"];
            /** @description The slug that the review will have. */
            slug?: components["schemas"]["Slug"];
            summary?: components["schemas"]["OneLineSummary"] | null;
            body: components["schemas"]["MarkdownBody"];
            language: components["schemas"]["Language"];
            /** @example language-models */
            category?: components["schemas"]["CategoryReference"] | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: components["schemas"]["TagName"][];
            reviewedVersion?: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover?: components["schemas"]["CoverId"] | null;
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "body": "Rewritten."
         *     }
         */
        ReviewDraftPatch: {
            paper?: components["schemas"]["ReviewedPaperReference"];
            title?: components["schemas"]["ReviewTitle"];
            /** @description The slug that the review will have. */
            slug?: components["schemas"]["Slug"];
            summary?: components["schemas"]["OneLineSummary"] | null;
            body?: components["schemas"]["MarkdownBody"];
            language?: components["schemas"]["Language"];
            /** @example language-models */
            category?: components["schemas"]["CategoryReference"] | null;
            /**
             * @description The names of its tags.
             * @example [
             *       "embedding",
             *       "LLM"
             *     ]
             */
            tags?: components["schemas"]["TagName"][];
            reviewedVersion?: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover?: components["schemas"]["CoverId"] | null;
        };
        /**
         * @description A state that a review was in.
         * @example {
         *       "revision": 4,
         *       "at": "2024-06-03T09:00:00.000Z",
         *       "action": "unpublish",
         *       "message": null,
         *       "by": {
         *         "key": "018fb9a3-6c00-7a52-8d4e-000000000008",
         *         "name": "test"
         *       },
         *       "title": "My first note",
         *       "status": "draft"
         *     }
         */
        RevisionSummary: {
            revision: components["schemas"]["Revision"];
            /**
             * Format: date-time
             * @description When the review came to this state.
             */
            at: string;
            action: components["schemas"]["AuditAction"];
            message: components["schemas"]["ChangeMessage"] | null;
            by: components["schemas"]["Actor"];
            /** @description The title then. */
            title: string;
            /**
             * @description The status then.
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
        };
        RevisionPage: {
            /** @description The revisions of this page. */
            data: components["schemas"]["RevisionSummary"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description A state that a review was in, with everything.
         * @example {
         *       "revision": 1,
         *       "at": "2024-06-03T09:00:00.000Z",
         *       "action": "create",
         *       "message": null,
         *       "by": {
         *         "key": "018fb9a3-6c00-7a52-8d4e-000000000008",
         *         "name": "test"
         *       },
         *       "title": "DPO, read closely",
         *       "status": "draft",
         *       "summary": "Learning from preferences without a reward model.",
         *       "body": "## Method\n\nThe policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}…",
         *       "language": "en",
         *       "tags": [
         *         "alignment"
         *       ],
         *       "reviewedVersion": 1,
         *       "cover": null,
         *       "slug": "dpo",
         *       "paper": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000006",
         *         "title": "Direct Preference Optimization: Your Language Model is Secretly a Reward Model"
         *       },
         *       "category": null,
         *       "publishedAt": null,
         *       "source": null
         *     }
         */
        ReviewRevision: {
            revision: components["schemas"]["Revision"];
            /**
             * Format: date-time
             * @description When the review came to this state.
             */
            at: string;
            action: components["schemas"]["AuditAction"];
            message: components["schemas"]["ChangeMessage"] | null;
            by: components["schemas"]["Actor"];
            title: components["schemas"]["ReviewTitle"];
            /**
             * @description The status then.
             * @enum {string}
             */
            status: "draft" | "scheduled" | "published" | "archived" | "trashed";
            summary: components["schemas"]["OneLineSummary"] | null;
            body: components["schemas"]["MarkdownBody"];
            language: components["schemas"]["Language"];
            /** @description The names of its tags. */
            tags: components["schemas"]["TagName"][];
            reviewedVersion: components["schemas"]["VersionNumber"] | null;
            cover: components["schemas"]["CoverId"] | null;
            /** @description The slug then. */
            slug: components["schemas"]["Slug"];
            /** @description The paper that it was about; it may be gone since. */
            paper: {
                /** Format: uuid */
                id: string;
                /** @description Its title then. */
                title: string;
            };
            /** @description The category that it was in; it may be gone since. */
            category: {
                /** Format: uuid */
                id: string;
                /** @description Its name then. */
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was published, or was to be; null before.
             */
            publishedAt: string | null;
            source: components["schemas"]["ReviewSource"] | null;
            /** @description There only when `against` asked for it. */
            comparison?: {
                /** @description The revision that this one is compared with. */
                against: number;
                /** @description What differs, but for the body. */
                fields: {
                    /** @enum {string} */
                    field: "title" | "summary" | "language" | "tags" | "reviewedVersion" | "cover" | "slug" | "paper" | "category" | "publishedAt" | "source" | "status";
                    /** @description What it was in the other revision. */
                    before: string | number | boolean | null | string[] | {
                        [key: string]: unknown;
                    };
                    /** @description What it is in this one. */
                    after: string | number | boolean | null | string[] | {
                        [key: string]: unknown;
                    };
                }[];
                /** @description How the body differs, as a unified diff from the other revision to this one; null when it is the same. */
                body: string | null;
            };
        };
        /**
         * @description An address that shows one review to whoever has it, without the address.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000009",
         *       "of": "current",
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "expiresAt": "2024-06-03T09:00:00.000Z"
         *     }
         */
        PreviewLink: {
            /** Format: uuid */
            id: string;
            /**
             * @description What it shows: the review as it stands (`current`), or its working copy (`draft`).
             * @enum {string}
             */
            of: "current" | "draft";
            createdAt: components["schemas"]["CreatedAt"];
            /**
             * Format: date-time
             * @description When it stops working.
             */
            expiresAt: string;
        };
        /**
         * @description A new preview link, with its address.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000009",
         *       "of": "current",
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "expiresAt": "2024-06-03T09:00:00.000Z",
         *       "url": "http://localhost:80/v1/previews/018fb9a3-6c00-7a52-8d4e-000000000009?token=…"
         *     }
         */
        CreatedPreviewLink: {
            /** Format: uuid */
            id: string;
            /**
             * @description What it shows: the review as it stands (`current`), or its working copy (`draft`).
             * @enum {string}
             */
            of: "current" | "draft";
            createdAt: components["schemas"]["CreatedAt"];
            /**
             * Format: date-time
             * @description When it stops working.
             */
            expiresAt: string;
            /** @description The address, shown this once: of its token only the SHA-256 is kept. */
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
            body: components["schemas"]["MarkdownBody"];
        };
        /**
         * @description What a review with this body would show of it.
         * @example {
         *       "html": "<h2 id=\"section-방법\">방법</h2>\n<p><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><mi…",
         *       "sections": [
         *         {
         *           "level": 2,
         *           "heading": "방법",
         *           "anchor": "section-방법",
         *           "kind": "method"
         *         }
         *       ],
         *       "excerpt": "$\\lambda$는 하나다.",
         *       "text": "방법\n$\\lambda$는 하나다.",
         *       "readingMinutes": 1,
         *       "cover": null,
         *       "renderWarnings": []
         *     }
         */
        Rendering: {
            html: components["schemas"]["ReviewHtml"];
            sections: components["schemas"]["Sections"];
            /** @description The beginning of the body as plain text, at most 200 graphemes; null when it has no running text. */
            excerpt: string | null;
            /** @description The body as plain text: blocks on lines of their own, formulas as they were written. */
            text: string;
            /** @description How many minutes it takes to read. */
            readingMinutes: number;
            /** @description The picture that stands for it; null without one. */
            cover: components["schemas"]["Cover"] | null;
            renderWarnings: components["schemas"]["RenderWarnings"];
        };
        /**
         * @description A paper as lists show it.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000002",
         *       "slug": "nv-embed",
         *       "title": "NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models",
         *       "acronym": "NV-Embed",
         *       "abstract": null,
         *       "venue": null,
         *       "publishedOn": "2024-05-27",
         *       "primaryClass": null,
         *       "status": "active",
         *       "identifiers": {
         *         "arxiv": "2405.17428",
         *         "doi": null,
         *         "openreview": null,
         *         "acl": null,
         *         "pmid": null,
         *         "pmcid": null,
         *         "isbn": null,
         *         "s2": null,
         *         "pmlr": null,
         *         "cvf": null,
         *         "neurips": null
         *       },
         *       "authors": [
         *         {
         *           "name": "Chankyu Lee",
         *           "orcid": null
         *         }
         *       ],
         *       "versions": [
         *         {
         *           "number": 1,
         *           "releasedOn": "2024-05-27"
         *         }
         *       ],
         *       "links": [
         *         {
         *           "kind": "model",
         *           "label": "Hugging Face model",
         *           "url": "https://huggingface.co/nvidia/NV-Embed-v1"
         *         }
         *       ],
         *       "latestVersion": {
         *         "number": 1,
         *         "releasedOn": "2024-05-27"
         *       },
         *       "reviewCount": 2,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1
         *     }
         */
        PaperSummary: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: components["schemas"]["PaperTitle"];
            acronym: components["schemas"]["Acronym"] | null;
            abstract: components["schemas"]["Abstract"] | null;
            venue: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             */
            publishedOn: string | null;
            primaryClass: components["schemas"]["PrimaryClass"] | null;
            status: components["schemas"]["PaperStatus"];
            identifiers: components["schemas"]["PaperIdentifiers"];
            /** @description The authors in printed order. */
            authors: components["schemas"]["PaperAuthor"][];
            /** @description The versions, oldest first. */
            versions: components["schemas"]["PaperVersion"][];
            /** @description The links in their order. */
            links: components["schemas"]["PaperLink"][];
            /** @description The newest version; null when none is known. */
            latestVersion: components["schemas"]["PaperVersion"] | null;
            /** @description How many published reviews. */
            reviewCount: number;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
            highlight?: components["schemas"]["Highlight"];
        };
        /**
         * @description The work that is reviewed.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000010",
         *       "slug": "orpo",
         *       "title": "ORPO: Monolithic Preference Optimization without Reference Model",
         *       "acronym": "ORPO",
         *       "abstract": null,
         *       "venue": null,
         *       "publishedOn": null,
         *       "primaryClass": null,
         *       "status": "active",
         *       "identifiers": {
         *         "arxiv": "2403.07691",
         *         "doi": null,
         *         "openreview": null,
         *         "acl": null,
         *         "pmid": null,
         *         "pmcid": null,
         *         "isbn": null,
         *         "s2": null,
         *         "pmlr": null,
         *         "cvf": null,
         *         "neurips": null
         *       },
         *       "authors": [],
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
         *       ],
         *       "latestVersion": {
         *         "number": 1,
         *         "releasedOn": "2024-03-12"
         *       },
         *       "reviewCount": 0,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1,
         *       "reviews": []
         *     }
         */
        Paper: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: components["schemas"]["PaperTitle"];
            acronym: components["schemas"]["Acronym"] | null;
            abstract: components["schemas"]["Abstract"] | null;
            venue: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             */
            publishedOn: string | null;
            primaryClass: components["schemas"]["PrimaryClass"] | null;
            status: components["schemas"]["PaperStatus"];
            identifiers: components["schemas"]["PaperIdentifiers"];
            /** @description The authors in printed order. */
            authors: components["schemas"]["PaperAuthor"][];
            /** @description The versions, oldest first. */
            versions: components["schemas"]["PaperVersion"][];
            /** @description The links in their order. */
            links: components["schemas"]["PaperLink"][];
            /** @description The newest version; null when none is known. */
            latestVersion: components["schemas"]["PaperVersion"] | null;
            /** @description How many published reviews. */
            reviewCount: number;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
            /** @description Its published reviews, newest first, at most 100. */
            reviews: components["schemas"]["ReviewOfPaper"][];
            jsonld?: components["schemas"]["EmbeddedJsonLd"];
        };
        PaperPage: {
            /** @description The papers of this page. */
            data: components["schemas"]["PaperSummary"][];
            page: components["schemas"]["Page"];
            /** @description How often each value occurs among all that match, for the facets that were asked for. */
            facets?: {
                tag?: components["schemas"]["FacetCounts"];
                year?: components["schemas"]["FacetCounts"];
                venue?: components["schemas"]["FacetCounts"];
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
            title: components["schemas"]["PaperTitle"];
            /** @description Made of the acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            acronym?: components["schemas"]["Acronym"] | null;
            abstract?: components["schemas"]["Abstract"] | null;
            venue?: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            primaryClass?: components["schemas"]["PrimaryClass"] | null;
            identifiers?: components["schemas"]["NewPaperIdentifiers"];
            /** @description The authors in printed order. */
            authors?: components["schemas"]["NewPaperAuthor"][];
            /** @description The versions; each number once. */
            versions?: components["schemas"]["SentPaperVersion"][];
            /** @description The links in their order. */
            links?: components["schemas"]["NewPaperLink"][];
        };
        /**
         * @description A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.
         * @example {
         *       "venue": "EMNLP 2024"
         *     }
         */
        PaperPatch: {
            title?: components["schemas"]["PaperTitle"];
            /** @description Made of the acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            acronym?: components["schemas"]["Acronym"] | null;
            abstract?: components["schemas"]["Abstract"] | null;
            venue?: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            primaryClass?: components["schemas"]["PrimaryClass"] | null;
            identifiers?: components["schemas"]["NewPaperIdentifiers"];
            /** @description The authors in printed order. */
            authors?: components["schemas"]["NewPaperAuthor"][];
            /** @description The versions; each number once. */
            versions?: components["schemas"]["SentPaperVersion"][];
            /** @description The links in their order. */
            links?: components["schemas"]["NewPaperLink"][];
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
            into: components["schemas"]["PaperReference"];
        };
        /**
         * @description A flat label; a review has many.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000007",
         *       "slug": "alignment",
         *       "name": "alignment",
         *       "description": null,
         *       "reviewCount": 3,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1
         *     }
         */
        Tag: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["TagName"];
            /** @description What the tag is about. */
            description: string | null;
            /** @description How many published reviews. */
            reviewCount: number;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
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
            name: components["schemas"]["TagName"];
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: components["schemas"]["Slug"];
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
            name?: components["schemas"]["TagName"];
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: components["schemas"]["Slug"];
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description?: string | null;
        };
        /**
         * @description A node of a tree; a review is in at most one.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000011",
         *       "slug": "fine-tuning",
         *       "name": "Fine-tuning",
         *       "position": 0,
         *       "description": "Adapting a model with few trainable parameters, and what that costs.",
         *       "parent": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000012",
         *         "slug": "training",
         *         "name": "Training and alignment"
         *       },
         *       "path": "paper-reviews/training/fine-tuning",
         *       "reviewCount": 2,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1
         *     }
         */
        Category: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            /** @description The name as shown. */
            name: string;
            /** @description Where it stands among the others; smaller comes first. */
            position: number;
            /** @description What the category holds. */
            description: string | null;
            /** @description The category that it is in; null at the root. */
            parent: {
                /** Format: uuid */
                id: string;
                slug: components["schemas"]["Slug"];
                /** @description The name as shown. */
                name: string;
            } | null;
            /** @description The slugs from the root, joined by `/`. */
            path: string;
            /** @description How many published reviews it and its descendants hold. */
            reviewCount: number;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
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
            slug?: components["schemas"]["Slug"];
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: components["schemas"]["CategoryReference"] | null;
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
            slug?: components["schemas"]["Slug"];
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: components["schemas"]["CategoryReference"] | null;
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
         * @description A picture that reviews show: in a body as `![alt](image:{id} "title")`, or as `cover`. The public sees it from the first published review that shows it until the last one is gone.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000013",
         *       "sha256": "880c500b3978e6289bb24cf35e2da1e9fca8c1e67b3fb7ece2ba77d880435e36",
         *       "storedSha256": "92772c057f8af0947c7122cadba6a67da623b8587694a3f724ec717697f5ed03",
         *       "mediaType": "image/png",
         *       "bytes": 265,
         *       "width": 700,
         *       "height": 10,
         *       "alt": "",
         *       "placeholder": "data:image/webp;base64,UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoQAAEABABoJaQAA3AA/vOdgAA=",
         *       "color": "#000001",
         *       "url": "/v1/images/018fb9a3-6c00-7a52-8d4e-000000000013/960.webp?expires=1780000000&signature=…",
         *       "variants": [
         *         {
         *           "width": 320,
         *           "mediaType": "image/webp",
         *           "url": "/v1/images/018fb9a3-6c00-7a52-8d4e-000000000013/320.webp?expires=1780000000&signature=…"
         *         }
         *       ],
         *       "animated": false,
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1
         *     }
         */
        Image: {
            /** Format: uuid */
            id: string;
            /** @description SHA-256 of the bytes that were sent, in hexadecimal: the same bytes are the same image. */
            sha256: string;
            /** @description SHA-256 of `original.*`, the picture as it is stored. Sent again, those bytes are the same image, too. */
            storedSha256: string | null;
            /**
             * @description Of the picture as it is stored; one that was sent as SVG is a PNG.
             * @enum {string}
             */
            mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/avif" | "image/gif";
            /** @description The size of that. */
            bytes: number;
            /** @description In pixels, turned as it is shown. */
            width: number;
            /** @description In pixels. */
            height: number;
            alt: components["schemas"]["AltText"];
            placeholder: components["schemas"]["PlaceholderUrl"];
            /** @description Its dominant colour. */
            color: string;
            /** @description The largest variant. An address of this service: absolute where `PUBLIC_URL` or a trusted proxy says what it is, else a path. Of an image that is not public it is signed for an hour, so that a browser can load it without the key. */
            url: string;
            variants: components["schemas"]["ImageVariants"];
            /** @description Whether it moves; its variants as WebP do, too. */
            animated: boolean;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
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
            alt?: components["schemas"]["AltText"];
        };
        /**
         * @example {
         *       "images": 0,
         *       "files": 0
         *     }
         */
        PrunedImages: {
            /** @description How many images were deleted. */
            images: number;
            /** @description How many files without an image, of uploads that were cut off, were removed from the storage. */
            files: number;
        };
        /**
         * @description A former address of the site, and what it leads to. The public sees it as long as it sees the target.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000014",
         *       "path": "/412",
         *       "target": {
         *         "type": "review",
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000015",
         *         "slug": "nv-embed",
         *         "url": null
         *       },
         *       "location": "/v1/reviews/nv-embed",
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "updatedAt": "2024-06-03T09:00:00.000Z",
         *       "revision": 1
         *     }
         */
        Redirect: {
            /** Format: uuid */
            id: string;
            path: components["schemas"]["SitePath"];
            target: components["schemas"]["RedirectTarget"];
            /** @description Where a visitor of the path is to be sent: the page of a review (`SITE_URL_TEMPLATE`); without that setting, and of a category, its address in this service, which is absolute where `PUBLIC_URL` is set; or the address. Null where that is the path itself, so that nobody is led in a circle. */
            location: string | null;
            createdAt: components["schemas"]["CreatedAt"];
            updatedAt: components["schemas"]["UpdatedAt"];
            revision: components["schemas"]["Revision"];
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
            /** @example /entry/about */
            path: components["schemas"]["SitePath"];
            target: components["schemas"]["SentRedirectTarget"];
        };
        /**
         * @description What is sent changes; a target is sent as a whole.
         * @example {
         *       "path": "/entry/contact"
         *     }
         */
        RedirectPatch: {
            /** @example /entry/about */
            path?: components["schemas"]["SitePath"];
            target?: components["schemas"]["SentRedirectTarget"];
        };
        /**
         * @description An API key, without its secret.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000008",
         *       "name": "test",
         *       "scopes": [
         *         "drafts:read"
         *       ],
         *       "status": "active",
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "expiresAt": null,
         *       "lastUsedAt": "2024-06-03T09:00:00.000Z",
         *       "revokedAt": null,
         *       "previousUntil": null
         *     }
         */
        Key: {
            /** Format: uuid */
            id: string;
            /** @description What the key is for. */
            name: string;
            scopes: components["schemas"]["Scopes"];
            /**
             * @description Whether it works now, by the clock of the database; `revoked` stands before `expired`.
             * @enum {string}
             */
            status: "active" | "expired" | "revoked";
            createdAt: components["schemas"]["CreatedAt"];
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null when never.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked; null while it works.
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret that it had before its last rotation works too; null when that works no more.
             */
            previousUntil: string | null;
        };
        KeyPage: {
            /** @description The keys of this page. */
            data: components["schemas"]["Key"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description An API key with its new secret.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000016",
         *       "name": "the posting script",
         *       "scopes": [
         *         "reviews:write"
         *       ],
         *       "status": "active",
         *       "createdAt": "2024-06-03T09:00:00.000Z",
         *       "expiresAt": null,
         *       "lastUsedAt": null,
         *       "revokedAt": null,
         *       "previousUntil": null,
         *       "key": "pst_…"
         *     }
         */
        CreatedKey: {
            /** Format: uuid */
            id: string;
            /** @description What the key is for. */
            name: string;
            scopes: components["schemas"]["Scopes"];
            /**
             * @description Whether it works now, by the clock of the database; `revoked` stands before `expired`.
             * @enum {string}
             */
            status: "active" | "expired" | "revoked";
            createdAt: components["schemas"]["CreatedAt"];
            /**
             * Format: date-time
             * @description When it stops working; null for never. No later than that of the key that asks, which is what a new key gets when nothing is sent.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null when never.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked; null while it works.
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret that it had before its last rotation works too; null when that works no more.
             */
            previousUntil: string | null;
            /** @description The secret, shown this once: `pst_<key id>_<random><checksum>`. Only its SHA-256 is kept. */
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
            scopes: components["schemas"]["Scopes"];
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
        /**
         * @example {
         *       "data": [
         *         {
         *           "type": "review",
         *           "id": "018fb9a3-6c00-7a52-8d4e-000000000015",
         *           "slug": "nv-embed",
         *           "name": "NV-Embed: 디코더 언어 모델을 범용 임베딩 모델로"
         *         }
         *       ]
         *     }
         */
        Suggestions: {
            /** @description At most eight, the best first. */
            data: {
                /**
                 * @description What it is.
                 * @enum {string}
                 */
                type: "paper" | "review" | "tag" | "category" | "redirect";
                /** Format: uuid */
                id: string;
                slug: components["schemas"]["Slug"];
                /** @description Its title or name. */
                name: string;
            }[];
        };
        /**
         * @description The last public change of one thing.
         * @example {
         *       "version": 3,
         *       "type": "paper",
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000002",
         *       "slug": "nv-embed",
         *       "change": "put"
         *     }
         */
        Change: {
            /** @description The public version that it came with. */
            version: number;
            /**
             * @description What changed.
             * @enum {string}
             */
            type: "paper" | "review" | "tag" | "category" | "image" | "redirect";
            /** Format: uuid */
            id: string;
            /** @description Its slug; the last one when it is gone. */
            slug: components["schemas"]["Slug"];
            /**
             * @description `put`: its public answer is new or may be another; `gone`: the public sees it no more.
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
        /**
         * @description One write: who did what, when and from where.
         * @example {
         *       "id": "018fb9a3-6c00-7a52-8d4e-000000000017",
         *       "at": "2024-06-03T09:00:00.000Z",
         *       "action": "rotate",
         *       "type": "key",
         *       "thing": {
         *         "id": "018fb9a3-6c00-7a52-8d4e-000000000016",
         *         "slug": null
         *       },
         *       "from": null,
         *       "to": null,
         *       "by": {
         *         "key": "018fb9a3-6c00-7a52-8d4e-000000000008",
         *         "name": "test"
         *       },
         *       "address": "127.0.0.1",
         *       "requestId": "018fb9a3-6c00-7a52-8d4e-000000000018"
         *     }
         */
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it was done.
             */
            at: string;
            action: components["schemas"]["AuditAction"];
            /**
             * @description What kind of thing.
             * @enum {string}
             */
            type: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
            /** @description What it was done to; it may be gone since. */
            thing: {
                /** Format: uuid */
                id: string;
                /** @description The slug that it had then; null for a key, and without `drafts:read` for what is not public. */
                slug: string | null;
            };
            /** @description The revision before; null for what was new, and for a key. */
            from: number | null;
            /** @description The revision after; null for what was deleted, and for a key. */
            to: number | null;
            by: components["schemas"]["Actor"];
            /** @description The address that the request came from; null when there was none. */
            address: string | null;
            /** @description What the log of the service calls the request. */
            requestId: string | null;
        };
        AuditPage: {
            /** @description The entries of this page. */
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["Page"];
        };
        /** @description What a paper is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs. */
        PaperItem: {
            /**
             * Format: uuid
             * @description The id of the paper that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            title?: components["schemas"]["PaperTitle"];
            /** @description Made of the acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            acronym?: components["schemas"]["Acronym"] | null;
            abstract?: components["schemas"]["Abstract"] | null;
            venue?: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             * @example 2024-05-27
             */
            publishedOn?: string | null;
            primaryClass?: components["schemas"]["PrimaryClass"] | null;
            identifiers?: components["schemas"]["NewPaperIdentifiers"];
            /** @description The authors in printed order. */
            authors?: components["schemas"]["NewPaperAuthor"][];
            /** @description The versions; each number once. */
            versions?: components["schemas"]["SentPaperVersion"][];
            /** @description The links in their order. */
            links?: components["schemas"]["NewPaperLink"][];
        };
        /** @description What a review is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs. */
        ReviewItem: {
            /**
             * Format: uuid
             * @description The id of the review that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /** @description The paper: a reference to one that is here, or what is said of it. Without a title that is the paper that the review has, or a new one with the title of the review. */
            paper?: components["schemas"]["ReviewedPaperReference"] | components["schemas"]["PaperPatch"];
            title?: components["schemas"]["SentReviewTitle"];
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            summary?: components["schemas"]["OneLineSummary"] | null;
            body?: components["schemas"]["MarkdownBody"];
            language?: components["schemas"]["Language"];
            /**
             * @description The id or slug of a category, or the slugs or names from the root to it; null for none. What is missing is created with `createMissing`.
             * @example [
             *       "Paper reviews",
             *       "Language models"
             *     ]
             */
            category?: components["schemas"]["CategoryReference"] | string[] | null;
            tags?: components["schemas"]["SentTags"];
            /** @description The number of a version of the paper; without it the one that its identifier says. */
            reviewedVersion?: components["schemas"]["VersionNumber"] | null;
            /** @example null */
            cover?: components["schemas"]["CoverId"] | null;
            status?: components["schemas"]["SentReviewStatus"];
            publishedAt?: components["schemas"]["SentPublishedAt"] | null;
            source?: components["schemas"]["ReviewSource"] | null;
            message?: components["schemas"]["ChangeMessage"];
        };
        /** @description What a tag is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs. */
        TagItem: {
            /**
             * Format: uuid
             * @description The id of the tag that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            name?: components["schemas"]["TagName"];
            /**
             * @description Made of the name when none is sent.
             * @example reward-model
             */
            slug?: components["schemas"]["Slug"];
            /**
             * @description What the tag is about.
             * @example Papers on text embeddings.
             */
            description?: string | null;
        };
        /** @description What a category is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs. */
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
            slug?: components["schemas"]["Slug"];
            /**
             * @description The id or slug of the category that it is in; none at the root.
             * @example null
             */
            parent?: components["schemas"]["CategoryReference"] | null;
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
        /** @description What a redirect is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs. */
        RedirectItem: {
            /**
             * Format: uuid
             * @description The id of the redirect that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /** @example /entry/about */
            path?: components["schemas"]["SitePath"];
            target?: components["schemas"]["SentRedirectTarget"];
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
            source?: components["schemas"]["ReviewSource"];
            slug?: components["schemas"]["Slug"];
            title?: components["schemas"]["ReviewTitle"];
            paper?: components["schemas"]["PaperReference"];
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
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["PaperItem"];
        } | {
            /** @enum {string} */
            type: "paper";
            /** @enum {string} */
            action: "delete";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedPaper"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action?: "save";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["ReviewItem"];
            /** @description By what the review is looked for, instead of by `data`: it is the one that the first of these means that means one. */
            find?: components["schemas"]["ReviewFind"][];
            create?: components["schemas"]["ReviewItem"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "delete";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedReview"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "publish";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedReviewWithAtWithMessage"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "unpublish";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedReviewWithMessage"];
        } | {
            /** @enum {string} */
            type: "review";
            /** @enum {string} */
            action: "archive";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedReviewWithMessage"];
        } | {
            /** @enum {string} */
            type: "tag";
            /** @enum {string} */
            action?: "save";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["TagItem"];
        } | {
            /** @enum {string} */
            type: "tag";
            /** @enum {string} */
            action: "delete";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedTag"];
        } | {
            /** @enum {string} */
            type: "category";
            /** @enum {string} */
            action?: "save";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["CategoryItem"];
        } | {
            /** @enum {string} */
            type: "category";
            /** @enum {string} */
            action: "delete";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedCategory"];
        } | {
            /** @enum {string} */
            type: "redirect";
            /** @enum {string} */
            action?: "save";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["RedirectItem"];
        } | {
            /** @enum {string} */
            type: "redirect";
            /** @enum {string} */
            action: "delete";
            ifMatch?: components["schemas"]["ExpectedRevision"];
            data: components["schemas"]["NamedRedirect"];
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
            /** @description Which item, counted from 0. */
            index: number;
            /** @description The status of the item: 201 created, 200 updated or as it was, 204 deleted, else that of the problem. */
            status: number;
            /** @description What kind of thing it is; null when that cannot be read. */
            type: ("paper" | "review" | "tag" | "category" | "redirect") | null;
            /** @description What became of it, or would with `dryRun`; null when it failed. */
            outcome: ("created" | "updated" | "unchanged" | "deleted") | null;
            /** @description The members that changed, or would, of what was there before. */
            changed: string[];
            /** @description Of a review, where it is in its life; null of others, and when it failed. */
            state: ("draft" | "scheduled" | "published" | "archived" | "trashed") | null;
            /**
             * Format: uuid
             * @description Its id; null when it failed, or would be new.
             */
            id: string | null;
            /** @description Its slug; null when it failed. */
            slug: components["schemas"]["Slug"] | null;
            /** @description Its revision; null when it failed. */
            revision: components["schemas"]["Revision"] | null;
            /** @description What was sent and is left out, since the key may not change that. Empty when nothing was. */
            leftOut: components["schemas"]["LeftOutMember"][];
            /** @description The `renderWarnings` of a review whose body this item wrote, or would: what of it could not be shown as it was meant. Else empty. */
            renderWarnings: components["schemas"]["RenderWarnings"];
            /** @description Why it failed, with pointers into the item; null when it did not. */
            problem: components["schemas"]["Problem"] | null;
        };
        /**
         * @description What became of the items.
         * @example {
         *       "data": [
         *         {
         *           "index": 0,
         *           "status": 201,
         *           "type": "review",
         *           "outcome": "created",
         *           "changed": [],
         *           "state": "draft",
         *           "id": "018fb9a3-6c00-7a52-8d4e-000000000019",
         *           "slug": "kto",
         *           "revision": 1,
         *           "leftOut": [],
         *           "renderWarnings": [],
         *           "problem": null
         *         }
         *       ],
         *       "created": 1,
         *       "updated": 0,
         *       "unchanged": 0,
         *       "deleted": 0,
         *       "failed": 0,
         *       "dryRun": false
         *     }
         */
        BatchReport: {
            /** @description A result for each item, in their order. */
            data: components["schemas"]["BatchResult"][];
            /** @description How many were created. */
            created: number;
            /** @description How many were updated. */
            updated: number;
            /** @description How many were there already, as they were sent. */
            unchanged: number;
            /** @description How many were deleted. */
            deleted: number;
            /** @description How many failed. */
            failed: number;
            /** @description Whether nothing was written. */
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
        /**
         * @description The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.
         * @example nv-embed
         */
        Slug: string;
        /**
         * @description The title of the review.
         * @example NV-Embed: 범용 임베딩 모델로서의 LLM
         */
        ReviewTitle: string;
        /**
         * @description The review in one line.
         * @example LLM을 임베딩 모델로 바꾸는 latent attention pooling.
         */
        OneLineSummary: string;
        /**
         * @description A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.
         * @example ko
         */
        Language: string;
        /**
         * @description Where it is in its life: the public sees published reviews only.
         * @enum {string}
         */
        ReviewStatus: "draft" | "scheduled" | "published" | "archived" | "trashed";
        /**
         * Format: date-time
         * @description When it was last changed.
         */
        UpdatedAt: string;
        /** @description Grows by one with every change of the thing. The first part of its ETag. */
        Revision: number;
        /**
         * @description What it shows, for those who do not see it, on one line; empty for none.
         * @example The training loss.
         */
        AltText: string;
        /** @description A tiny picture as a `data:` URL, to be shown blurred until the image is there. */
        PlaceholderUrl: string;
        ImageVariant: {
            /** @description In pixels. */
            width: number;
            mediaType: string;
            /** @description With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG. */
            url: string;
        };
        /** @description The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`. */
        ImageVariants: components["schemas"]["ImageVariant"][];
        Cover: {
            /**
             * Format: uuid
             * @description The id of the image; null of a picture elsewhere.
             */
            id: string | null;
            /** @description Whether it was set as `cover`; else it is the first figure of the body. */
            isChosen: boolean;
            /** @description The largest variant of the image, or the absolute address of the picture elsewhere. */
            url: string;
            /** @description In pixels, turned as it is shown. */
            width: number | null;
            /** @description In pixels. */
            height: number | null;
            alt: components["schemas"]["AltText"];
            placeholder: components["schemas"]["PlaceholderUrl"] | null;
            /** @description Its dominant colour. */
            color: string | null;
            variants: components["schemas"]["ImageVariants"];
        };
        /**
         * @description Which version of the paper the review read.
         * @example 1
         */
        VersionNumber: number;
        ReviewedVersion: {
            number: components["schemas"]["VersionNumber"];
            /**
             * Format: date
             * @description A day, `YYYY-MM-DD`.
             */
            releasedOn: string | null;
        };
        /**
         * @description Whether the paper still stands.
         * @enum {string}
         */
        PaperStatus: "active" | "withdrawn" | "retracted";
        /**
         * @description Where it was published.
         * @example ICLR 2025
         */
        Venue: string;
        /**
         * @description The DOI; any usual spelling or address is taken and answered in lower case.
         * @example 10.1145/3292500.3330701
         */
        Doi: string;
        /**
         * @description The arXiv identifier; any usual spelling or address is taken. A version in it becomes one of the paper.
         * @example 2405.17428
         */
        ArxivId: string;
        /**
         * @description The id of the OpenReview forum; its address is taken too.
         * @example lgsyLSsDRe
         */
        OpenReviewId: string;
        /** @description The identifiers of the paper, every scheme always there. */
        PaperIdentifiers: {
            arxiv: components["schemas"]["ArxivId"] | null;
            doi: components["schemas"]["Doi"] | null;
            openreview: components["schemas"]["OpenReviewId"] | null;
            /** @description As in `N19-1423`. */
            acl: string | null;
            /** @description Of PubMed. */
            pmid: string | null;
            /** @description Of PubMed Central. */
            pmcid: string | null;
            /** @description In 13 digits. */
            isbn: string | null;
            /** @description Of Semantic Scholar. */
            s2: string | null;
            /** @description As in `v97/tan19a`. */
            pmlr: string | null;
            /** @description As in its address. */
            cvf: string | null;
            /** @description As in its address. */
            neurips: string | null;
        };
        PaperAuthor: {
            /** @description The name as printed. */
            name: string;
            /** @description The ORCID iD, with a right check digit. */
            orcid: string | null;
        };
        /**
         * @description What the link leads to.
         * @example arxiv
         * @enum {string}
         */
        LinkKind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
        PaperLink: {
            kind: components["schemas"]["LinkKind"];
            /** @description The words of the link. */
            label: string;
            /**
             * Format: uri
             * @description An absolute http or https address; null when it is not known.
             */
            url: string | null;
        };
        /** @description The paper that it is about, with what a page of the review shows of it. */
        ReviewedPaperInFull: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: string;
            acronym: string | null;
            /** @description Its arXiv identifier. */
            arxiv: string | null;
            status: components["schemas"]["PaperStatus"];
            venue: components["schemas"]["Venue"] | null;
            /**
             * Format: date
             * @description The day it was first published.
             */
            publishedOn: string | null;
            doi: components["schemas"]["Doi"] | null;
            identifiers: components["schemas"]["PaperIdentifiers"];
            /** @description The authors in printed order. */
            authors: components["schemas"]["PaperAuthor"][];
            /** @description The links in their order. */
            links: components["schemas"]["PaperLink"][];
        };
        CategoryOfReview: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description The slugs from the root, joined by `/`. */
            path: string;
        };
        TagOfReview: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
        };
        /**
         * @description The review itself, in Markdown; at most 1 MiB. Kept exactly as sent, but for Unicode normalisation (NFC).
         * @example ## Method
         *
         *     A latent attention layer pools the tokens.
         */
        MarkdownBody: string;
        /** @description The body as HTML, safe to be put into a page as it is: formulas are MathML, which needs no style sheet; links out have a `rel`; no script, style or handler of anybody is in it, and every `id` begins with `section-`, `fn-`, `fnref-` or `footnote-`, so that it takes no name of the page. Of HTML in the body the tags of an allow-list stay. What only looks like a tag is shown as text: a name that HTML does not have (`List<String>`, `<think>`), a word in it that is no attribute (`a <b and c> d`), a start tag that nothing closes. Read and written again, by whatever browser, it stays the same. At most 2 MiB. */
        ReviewHtml: string;
        Section: {
            /** @description Of the heading. */
            level: number;
            /** @description The text of the heading, at most 500 characters; formulas between dollars. */
            heading: string;
            /** @description The `id` of the heading in `html`. */
            anchor: string;
            /**
             * @description What the heading announces by the word that it contains, in English, Korean, Chinese or Japanese (`Method`, `방법`, `方法`, `手法`); `other` when by none.
             * @enum {string}
             */
            kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
        };
        /** @description The headings of the body, in order. */
        Sections: components["schemas"]["Section"][];
        RenderWarning: {
            /** @description The line of the body, from 1; null when it is about the whole. */
            line: number | null;
            /** @description What stands there, its first 200 characters. */
            source: string | null;
            /** @description What is wrong with it. */
            detail: string;
        };
        /** @description What of the body could not be shown as it was meant: a formula that cannot be read, whose source stands in its place; an element that is not allowed (a script, a form; a frame or a video, which is a link); a relative address of an image; the address of a link or an image that is neither `http`, `https`, `mailto` nor relative (`data:`); a tag that is shown as text since nothing closes it; a footnote that nothing refers to; a link within the text that leads nowhere. By line, the first 20. */
        RenderWarnings: components["schemas"]["RenderWarning"][];
        /**
         * @description Where it was imported from; unique, so that an import repeated finds what it made. Shown to keys only: null without one, and in previews.
         * @example https://blog.example.org/posts/nv-embed
         */
        ReviewSource: string;
        /**
         * Format: date-time
         * @description When it was created.
         */
        CreatedAt: string;
        NeighbouringReview: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: string;
        };
        /** @description JSON-LD in the words of schema.org, to be put as it is into a script element of the type `application/ld+json`. There only when `include=jsonld` asked for it. */
        EmbeddedJsonLd: string;
        /** @description The body as plain text: blocks on lines of their own, formulas as they were written. Only when `include=text` asks for it. */
        ReviewText: string;
        LeftOutMember: {
            /** @description Where in the body of the request (RFC 6901). */
            pointer: string;
            /** @description Why it is left out. */
            detail: string;
        };
        /** @description Where the words of `q` were found, in `<mark>`; all else is escaped. There only when `highlight=true` asked for it. */
        Highlight: {
            /** @description The title, as HTML. */
            title: string;
            /** @description The part of the text around the best hits, as HTML; null without a text. */
            snippet: string | null;
        };
        /** @description The values, most frequent first, at most 100. */
        FacetCounts: components["schemas"]["FacetCount"][];
        /**
         * @description An id, a slug, or an identifier in any usual spelling; the version of `arxiv:2405.17428v2` is the one that was read.
         * @example arxiv:2405.17428
         */
        ReviewedPaperReference: string;
        /** @description The paper: a reference to one that is here, or an object with at least a title. The object is connected to the paper that has one of its identifiers, which gets the identifiers, versions and links that it lacks, or becomes a new paper. (A public paper gets them by publishing, or from a key with `papers:write`; else the answer names them in `leftOut`.) */
        PaperOrReference: components["schemas"]["ReviewedPaperReference"] | components["schemas"]["NewPaper"];
        /**
         * @description The title of the review; that of the paper when none is sent.
         * @example NV-Embed: 범용 임베딩 모델로서의 LLM
         */
        SentReviewTitle: string;
        /**
         * @description The id or slug of a category, which must exist.
         * @example 논문-리뷰
         */
        CategoryReference: string;
        /**
         * @description The label as shown. Names that fold alike (NFKC, lower case) are one tag.
         * @example embedding
         */
        TagName: string;
        /**
         * @description The names of its tags; those that there are not are created, names that fold alike count once.
         * @example [
         *       "embedding",
         *       "LLM"
         *     ]
         */
        SentTags: components["schemas"]["TagName"][];
        /**
         * Format: uuid
         * @description The image that stands for it; null for the first figure of its body.
         */
        CoverId: string;
        /**
         * @description `published` needs the scope `reviews:publish`. A new review is a draft when nothing is sent; PUT and PATCH leave it as it is.
         * @example published
         * @enum {string}
         */
        SentReviewStatus: "draft" | "published" | "archived";
        /**
         * Format: date-time
         * @description When it was published, not in the future; the time of the first publishing when none is sent.
         * @example 2024-06-03T09:00:00.000Z
         */
        SentPublishedAt: string;
        /**
         * @description What the change is for: kept in the history of the review, and shown nowhere else.
         * @example Second reading.
         */
        ChangeMessage: string;
        /**
         * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
         * @example arxiv:2405.17428
         */
        PaperReference: string;
        /**
         * @description What was done.
         * @enum {string}
         */
        AuditAction: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
        /** @description Who did it. */
        Actor: {
            /**
             * Format: uuid
             * @description The id of the key; null for the operator and for what happened by itself.
             */
            key: string | null;
            /** @description The name that the key had, `the operator`, or `the schedule`. */
            name: string;
        };
        /**
         * @description The title as printed.
         * @example NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models
         */
        PaperTitle: string;
        /**
         * @description The short name of the method or model.
         * @example NV-Embed
         */
        Acronym: string;
        /**
         * @description The abstract, plain text or Markdown.
         * @example We train decoder-only models to embed text.
         */
        Abstract: string;
        /**
         * @description The primary class of the paper at arXiv, for its citation.
         * @example cs.CL
         */
        PrimaryClass: string;
        PaperVersion: {
            /** @description The number of the version, as in arXiv v1. */
            number: number;
            /**
             * Format: date
             * @description The day it came out.
             */
            releasedOn: string | null;
        };
        ReviewOfPaper: {
            /** Format: uuid */
            id: string;
            slug: components["schemas"]["Slug"];
            title: string;
            summary: string | null;
            language: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description The number of the version that it read. */
            reviewedVersion: number | null;
        };
        NewPaperIdentifiers: {
            arxiv?: components["schemas"]["ArxivId"] | null;
            doi?: components["schemas"]["Doi"] | null;
            openreview?: components["schemas"]["OpenReviewId"] | null;
            /** @description As in `N19-1423`. */
            acl?: string | null;
            /** @description Of PubMed. */
            pmid?: string | null;
            /** @description Of PubMed Central. */
            pmcid?: string | null;
            /** @description In 13 digits. */
            isbn?: string | null;
            /** @description Of Semantic Scholar. */
            s2?: string | null;
            /** @description As in `v97/tan19a`. */
            pmlr?: string | null;
            /** @description As in its address. */
            cvf?: string | null;
            /** @description As in its address. */
            neurips?: string | null;
        };
        NewPaperAuthor: {
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
        };
        SentPaperVersion: {
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
        NewPaperLink: {
            kind: components["schemas"]["LinkKind"];
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
        };
        /**
         * @description A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.
         * @example /412
         */
        SitePath: string;
        /** @description What it leads to, wherever that is now. */
        RedirectTarget: {
            /**
             * @description What it leads to.
             * @enum {string}
             */
            type: "review" | "category" | "address";
            /**
             * Format: uuid
             * @description The id of the review or category; null of an address.
             */
            id: string | null;
            /** @description Its present slug; null of an address. */
            slug: components["schemas"]["Slug"] | null;
            /**
             * Format: uri
             * @description The address; null of a review or category.
             */
            url: string | null;
        };
        /**
         * @description What it leads to: a review or category by its `id` or `slug`, or an address by its `url`. Sent as a whole; what was read can be sent.
         * @example {
         *       "type": "address",
         *       "url": "https://example.org/about"
         *     }
         */
        SentRedirectTarget: {
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
            slug?: components["schemas"]["Slug"] | null;
            /**
             * Format: uri
             * @description The address, of the type `address`.
             * @example https://example.org/about
             */
            url?: string | null;
        };
        /**
         * @description What the key may do. A key can give only scopes that it has itself.
         * @example [
         *       "reviews:write",
         *       "reviews:publish"
         *     ]
         */
        Scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
        /**
         * @description The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.
         * @example 1
         */
        ExpectedRevision: string | number;
        NamedPaper: {
            /**
             * Format: uuid
             * @description The id of the paper that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            identifiers?: components["schemas"]["NewPaperIdentifiers"];
            /** @description Made of the acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
        };
        NamedReview: {
            /**
             * Format: uuid
             * @description The id of the review that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            source?: components["schemas"]["ReviewSource"] | null;
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
        };
        NamedReviewWithAtWithMessage: {
            /**
             * Format: uuid
             * @description The id of the review that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            source?: components["schemas"]["ReviewSource"] | null;
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            /**
             * Format: date-time
             * @description When to publish it, in the future; now when it is left out.
             * @example 2099-06-03T09:00:00.000Z
             */
            at?: string;
            message?: components["schemas"]["ChangeMessage"];
        };
        NamedReviewWithMessage: {
            /**
             * Format: uuid
             * @description The id of the review that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            source?: components["schemas"]["ReviewSource"] | null;
            /** @description Made of the paper's acronym or the title when none is sent. */
            slug?: components["schemas"]["Slug"];
            message?: components["schemas"]["ChangeMessage"];
        };
        NamedTag: {
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
            slug?: components["schemas"]["Slug"];
            name?: components["schemas"]["TagName"];
        };
        NamedCategory: {
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
            slug?: components["schemas"]["Slug"];
            /**
             * @description The name as shown.
             * @example 논문 리뷰
             */
            name?: string;
        };
        NamedRedirect: {
            /**
             * Format: uuid
             * @description The id of the redirect that is changed; without it, none has to be there.
             * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
             */
            id?: string;
            /** @example /entry/about */
            path?: components["schemas"]["SitePath"];
        };
        JsonLd: {
            /** @example https://schema.org */
            "@context": string;
            /** @description What it is, in the words of schema.org. */
            "@type": string;
        } & {
            [key: string]: unknown;
        };
        CslItem: {
            /** @example nv-embed */
            id: string;
            /** @enum {string} */
            type: "article" | "article-journal" | "paper-conference" | "review";
            title: string;
            author?: {
                [key: string]: unknown;
            }[];
        };
        /**
         * @description What a kind of problem means, and what to do.
         * @example {
         *       "type": "/problems/malformed-request",
         *       "title": "The request is malformed",
         *       "status": 400,
         *       "code": "malformed-request",
         *       "cause": "The request could not be read: broken JSON, a duplicate key, text that is not UTF-8, a header sent t…",
         *       "remedy": "`detail` says what and where; send it as JSON in UTF-8, written by a JSON library.",
         *       "example": {
         *         "request": "GET /v1/reviews?q=%",
         *         "detail": "The query string is not percent-encoded UTF-8, or holds NUL."
         *       }
         *     }
         */
        ProblemType: {
            type: string;
            /** @description What kind of problem it is. */
            title: string;
            /** @description The HTTP status that comes with it. */
            status: number;
            /** @description Its name, which does not change. */
            code: string;
            /** @description What it means. */
            cause: string;
            /** @description What to do. */
            remedy: string;
            /** @description A request that gets it. */
            example: {
                /** @description The request, in short. */
                request: string;
                /** @description What its answer says. */
                detail: string;
            };
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
                /** @description The current ETag of the thing, where the caller may read it: for `If-Match`. */
                ETag?: string;
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
        Internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. */
        Unavailable: {
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
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The service is busy or its database is away. `read-only`: The database takes no writes. `outcome-unknown`: Whether the request was carried out is not known. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for. */
        OKReview: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        /** @description It was renamed: `Location` has its present address. */
        PermanentRedirect: {
            headers: {
                /** @description The present address. */
                Location?: string;
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
        UriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-body`: The body is not valid. */
        InvalidBody: {
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
                /** @description The current ETag of the thing, where the caller may read it: for `If-Match`. */
                ETag?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is gone. */
        NoContent: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `request-in-progress`: The request is still being carried out. */
        RequestInProgress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for. */
        OKReviewIdempotencyReplayed: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Review"];
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
        /** @description What was asked for. */
        OKReviewDraft: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ReviewDraft"];
            };
        };
        /** @description `conflict`: The request conflicts with what is there. */
        Conflict: {
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
        /** @description What was asked for. */
        OKPaper: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Paper"];
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
        InUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for. */
        OKPaperIdempotencyReplayed: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Paper"];
            };
        };
        /** @description `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The citation. */
        OKCslItem: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/vnd.citationstyles.csl+json": components["schemas"]["CslItem"][];
            };
        };
        /** @description As `application/x-bibtex`. */
        OK: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/x-bibtex": string;
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
        /** @description What was asked for. */
        OKTag: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Tag"];
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
        /** @description What was asked for. */
        OKCategory: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Category"];
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
        /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
        Id: string[];
        /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
        SlugParameter: string[];
        /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
        TagParameter: string[];
        /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
        TagAll: string[];
        /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
        TagNot: string[];
        /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
        CategoryParameter: string[];
        /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
        PaperParameter: string;
        /** @description Reviews of the paper with this arXiv identifier. */
        Arxiv: string;
        /** @description Reviews of the paper with this DOI. */
        DoiParameter: string;
        /** @description The name of an author of the paper as printed, in any case. */
        Author: string;
        /** @description Where the paper was published, in any case. */
        VenueParameter: string;
        /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
        Link: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
        /** @description Whether the paper has a newer version than the one reviewed. */
        Outdated: boolean;
        /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
        SectionParameter: ("abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other")[];
        /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
        LanguageParameter: string[];
        /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
        Status: ("draft" | "scheduled" | "published" | "archived" | "trashed")[];
        /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
        Source: string[];
        /** @description Reviews published in this year (UTC). */
        Year: number;
        /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
        PublishedAtGte: string;
        /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
        PublishedAtLt: string;
        /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
        UpdatedAtGte: string;
        /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
        Sort: "-publishedAt" | "publishedAt" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
        /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
        Limit: number;
        /** @description The page after this cursor: `page.next` of the page before it. */
        After: string;
        /** @description The page before this cursor: `page.previous` of the page after it. */
        Before: string;
        /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
        PageParameter: number;
        /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
        HighlightParameter: boolean;
        /** @description Whether to count all that match, for `page.total`. */
        Total: boolean;
        /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
        IfNoneMatch: string;
        /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
        IdempotencyKey: string;
        /**
         * @description The id or slug of the review.
         * @example my-first-note
         */
        ReplaceReviewReview: string;
        /**
         * @description The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.
         * @example *
         */
        ReplaceReviewIfMatch: string;
        /** @description `*` to create only: 412 when something is there. */
        ReplaceReviewIfNoneMatch: string;
        /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
        IfUnmodifiedSince: string;
        /**
         * @description The ETag of the thing as it was read, or `*` for whatever it is now.
         * @example *
         */
        IfMatch: string;
        /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
        Fields: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "renderWarnings" | "source" | "createdAt" | "deletedAt" | "previous" | "next" | "text" | "jsonld")[];
        /** @description Adds members that are heavy. */
        Include: ("body" | "html" | "sections" | "text" | "jsonld")[];
        /**
         * @description The id or slug of the review.
         * @example nv-embed
         */
        ReviewParameter: string;
        /**
         * @description The id or slug of the review.
         * @example dpo
         */
        PublishReviewReview: string;
        /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
        PublishReviewIfMatch: string;
        /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
        ListReviewRevisionsLimit: number;
        /**
         * @description The number of the revision.
         * @example 1
         */
        RevisionParameter: number;
        /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
        ListPapersId: string[];
        /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
        ListPapersSlug: string[];
        /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
        ListPapersTag: string[];
        /** @description Papers first published in this year. */
        ListPapersYear: number;
        /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
        ListPapersLink: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
        /** @description Papers in any of these states. Repeated, or separated by commas. */
        ListPapersStatus: ("active" | "withdrawn" | "retracted")[];
        /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
        ListPapersSort: "-publishedOn" | "publishedOn" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
        /**
         * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
         * @example arxiv:2405.17428
         */
        GetPaperPaper: string;
        /**
         * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
         * @example orpo-workshop-paper
         */
        ReplacePaperPaper: string;
        /**
         * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
         * @example arxiv:2403.07691
         */
        PatchPaperPaper: string;
        /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
        ListTagsFields: ("id" | "slug" | "name" | "description" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id or slug of the tag.
         * @example reward-model
         */
        ReplaceTagTag: string;
        /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
        ListCategoriesFields: ("id" | "slug" | "name" | "position" | "description" | "parent" | "path" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id or slug of the category.
         * @example preference-optimization
         */
        ReplaceCategoryCategory: string;
        /**
         * @description The id of the image.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        ImageParameter: string;
        /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
        ListImagesFields: ("id" | "sha256" | "storedSha256" | "mediaType" | "bytes" | "width" | "height" | "alt" | "placeholder" | "color" | "url" | "variants" | "animated" | "createdAt" | "updatedAt" | "revision")[];
        /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
        ListRedirectsFields: ("id" | "path" | "target" | "location" | "createdAt" | "updatedAt" | "revision")[];
        /**
         * @description The id of the redirect.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        RedirectParameter: string;
        /**
         * @description The id of the key.
         * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
         */
        KeyParameter: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this state of the answer; for `If-None-Match`, and for `If-Match` when it is one thing. */
        ETag: string;
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
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
                highlight?: components["parameters"]["HighlightParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Counts all that match by these, whatever the page: within the whole current filter, what it asks of the same property included. Up to 100 values of each, the most frequent first. */
                facets?: ("tag" | "category" | "year" | "language" | "venue")[];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "text")[];
                /** @description Adds members that are heavy. `venue`, `authors`, `links` are of the paper, and added to it. */
                include?: ("body" | "html" | "sections" | "text" | "venue" | "authors" | "links")[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenIdentifierConflictConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReviewsAsJsonLd: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["JsonLd"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["Fields"];
                /** @description Adds members that are heavy. */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
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
                    "application/json": components["schemas"]["Review"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceReview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ReplaceReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReplaceReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example my-first-note
                 */
                review: components["parameters"]["ReplaceReviewReview"];
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
            200: components["responses"]["OKReview"];
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example my-first-note
                 */
                review: components["parameters"]["ReplaceReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example my-first-note
                 */
                review: components["parameters"]["ReplaceReviewReview"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewPatch"];
            };
        };
        responses: {
            200: components["responses"]["OKReview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
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
                    "application/json": components["schemas"]["RelatedReviews"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewAsJson: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["Fields"];
                /** @description Adds members that are heavy. */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
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
                    "application/json": components["schemas"]["Review"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewAsJsonLd: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["JsonLd"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewAsMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/markdown`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewAsHtml: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/html`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewAsText: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/plain`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            409: components["responses"]["RequestInProgress"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publishReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example dpo
                 */
                review: components["parameters"]["PublishReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishReview"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressSlugTakenIdentifierConflictConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                 * @example dpo
                 */
                review: components["parameters"]["PublishReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    restoreReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example my-first-note
                 */
                review: components["parameters"]["ReplaceReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressSlugTaken"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                 * @example my-first-note
                 */
                review: components["parameters"]["ReplaceReviewReview"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKReviewDraft"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReviewDraft"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewDraft"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDraftPatch"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewDraft"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReviewRevisions: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-revision`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-revision" | "revision";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: ("revision" | "at" | "action" | "message" | "by" | "title" | "status")[];
            };
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                review: components["parameters"]["ReviewParameter"];
                /**
                 * @description The number of the revision.
                 * @example 1
                 */
                revision: components["parameters"]["RevisionParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreReviewRevision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
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
                review: components["parameters"]["ReviewParameter"];
                /**
                 * @description The number of the revision.
                 * @example 1
                 */
                revision: components["parameters"]["RevisionParameter"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewAction"];
            };
        };
        responses: {
            200: components["responses"]["OKReviewIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPreviewLinks: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-expiresAt" | "expiresAt";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: ("id" | "of" | "createdAt" | "expiresAt")[];
            };
            header?: never;
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                review: components["parameters"]["ReviewParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                review: components["parameters"]["ReviewParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPapers: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["ListPapersId"];
                /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["ListPapersSlug"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["ListPapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["ListPapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["ListPapersLink"];
                /** @description Papers in any of these states. Repeated, or separated by commas. */
                status?: components["parameters"]["ListPapersStatus"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ListPapersSort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page. */
                highlight?: components["parameters"]["HighlightParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Counts all that match by these, whatever the page: within the whole current filter, what it asks of the same property included. Up to 100 values of each, the most frequent first. */
                facets?: ("tag" | "year" | "venue")[];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPapersAsJsonLd: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["ListPapersId"];
                /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["ListPapersSlug"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["ListPapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["ListPapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["ListPapersLink"];
                /** @description Papers in any of these states. Repeated, or separated by commas. */
                status?: components["parameters"]["ListPapersStatus"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ListPapersSort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["JsonLd"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPaper: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision" | "reviews" | "jsonld")[];
                /** @description Adds members that are heavy. */
                include?: "jsonld"[];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
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
                    "application/json": components["schemas"]["Paper"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replacePaper: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ReplaceReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReplaceReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example orpo-workshop-paper
                 */
                paper: components["parameters"]["ReplacePaperPaper"];
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
            200: components["responses"]["OKPaper"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example orpo-workshop-paper
                 */
                paper: components["parameters"]["ReplacePaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2403.07691
                 */
                paper: components["parameters"]["PatchPaperPaper"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperPatch"];
            };
        };
        responses: {
            200: components["responses"]["OKPaper"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenIdentifierConflictInUse"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPaperAsJsonLd: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/ld+json`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["JsonLd"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addPaperVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2403.07691
                 */
                paper: components["parameters"]["PatchPaperPaper"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPaperVersion"];
            };
        };
        responses: {
            200: components["responses"]["OKPaperIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    mergePaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
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
            200: components["responses"]["OKPaperIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdrawPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2403.07691
                 */
                paper: components["parameters"]["PatchPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKPaperIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retractPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2403.07691
                 */
                paper: components["parameters"]["PatchPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKPaperIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reinstatePaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the thing as it was read, or `*` for whatever it is now. */
                "If-Match"?: components["parameters"]["PublishReviewIfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /** @description Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2403.07691
                 */
                paper: components["parameters"]["PatchPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKPaperIdempotencyReplayed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictRequestInProgressConflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    citeReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKCslItem"];
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewAsBibtex: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OK"];
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewAsRis: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/x-research-info-systems`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewAsApa: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or slug of the review.
                 * @example nv-embed
                 */
                review: components["parameters"]["ReviewParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/plain`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewsInBibtex: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewsInRis: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeReviewsInCslJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItem"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OKCslItem"];
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePaperAsBibtex: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OK"];
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePaperAsRis: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `application/x-research-info-systems`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePaperAsApa: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.
                 * @example arxiv:2405.17428
                 */
                paper: components["parameters"]["GetPaperPaper"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `text/plain`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePapersInBibtex: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["ListPapersId"];
                /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["ListPapersSlug"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["ListPapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["ListPapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["ListPapersLink"];
                /** @description Papers in any of these states. Repeated, or separated by commas. */
                status?: components["parameters"]["ListPapersStatus"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ListPapersSort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePapersInRis: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["ListPapersId"];
                /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["ListPapersSlug"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["ListPapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["ListPapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["ListPapersLink"];
                /** @description Papers in any of these states. Repeated, or separated by commas. */
                status?: components["parameters"]["ListPapersStatus"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ListPapersSort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    citePapersInCslJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The papers with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["ListPapersId"];
                /** @description The papers with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["ListPapersSlug"];
                /** @description Slugs or ids of tags: papers whose published reviews have any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["ListPapersTag"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Papers first published in this year. */
                year?: components["parameters"]["ListPapersYear"];
                /** @description Kinds of links: papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["ListPapersLink"];
                /** @description Papers in any of these states. Repeated, or separated by commas. */
                status?: components["parameters"]["ListPapersStatus"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedOn`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["ListPapersSort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItem"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description The tags with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: string[];
                /** @description The tags with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: string[];
                /** @description The order; `-` in front for descending. Without it `name`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-name" | "name" | "-reviewCount" | "reviewCount";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListTagsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTag: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListTagsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ReplaceReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReplaceReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["ReplaceTagTag"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            200: components["responses"]["OKTag"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["ReplaceTagTag"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the tag.
                 * @example reward-model
                 */
                tag: components["parameters"]["ReplaceTagTag"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            200: components["responses"]["OKTag"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description The categories with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: string[];
                /** @description The categories with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: string[];
                /** @description The order; `-` in front for descending. Without it `position`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-position" | "position" | "-name" | "name";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListCategoriesFields"];
                /** @description Whether to answer the whole tree: no other parameter goes with it. */
                tree?: boolean;
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCategory: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListCategoriesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ReplaceReviewIfMatch"];
                /** @description `*` to create only: 412 when something is there. */
                "If-None-Match"?: components["parameters"]["ReplaceReviewIfNoneMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["ReplaceCategoryCategory"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            200: components["responses"]["OKCategory"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["ReplaceCategoryCategory"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id or slug of the category.
                 * @example preference-optimization
                 */
                category: components["parameters"]["ReplaceCategoryCategory"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryPatch"];
            };
        };
        responses: {
            200: components["responses"]["OKCategory"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictSlugTakenConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["ImageParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailableStorageUnavailable"];
        };
    };
    listImages: {
        parameters: {
            query?: {
                /** @description `true`: those that no review and no working copy shows; `false`: the others. */
                unused?: boolean;
                /** @description SHA-256 of the bytes that were sent or are stored: which of up to 64 files are here already. Repeated, or separated by commas. */
                sha256?: string[];
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-bytes" | "bytes";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListImagesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                    alt?: components["schemas"]["AltText"];
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
            500: components["responses"]["Internal"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getImage: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListImagesFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["ImageParameter"];
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
                    "application/json": components["schemas"]["Image"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["ImageParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the image.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                image: components["parameters"]["ImageParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListRedirectsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRedirect: {
        parameters: {
            query?: {
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
                fields?: components["parameters"]["ListRedirectsFields"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["RedirectParameter"];
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
                    "application/json": components["schemas"]["Redirect"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["RedirectParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored. */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
            };
            path: {
                /**
                 * @description The id of the redirect.
                 * @example 018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10
                 */
                redirect: components["parameters"]["RedirectParameter"];
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
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description The order; `-` in front for descending. Without it `-createdAt`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-createdAt" | "createdAt" | "-name" | "name";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                key: components["parameters"]["KeyParameter"];
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
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                key: components["parameters"]["KeyParameter"];
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                key: components["parameters"]["KeyParameter"];
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportReviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                /** @description Not before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `at.gte`. */
                "at[gte]"?: string;
                /** @description Before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `at.lt`. */
                "at[lt]"?: string;
                /** @description The order; `-` in front for descending. Without it `-at`. Things without the value count as the smallest, ties are broken by id. */
                sort?: "-at" | "at";
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["ListReviewRevisionsLimit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
                /** @description Whether to count all that match, for `page.total`. */
                total?: components["parameters"]["Total"];
                /** @description Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those. */
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                /** @example {"type":"review","data":{"paper":{"title":"KTO: Model Alignment as Prospect Theoretic Optimization","identifiers":{"arxiv":"2402.01306"}},"title":"KTO, read closely","slug":"kto","body":"## Method\n\nLosses hurt more than gains please.\n","language":"en","source":"notes/kto.md"}} */
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
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailable"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            500: components["responses"]["Internal"];
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
                /** @example {"postil":"archive","format":1} */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["ServiceUnavailableReadOnlyOutcomeUnknownStorageUnavailable"];
        };
    };
    getFeedInAtom: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFeedInRss: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFeedInJson: {
        parameters: {
            query?: {
                /** @description Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one). */
                q?: components["parameters"]["Q"];
                /** @description The reviews with these ids, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                id?: components["parameters"]["Id"];
                /** @description The reviews with these slugs, up to 100. Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out. Repeated, or separated by commas. */
                slug?: components["parameters"]["SlugParameter"];
                /** @description Slugs or ids of tags: reviews with any of them. Repeated, or separated by commas. */
                tag?: components["parameters"]["TagParameter"];
                /** @description Slugs or ids of tags: reviews with all of them. Repeated, or separated by commas. Also spelt `tag.all`. */
                "tag[all]"?: components["parameters"]["TagAll"];
                /** @description Slugs or ids of tags: reviews with none of them. Repeated, or separated by commas. Also spelt `tag.not`. */
                "tag[not]"?: components["parameters"]["TagNot"];
                /** @description Slugs or ids of categories: reviews in any of them or their descendants. Repeated, or separated by commas. */
                category?: components["parameters"]["CategoryParameter"];
                /** @description An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`. */
                paper?: components["parameters"]["PaperParameter"];
                /** @description Reviews of the paper with this arXiv identifier. */
                arxiv?: components["parameters"]["Arxiv"];
                /** @description Reviews of the paper with this DOI. */
                doi?: components["parameters"]["DoiParameter"];
                /** @description The name of an author of the paper as printed, in any case. */
                author?: components["parameters"]["Author"];
                /** @description Where the paper was published, in any case. */
                venue?: components["parameters"]["VenueParameter"];
                /** @description Kinds of links: reviews of papers that have one of them, such as `code`. Repeated, or separated by commas. */
                link?: components["parameters"]["Link"];
                /** @description Whether the paper has a newer version than the one reviewed. */
                outdated?: components["parameters"]["Outdated"];
                /** @description Kinds of sections, as their headings announce them: reviews that have one of them. Repeated, or separated by commas. */
                section?: components["parameters"]["SectionParameter"];
                /** @description Language tags: reviews in any of them. Repeated, or separated by commas. */
                language?: components["parameters"]["LanguageParameter"];
                /** @description Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for. Repeated, or separated by commas. */
                status?: components["parameters"]["Status"];
                /** @description The reviews that were imported from any of these places; none without a key, which is not shown where they came from. */
                source?: components["parameters"]["Source"];
                /** @description Reviews published in this year (UTC). */
                year?: components["parameters"]["Year"];
                /** @description Published at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.gte`. */
                "publishedAt[gte]"?: components["parameters"]["PublishedAtGte"];
                /** @description Published before this moment. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `publishedAt.lt`. */
                "publishedAt[lt]"?: components["parameters"]["PublishedAtLt"];
                /** @description Changed at this moment or later. A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC. Also spelt `updatedAt.gte`. */
                "updatedAt[gte]"?: components["parameters"]["UpdatedAtGte"];
                /** @description The order; `-` in front for descending. Without it `-publishedAt`, with `q` `relevance`. Things without the value count as the smallest, ties are broken by id. */
                sort?: components["parameters"]["Sort"];
                /** @description How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null. */
                limit?: components["parameters"]["Limit"];
                /** @description The page after this cursor: `page.next` of the page before it. */
                after?: components["parameters"]["After"];
                /** @description The page before this cursor: `page.previous` of the page after it. */
                before?: components["parameters"]["Before"];
                /** @description A page by its number, from 1; within the first 10000 things. To read further, walk by cursor. */
                page?: components["parameters"]["PageParameter"];
            };
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                        title: string;
                        items: Record<string, never>[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequestInvalidCursorSearchTooCostly"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                         * @description The documentation, as pages.
                         * @example /docs/guide/
                         */
                        guide: string;
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
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
        };
    };
    getHomePage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProblems: {
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
                        /** @description All of them, by status. */
                        data: components["schemas"]["ProblemType"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
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
            /** @description What a kind of problem means, and what to do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemType"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
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
            500: components["responses"]["Internal"];
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
            500: components["responses"]["Internal"];
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
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
