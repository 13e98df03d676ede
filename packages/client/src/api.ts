// Made by `npm run openapi` out of openapi/openapi.json: never changed by hand.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
export interface paths {
	"/v1/reviews": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					q?: string;
					id?: string[];
					slug?: string[];
					tag?: string[];
					"tag[all]"?: string[];
					"tag[not]"?: string[];
					category?: string[];
					paper?: string;
					arxiv?: string;
					doi?: string;
					author?: string;
					venue?: string;
					link?: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
					outdated?: boolean;
					section?: ("abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other")[];
					language?: string[];
					status?: ("draft" | "scheduled" | "published" | "archived" | "trashed")[];
					source?: string[];
					year?: number;
					"publishedAt[gte]"?: string;
					"publishedAt[lt]"?: string;
					"updatedAt[gte]"?: string;
					sort?: "-publishedAt" | "publishedAt" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					highlight?: boolean;
					total?: boolean;
					facets?: ("tag" | "category" | "year" | "language" | "venue")[];
					fields?: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "text")[];
					include?: ("body" | "html" | "sections" | "text" | "venue" | "authors" | "links")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ReviewPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewReview"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "renderWarnings" | "source" | "createdAt" | "deletedAt" | "previous" | "next" | "text" | "jsonld")[];
					include?: ("body" | "html" | "sections" | "text" | "jsonld")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		put: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"If-None-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewReview"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				query?: {
					permanent?: boolean;
				};
				header?: {
					"If-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["ReviewPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/related": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					limit?: number;
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["RelatedReviews"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}.json": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "slug" | "title" | "summary" | "excerpt" | "language" | "status" | "publishedAt" | "updatedAt" | "revision" | "readingMinutes" | "cover" | "reviewedVersion" | "outdated" | "paper" | "category" | "tags" | "body" | "html" | "sections" | "renderWarnings" | "source" | "createdAt" | "deletedAt" | "previous" | "next" | "text" | "jsonld")[];
					include?: ("body" | "html" | "sections" | "text" | "jsonld")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/render": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["RenderRequest"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Rendering"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/publish": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["PublishReview"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/unpublish": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["ReviewAction"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/restore": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["ReviewAction"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/archive": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["ReviewAction"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/draft": {
		parameters: {
		};
		get: {
			parameters: {
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ReviewDraft"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		put: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewReviewDraft"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ReviewDraft"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["ReviewDraftPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ReviewDraft"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/revisions": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					sort?: "-revision" | "revision";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("revision" | "at" | "action" | "message" | "by" | "title" | "status")[];
				};
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["RevisionPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/revisions/{revision}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					against?: number;
				};
				path: {
					review: string;
					revision: number;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ReviewRevision"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/revisions/{revision}/restore": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
					revision: number;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["ReviewAction"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/preview-links": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					sort?: "-createdAt" | "createdAt" | "-expiresAt" | "expiresAt";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "of" | "createdAt" | "expiresAt")[];
				};
				path: {
					review: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["PreviewLinkPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				query?: {
					of?: "current" | "draft";
				};
				header?: {
					"Idempotency-Key"?: string;
				};
				path: {
					review: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["NewPreviewLink"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["CreatedPreviewLink"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/reviews/{review}/preview-links/{link}": {
		parameters: {
		};
		delete: {
			parameters: {
				path: {
					review: string;
					link: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/previews/{preview}": {
		parameters: {
		};
		get: {
			parameters: {
				query: {
					token: string;
				};
				path: {
					preview: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Review"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					q?: string;
					id?: string[];
					slug?: string[];
					tag?: string[];
					author?: string;
					venue?: string;
					year?: number;
					link?: ("arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other")[];
					status?: ("active" | "withdrawn" | "retracted")[];
					"updatedAt[gte]"?: string;
					sort?: "-publishedOn" | "publishedOn" | "-updatedAt" | "updatedAt" | "-title" | "title" | "relevance";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					highlight?: boolean;
					total?: boolean;
					facets?: ("tag" | "year" | "venue")[];
					fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["PaperPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewPaper"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "slug" | "title" | "acronym" | "abstract" | "venue" | "publishedOn" | "primaryClass" | "status" | "identifiers" | "authors" | "versions" | "links" | "latestVersion" | "reviewCount" | "createdAt" | "updatedAt" | "revision" | "reviews" | "jsonld")[];
					include?: "jsonld"[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					paper: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		put: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"If-None-Match"?: string;
				};
				path: {
					paper: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewPaper"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					paper: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					paper: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["PaperPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}/versions": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					paper: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewPaperVersion"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}/merge": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					paper: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["MergePaper"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}/withdraw": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					paper: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}/retract": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					paper: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/papers/{paper}/reinstate": {
		parameters: {
		};
		post: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"Idempotency-Key"?: string;
				};
				path: {
					paper: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Paper"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/tags": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					id?: string[];
					slug?: string[];
					sort?: "-name" | "name" | "-reviewCount" | "reviewCount";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "slug" | "name" | "description" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["TagPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewTag"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["Tag"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/tags/{tag}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "slug" | "name" | "description" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					tag: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Tag"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		put: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"If-None-Match"?: string;
				};
				path: {
					tag: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewTag"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Tag"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					tag: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					tag: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["TagPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Tag"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/categories": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					id?: string[];
					slug?: string[];
					sort?: "-position" | "position" | "-name" | "name";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "slug" | "name" | "position" | "description" | "parent" | "path" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
					tree?: boolean;
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["CategoryPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewCategory"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["Category"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/categories/{category}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "slug" | "name" | "position" | "description" | "parent" | "path" | "reviewCount" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					category: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Category"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		put: {
			parameters: {
				header?: {
					"If-Match"?: string;
					"If-None-Match"?: string;
				};
				path: {
					category: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewCategory"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Category"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					category: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					category: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["CategoryPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Category"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/images": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					unused?: boolean;
					sha256?: string[];
					sort?: "-createdAt" | "createdAt" | "-bytes" | "bytes";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "sha256" | "storedSha256" | "mediaType" | "bytes" | "width" | "height" | "alt" | "placeholder" | "color" | "url" | "variants" | "animated" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ImagePage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				query?: {
					alt?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Image"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				query: {
					unused: true;
					before?: string;
					dryRun?: boolean;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["PrunedImages"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/images/{image}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "sha256" | "storedSha256" | "mediaType" | "bytes" | "width" | "height" | "alt" | "placeholder" | "color" | "url" | "variants" | "animated" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					image: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Image"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					image: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					image: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["ImagePatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Image"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/redirects": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					path?: string;
					public?: boolean;
					sort?: "-path" | "path" | "-createdAt" | "createdAt";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "path" | "target" | "location" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["RedirectPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
				header?: {
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewRedirect"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["Redirect"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/redirects/{redirect}": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					fields?: ("id" | "path" | "target" | "location" | "createdAt" | "updatedAt" | "revision")[];
				};
				header?: {
					"If-None-Match"?: string;
				};
				path: {
					redirect: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Redirect"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		delete: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					redirect: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				header?: {
					"If-Match"?: string;
				};
				path: {
					redirect: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["RedirectPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Redirect"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/keys": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					sort?: "-createdAt" | "createdAt" | "-name" | "name";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "name" | "scopes" | "status" | "createdAt" | "expiresAt" | "lastUsedAt" | "revokedAt" | "previousUntil")[];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["KeyPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		post: {
			parameters: {
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["NewKey"];
				};
			};
			responses: {
				201: {
					content: {
						"application/json": components["schemas"]["CreatedKey"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/keys/{key}": {
		parameters: {
		};
		delete: {
			parameters: {
				path: {
					key: string;
				};
			};
			responses: {
				204: {
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
		patch: {
			parameters: {
				path: {
					key: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["KeyPatch"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Key"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/keys/{key}/rotate": {
		parameters: {
		};
		post: {
			parameters: {
				path: {
					key: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": components["schemas"]["KeyRotation"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["CreatedKey"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/suggest": {
		parameters: {
		};
		get: {
			parameters: {
				query: {
					q: string;
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Suggestions"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/changes": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					since?: number;
					limit?: number;
				};
				header?: {
					"If-None-Match"?: string;
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["Changes"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/audit": {
		parameters: {
		};
		get: {
			parameters: {
				query?: {
					action?: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
					type?: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
					thing?: string;
					key?: string;
					"at[gte]"?: string;
					"at[lt]"?: string;
					sort?: "-at" | "at";
					limit?: number;
					after?: string;
					before?: string;
					page?: number;
					total?: boolean;
					fields?: ("id" | "at" | "action" | "type" | "thing" | "from" | "to" | "by" | "address" | "requestId")[];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["AuditPage"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/batch": {
		parameters: {
		};
		post: {
			parameters: {
				query?: {
					atomic?: boolean;
					dryRun?: boolean;
					createMissing?: boolean;
					distinct?: boolean;
					updatePapers?: boolean;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["BatchItems"];
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["BatchReport"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/v1/archive": {
		parameters: {
		};
		post: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ImportedArchive"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/": {
		parameters: {
		};
		get: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": {
							name: string;
							version: string;
							docs: string;
							guide: string;
							openapi: string;
							reviews: string;
							papers: string;
							tags: string;
							categories: string;
							images: string;
							redirects: string;
						};
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/problems": {
		parameters: {
		};
		get: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": {
							data: components["schemas"]["ProblemType"][];
						};
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/problems/{code}": {
		parameters: {
		};
		get: {
			parameters: {
				path: {
					code: "malformed-request" | "invalid-parameter" | "invalid-cursor" | "search-too-costly" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "request-timeout" | "conflict" | "slug-taken" | "identifier-conflict" | "in-use" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "range-not-satisfiable" | "invalid-body" | "image-invalid" | "idempotency-key-reused" | "batch-undone" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable" | "storage-unavailable" | "read-only" | "outcome-unknown";
				};
			};
			responses: {
				200: {
					content: {
						"application/json": components["schemas"]["ProblemType"];
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/openapi.json": {
		parameters: {
		};
		get: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": {
							[key: string]: unknown;
						};
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/health/live": {
		parameters: {
		};
		get: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": {
							status: string;
						};
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
	"/health/ready": {
		parameters: {
		};
		get: {
			parameters: {
			};
			responses: {
				200: {
					content: {
						"application/json": {
							status: string;
						};
					};
				};
				default: {
					content: {
						"application/problem+json": components["schemas"]["Problem"];
					};
				};
			};
		};
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		Problem: {
			type: string;
			/** @enum {string} */
			code: "malformed-request" | "invalid-parameter" | "invalid-cursor" | "search-too-costly" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "request-timeout" | "conflict" | "slug-taken" | "identifier-conflict" | "in-use" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "range-not-satisfiable" | "invalid-body" | "image-invalid" | "idempotency-key-reused" | "batch-undone" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable" | "storage-unavailable" | "read-only" | "outcome-unknown";
			title: string;
			status: number;
			detail: string;
			instance: string;
			errors?: {
				pointer?: string;
				parameter?: string;
				detail: string;
			}[];
		};
		Page: {
			limit: number;
			next: string | null;
			previous: string | null;
			total: number | null;
		};
		FacetCount: {
			value: string;
			name: string;
			count: number;
		};
		Review: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: components["schemas"]["ReviewTitle"];
			summary: components["schemas"]["OneLineSummary"] | null;
			language: components["schemas"]["Language"];
			status: components["schemas"]["ReviewStatus"];
			publishedAt: string | null;
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
			excerpt: string | null;
			readingMinutes: number;
			cover: components["schemas"]["Cover"] | null;
			reviewedVersion: components["schemas"]["ReviewedVersion"] | null;
			outdated: boolean;
			paper: components["schemas"]["ReviewedPaperInFull"];
			category: components["schemas"]["CategoryOfReview"] | null;
			tags: components["schemas"]["TagOfReview"][];
			body: components["schemas"]["MarkdownBody"];
			html: components["schemas"]["ReviewHtml"];
			sections: components["schemas"]["Sections"];
			renderWarnings: components["schemas"]["RenderWarnings"];
			source: components["schemas"]["ReviewSource"] | null;
			createdAt: components["schemas"]["CreatedAt"];
			deletedAt: string | null;
			previous: components["schemas"]["NeighbouringReview"] | null;
			next: components["schemas"]["NeighbouringReview"] | null;
			jsonld?: components["schemas"]["EmbeddedJsonLd"];
			text?: components["schemas"]["ReviewText"];
			leftOut?: components["schemas"]["LeftOutMember"][];
		};
		ReviewSummary: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: components["schemas"]["ReviewTitle"];
			summary: components["schemas"]["OneLineSummary"] | null;
			language: components["schemas"]["Language"];
			status: components["schemas"]["ReviewStatus"];
			publishedAt: string | null;
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
			excerpt: string | null;
			readingMinutes: number;
			cover: components["schemas"]["Cover"] | null;
			reviewedVersion: components["schemas"]["ReviewedVersion"] | null;
			outdated: boolean;
			paper: {
				id: string;
				slug: components["schemas"]["Slug"];
				title: string;
				acronym: string | null;
				arxiv: string | null;
				status: components["schemas"]["PaperStatus"];
				venue?: components["schemas"]["Venue"] | null;
				authors?: components["schemas"]["PaperAuthor"][];
				links?: components["schemas"]["PaperLink"][];
			};
			category: components["schemas"]["CategoryOfReview"] | null;
			tags: components["schemas"]["TagOfReview"][];
			body?: string;
			html?: components["schemas"]["ReviewHtml"];
			sections?: components["schemas"]["Sections"];
			text?: components["schemas"]["ReviewText"];
			highlight?: components["schemas"]["Highlight"];
		};
		ReviewPage: {
			data: components["schemas"]["ReviewSummary"][];
			page: components["schemas"]["Page"];
			facets?: {
				tag?: components["schemas"]["FacetCounts"];
				category?: components["schemas"]["FacetCounts"];
				year?: components["schemas"]["FacetCounts"];
				language?: components["schemas"]["FacetCounts"];
				venue?: components["schemas"]["FacetCounts"];
			};
		};
		RelatedReviews: {
			data: components["schemas"]["ReviewSummary"][];
		};
		NewReview: {
			paper: components["schemas"]["PaperOrReference"];
			title?: components["schemas"]["SentReviewTitle"];
			slug?: components["schemas"]["Slug"];
			summary?: components["schemas"]["OneLineSummary"] | null;
			body: components["schemas"]["MarkdownBody"];
			language: components["schemas"]["Language"];
			category?: components["schemas"]["CategoryReference"] | null;
			tags?: components["schemas"]["SentTags"];
			reviewedVersion?: components["schemas"]["VersionNumber"] | null;
			cover?: components["schemas"]["CoverId"] | null;
			status?: components["schemas"]["SentReviewStatus"];
			publishedAt?: components["schemas"]["SentPublishedAt"] | null;
			source?: components["schemas"]["ReviewSource"] | null;
			message?: components["schemas"]["ChangeMessage"];
		};
		ReviewPatch: {
			paper?: components["schemas"]["ReviewedPaperReference"];
			title?: components["schemas"]["SentReviewTitle"];
			slug?: components["schemas"]["Slug"];
			summary?: components["schemas"]["OneLineSummary"] | null;
			body?: components["schemas"]["MarkdownBody"];
			language?: components["schemas"]["Language"];
			category?: components["schemas"]["CategoryReference"] | null;
			tags?: components["schemas"]["SentTags"];
			reviewedVersion?: components["schemas"]["VersionNumber"] | null;
			cover?: components["schemas"]["CoverId"] | null;
			status?: components["schemas"]["SentReviewStatus"];
			publishedAt?: components["schemas"]["SentPublishedAt"] | null;
			source?: components["schemas"]["ReviewSource"] | null;
			message?: components["schemas"]["ChangeMessage"];
		};
		PublishReview: {
			at?: string;
			message?: components["schemas"]["ChangeMessage"];
		};
		ReviewAction: {
			message?: components["schemas"]["ChangeMessage"];
		};
		ReviewDraft: {
			paper: components["schemas"]["PaperReference"];
			title: components["schemas"]["ReviewTitle"];
			slug: components["schemas"]["Slug"];
			summary: components["schemas"]["OneLineSummary"] | null;
			body: components["schemas"]["MarkdownBody"];
			language: components["schemas"]["Language"];
			category: components["schemas"]["CategoryReference"] | null;
			tags: components["schemas"]["TagName"][];
			reviewedVersion: components["schemas"]["VersionNumber"] | null;
			cover: components["schemas"]["CoverId"] | null;
			baseRevision: number;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
		};
		NewReviewDraft: {
			paper: components["schemas"]["ReviewedPaperReference"];
			title?: components["schemas"]["ReviewTitle"];
			slug?: components["schemas"]["Slug"];
			summary?: components["schemas"]["OneLineSummary"] | null;
			body: components["schemas"]["MarkdownBody"];
			language: components["schemas"]["Language"];
			category?: components["schemas"]["CategoryReference"] | null;
			tags?: components["schemas"]["TagName"][];
			reviewedVersion?: components["schemas"]["VersionNumber"] | null;
			cover?: components["schemas"]["CoverId"] | null;
		};
		ReviewDraftPatch: {
			paper?: components["schemas"]["ReviewedPaperReference"];
			title?: components["schemas"]["ReviewTitle"];
			slug?: components["schemas"]["Slug"];
			summary?: components["schemas"]["OneLineSummary"] | null;
			body?: components["schemas"]["MarkdownBody"];
			language?: components["schemas"]["Language"];
			category?: components["schemas"]["CategoryReference"] | null;
			tags?: components["schemas"]["TagName"][];
			reviewedVersion?: components["schemas"]["VersionNumber"] | null;
			cover?: components["schemas"]["CoverId"] | null;
		};
		RevisionSummary: {
			revision: components["schemas"]["Revision"];
			at: string;
			action: components["schemas"]["AuditAction"];
			message: components["schemas"]["ChangeMessage"] | null;
			by: components["schemas"]["Actor"];
			title: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
		};
		RevisionPage: {
			data: components["schemas"]["RevisionSummary"][];
			page: components["schemas"]["Page"];
		};
		ReviewRevision: {
			revision: components["schemas"]["Revision"];
			at: string;
			action: components["schemas"]["AuditAction"];
			message: components["schemas"]["ChangeMessage"] | null;
			by: components["schemas"]["Actor"];
			title: components["schemas"]["ReviewTitle"];
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
			summary: components["schemas"]["OneLineSummary"] | null;
			body: components["schemas"]["MarkdownBody"];
			language: components["schemas"]["Language"];
			tags: components["schemas"]["TagName"][];
			reviewedVersion: components["schemas"]["VersionNumber"] | null;
			cover: components["schemas"]["CoverId"] | null;
			slug: components["schemas"]["Slug"];
			paper: {
				id: string;
				title: string;
			};
			category: {
				id: string;
				name: string;
			} | null;
			publishedAt: string | null;
			source: components["schemas"]["ReviewSource"] | null;
			comparison?: {
				against: number;
				fields: {
					/** @enum {string} */
					field: "title" | "summary" | "language" | "tags" | "reviewedVersion" | "cover" | "slug" | "paper" | "category" | "publishedAt" | "source" | "status";
					before: string | number | boolean | null | string[] | {
						[key: string]: unknown;
					};
					after: string | number | boolean | null | string[] | {
						[key: string]: unknown;
					};
				}[];
				body: string | null;
			};
		};
		PreviewLink: {
			id: string;
			/** @enum {string} */
			of: "current" | "draft";
			createdAt: components["schemas"]["CreatedAt"];
			expiresAt: string;
		};
		CreatedPreviewLink: {
			id: string;
			/** @enum {string} */
			of: "current" | "draft";
			createdAt: components["schemas"]["CreatedAt"];
			expiresAt: string;
			url: string;
		};
		NewPreviewLink: {
			expiresIn?: number;
		};
		PreviewLinkPage: {
			data: components["schemas"]["PreviewLink"][];
			page: components["schemas"]["Page"];
		};
		RenderRequest: {
			body: components["schemas"]["MarkdownBody"];
		};
		Rendering: {
			html: components["schemas"]["ReviewHtml"];
			sections: components["schemas"]["Sections"];
			excerpt: string | null;
			text: string;
			readingMinutes: number;
			cover: components["schemas"]["Cover"] | null;
			renderWarnings: components["schemas"]["RenderWarnings"];
		};
		PaperSummary: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: components["schemas"]["PaperTitle"];
			acronym: components["schemas"]["Acronym"] | null;
			abstract: components["schemas"]["Abstract"] | null;
			venue: components["schemas"]["Venue"] | null;
			publishedOn: string | null;
			primaryClass: components["schemas"]["PrimaryClass"] | null;
			status: components["schemas"]["PaperStatus"];
			identifiers: components["schemas"]["PaperIdentifiers"];
			authors: components["schemas"]["PaperAuthor"][];
			versions: components["schemas"]["PaperVersion"][];
			links: components["schemas"]["PaperLink"][];
			latestVersion: components["schemas"]["PaperVersion"] | null;
			reviewCount: number;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
			highlight?: components["schemas"]["Highlight"];
		};
		Paper: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: components["schemas"]["PaperTitle"];
			acronym: components["schemas"]["Acronym"] | null;
			abstract: components["schemas"]["Abstract"] | null;
			venue: components["schemas"]["Venue"] | null;
			publishedOn: string | null;
			primaryClass: components["schemas"]["PrimaryClass"] | null;
			status: components["schemas"]["PaperStatus"];
			identifiers: components["schemas"]["PaperIdentifiers"];
			authors: components["schemas"]["PaperAuthor"][];
			versions: components["schemas"]["PaperVersion"][];
			links: components["schemas"]["PaperLink"][];
			latestVersion: components["schemas"]["PaperVersion"] | null;
			reviewCount: number;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
			reviews: components["schemas"]["ReviewOfPaper"][];
			jsonld?: components["schemas"]["EmbeddedJsonLd"];
		};
		PaperPage: {
			data: components["schemas"]["PaperSummary"][];
			page: components["schemas"]["Page"];
			facets?: {
				tag?: components["schemas"]["FacetCounts"];
				year?: components["schemas"]["FacetCounts"];
				venue?: components["schemas"]["FacetCounts"];
			};
		};
		NewPaper: {
			title: components["schemas"]["PaperTitle"];
			slug?: components["schemas"]["Slug"];
			acronym?: components["schemas"]["Acronym"] | null;
			abstract?: components["schemas"]["Abstract"] | null;
			venue?: components["schemas"]["Venue"] | null;
			publishedOn?: string | null;
			primaryClass?: components["schemas"]["PrimaryClass"] | null;
			identifiers?: components["schemas"]["NewPaperIdentifiers"];
			authors?: components["schemas"]["NewPaperAuthor"][];
			versions?: components["schemas"]["SentPaperVersion"][];
			links?: components["schemas"]["NewPaperLink"][];
		};
		PaperPatch: {
			title?: components["schemas"]["PaperTitle"];
			slug?: components["schemas"]["Slug"];
			acronym?: components["schemas"]["Acronym"] | null;
			abstract?: components["schemas"]["Abstract"] | null;
			venue?: components["schemas"]["Venue"] | null;
			publishedOn?: string | null;
			primaryClass?: components["schemas"]["PrimaryClass"] | null;
			identifiers?: components["schemas"]["NewPaperIdentifiers"];
			authors?: components["schemas"]["NewPaperAuthor"][];
			versions?: components["schemas"]["SentPaperVersion"][];
			links?: components["schemas"]["NewPaperLink"][];
		};
		NewPaperVersion: {
			number: number;
			releasedOn?: string | null;
		};
		MergePaper: {
			into: components["schemas"]["PaperReference"];
		};
		Tag: {
			id: string;
			slug: components["schemas"]["Slug"];
			name: components["schemas"]["TagName"];
			description: string | null;
			reviewCount: number;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
		};
		TagPage: {
			data: components["schemas"]["Tag"][];
			page: components["schemas"]["Page"];
		};
		NewTag: {
			name: components["schemas"]["TagName"];
			slug?: components["schemas"]["Slug"];
			description?: string | null;
		};
		TagPatch: {
			name?: components["schemas"]["TagName"];
			slug?: components["schemas"]["Slug"];
			description?: string | null;
		};
		Category: {
			id: string;
			slug: components["schemas"]["Slug"];
			name: string;
			position: number;
			description: string | null;
			parent: {
				id: string;
				slug: components["schemas"]["Slug"];
				name: string;
			} | null;
			path: string;
			reviewCount: number;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
			children?: components["schemas"]["Category"][];
		};
		CategoryPage: {
			data: components["schemas"]["Category"][];
			page: components["schemas"]["Page"];
		};
		NewCategory: {
			name: string;
			slug?: components["schemas"]["Slug"];
			parent?: components["schemas"]["CategoryReference"] | null;
			position?: number;
			description?: string | null;
		};
		CategoryPatch: {
			name?: string;
			slug?: components["schemas"]["Slug"];
			parent?: components["schemas"]["CategoryReference"] | null;
			position?: number;
			description?: string | null;
		};
		Image: {
			id: string;
			sha256: string;
			storedSha256: string | null;
			/** @enum {string} */
			mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/avif" | "image/gif";
			bytes: number;
			width: number;
			height: number;
			alt: components["schemas"]["AltText"];
			placeholder: components["schemas"]["PlaceholderUrl"];
			color: string;
			url: string;
			variants: components["schemas"]["ImageVariants"];
			animated: boolean;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
		};
		ImagePage: {
			data: components["schemas"]["Image"][];
			page: components["schemas"]["Page"];
		};
		ImagePatch: {
			alt?: components["schemas"]["AltText"];
		};
		PrunedImages: {
			images: number;
			files: number;
		};
		Redirect: {
			id: string;
			path: components["schemas"]["SitePath"];
			target: components["schemas"]["RedirectTarget"];
			location: string | null;
			createdAt: components["schemas"]["CreatedAt"];
			updatedAt: components["schemas"]["UpdatedAt"];
			revision: components["schemas"]["Revision"];
		};
		RedirectPage: {
			data: components["schemas"]["Redirect"][];
			page: components["schemas"]["Page"];
		};
		NewRedirect: {
			path: components["schemas"]["SitePath"];
			target: components["schemas"]["SentRedirectTarget"];
		};
		RedirectPatch: {
			path?: components["schemas"]["SitePath"];
			target?: components["schemas"]["SentRedirectTarget"];
		};
		Key: {
			id: string;
			name: string;
			scopes: components["schemas"]["Scopes"];
			/** @enum {string} */
			status: "active" | "expired" | "revoked";
			createdAt: components["schemas"]["CreatedAt"];
			expiresAt: string | null;
			lastUsedAt: string | null;
			revokedAt: string | null;
			previousUntil: string | null;
		};
		KeyPage: {
			data: components["schemas"]["Key"][];
			page: components["schemas"]["Page"];
		};
		CreatedKey: {
			id: string;
			name: string;
			scopes: components["schemas"]["Scopes"];
			/** @enum {string} */
			status: "active" | "expired" | "revoked";
			createdAt: components["schemas"]["CreatedAt"];
			expiresAt: string | null;
			lastUsedAt: string | null;
			revokedAt: string | null;
			previousUntil: string | null;
			key: string;
		};
		NewKey: {
			name: string;
			scopes: components["schemas"]["Scopes"];
			expiresAt?: string | null;
		};
		KeyPatch: {
			name?: string;
			expiresAt?: string | null;
		};
		KeyRotation: {
			overlapSeconds?: number;
		};
		Suggestions: {
			data: {
				/** @enum {string} */
				type: "paper" | "review" | "tag" | "category" | "redirect";
				id: string;
				slug: components["schemas"]["Slug"];
				name: string;
			}[];
		};
		Change: {
			version: number;
			/** @enum {string} */
			type: "paper" | "review" | "tag" | "category" | "image" | "redirect";
			id: string;
			slug: components["schemas"]["Slug"];
			/** @enum {string} */
			change: "put" | "gone";
		};
		Changes: {
			data: components["schemas"]["Change"][];
			page: {
				limit: number;
				next: number | null;
			};
			version: number;
			epoch: string;
		};
		AuditEntry: {
			id: string;
			at: string;
			action: components["schemas"]["AuditAction"];
			/** @enum {string} */
			type: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
			thing: {
				id: string;
				slug: string | null;
			};
			from: number | null;
			to: number | null;
			by: components["schemas"]["Actor"];
			address: string | null;
			requestId: string | null;
		};
		AuditPage: {
			data: components["schemas"]["AuditEntry"][];
			page: components["schemas"]["Page"];
		};
		PaperItem: {
			id?: string;
			title?: components["schemas"]["PaperTitle"];
			slug?: components["schemas"]["Slug"];
			acronym?: components["schemas"]["Acronym"] | null;
			abstract?: components["schemas"]["Abstract"] | null;
			venue?: components["schemas"]["Venue"] | null;
			publishedOn?: string | null;
			primaryClass?: components["schemas"]["PrimaryClass"] | null;
			identifiers?: components["schemas"]["NewPaperIdentifiers"];
			authors?: components["schemas"]["NewPaperAuthor"][];
			versions?: components["schemas"]["SentPaperVersion"][];
			links?: components["schemas"]["NewPaperLink"][];
		};
		ReviewItem: {
			id?: string;
			paper?: components["schemas"]["ReviewedPaperReference"] | components["schemas"]["PaperPatch"];
			title?: components["schemas"]["SentReviewTitle"];
			slug?: components["schemas"]["Slug"];
			summary?: components["schemas"]["OneLineSummary"] | null;
			body?: components["schemas"]["MarkdownBody"];
			language?: components["schemas"]["Language"];
			category?: components["schemas"]["CategoryReference"] | string[] | null;
			tags?: components["schemas"]["SentTags"];
			reviewedVersion?: components["schemas"]["VersionNumber"] | null;
			cover?: components["schemas"]["CoverId"] | null;
			status?: components["schemas"]["SentReviewStatus"];
			publishedAt?: components["schemas"]["SentPublishedAt"] | null;
			source?: components["schemas"]["ReviewSource"] | null;
			message?: components["schemas"]["ChangeMessage"];
		};
		TagItem: {
			id?: string;
			name?: components["schemas"]["TagName"];
			slug?: components["schemas"]["Slug"];
			description?: string | null;
		};
		CategoryItem: {
			id?: string;
			name?: string;
			slug?: components["schemas"]["Slug"];
			parent?: components["schemas"]["CategoryReference"] | null;
			position?: number;
			description?: string | null;
		};
		RedirectItem: {
			id?: string;
			path?: components["schemas"]["SitePath"];
			target?: components["schemas"]["SentRedirectTarget"];
		};
		ReviewFind: {
			id?: string;
			source?: components["schemas"]["ReviewSource"];
			slug?: components["schemas"]["Slug"];
			title?: components["schemas"]["ReviewTitle"];
			paper?: components["schemas"]["PaperReference"];
		};
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
		BatchItems: components["schemas"]["BatchItem"][];
		BatchResult: {
			index: number;
			status: number;
			type: ("paper" | "review" | "tag" | "category" | "redirect") | null;
			outcome: ("created" | "updated" | "unchanged" | "deleted") | null;
			changed: string[];
			state: ("draft" | "scheduled" | "published" | "archived" | "trashed") | null;
			id: string | null;
			slug: components["schemas"]["Slug"] | null;
			revision: components["schemas"]["Revision"] | null;
			leftOut: components["schemas"]["LeftOutMember"][];
			renderWarnings: components["schemas"]["RenderWarnings"];
			problem: components["schemas"]["Problem"] | null;
		};
		BatchReport: {
			data: components["schemas"]["BatchResult"][];
			created: number;
			updated: number;
			unchanged: number;
			deleted: number;
			failed: number;
			dryRun: boolean;
		};
		ImportedArchive: {
			rows: number;
		};
		Slug: string;
		ReviewTitle: string;
		OneLineSummary: string;
		Language: string;
		/** @enum {string} */
		ReviewStatus: "draft" | "scheduled" | "published" | "archived" | "trashed";
		UpdatedAt: string;
		Revision: number;
		AltText: string;
		PlaceholderUrl: string;
		ImageVariant: {
			width: number;
			mediaType: string;
			url: string;
		};
		ImageVariants: components["schemas"]["ImageVariant"][];
		Cover: {
			id: string | null;
			isChosen: boolean;
			url: string;
			width: number | null;
			height: number | null;
			alt: components["schemas"]["AltText"];
			placeholder: components["schemas"]["PlaceholderUrl"] | null;
			color: string | null;
			variants: components["schemas"]["ImageVariants"];
		};
		VersionNumber: number;
		ReviewedVersion: {
			number: components["schemas"]["VersionNumber"];
			releasedOn: string | null;
		};
		/** @enum {string} */
		PaperStatus: "active" | "withdrawn" | "retracted";
		Venue: string;
		Doi: string;
		ArxivId: string;
		OpenReviewId: string;
		PaperIdentifiers: {
			arxiv: components["schemas"]["ArxivId"] | null;
			doi: components["schemas"]["Doi"] | null;
			openreview: components["schemas"]["OpenReviewId"] | null;
			acl: string | null;
			pmid: string | null;
			pmcid: string | null;
			isbn: string | null;
			s2: string | null;
			pmlr: string | null;
			cvf: string | null;
			neurips: string | null;
		};
		PaperAuthor: {
			name: string;
			orcid: string | null;
		};
		/** @enum {string} */
		LinkKind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
		PaperLink: {
			kind: components["schemas"]["LinkKind"];
			label: string;
			url: string | null;
		};
		ReviewedPaperInFull: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: string;
			acronym: string | null;
			arxiv: string | null;
			status: components["schemas"]["PaperStatus"];
			venue: components["schemas"]["Venue"] | null;
			publishedOn: string | null;
			doi: components["schemas"]["Doi"] | null;
			identifiers: components["schemas"]["PaperIdentifiers"];
			authors: components["schemas"]["PaperAuthor"][];
			links: components["schemas"]["PaperLink"][];
		};
		CategoryOfReview: {
			id: string;
			slug: components["schemas"]["Slug"];
			name: string;
			path: string;
		};
		TagOfReview: {
			id: string;
			slug: components["schemas"]["Slug"];
			name: string;
		};
		MarkdownBody: string;
		ReviewHtml: string;
		Section: {
			level: number;
			heading: string;
			anchor: string;
			/** @enum {string} */
			kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
		};
		Sections: components["schemas"]["Section"][];
		RenderWarning: {
			line: number | null;
			source: string | null;
			detail: string;
		};
		RenderWarnings: components["schemas"]["RenderWarning"][];
		ReviewSource: string;
		CreatedAt: string;
		NeighbouringReview: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: string;
		};
		EmbeddedJsonLd: string;
		ReviewText: string;
		LeftOutMember: {
			pointer: string;
			detail: string;
		};
		Highlight: {
			title: string;
			snippet: string | null;
		};
		FacetCounts: components["schemas"]["FacetCount"][];
		ReviewedPaperReference: string;
		PaperOrReference: components["schemas"]["ReviewedPaperReference"] | components["schemas"]["NewPaper"];
		SentReviewTitle: string;
		CategoryReference: string;
		TagName: string;
		SentTags: components["schemas"]["TagName"][];
		CoverId: string;
		/** @enum {string} */
		SentReviewStatus: "draft" | "published" | "archived";
		SentPublishedAt: string;
		ChangeMessage: string;
		PaperReference: string;
		/** @enum {string} */
		AuditAction: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
		Actor: {
			key: string | null;
			name: string;
		};
		PaperTitle: string;
		Acronym: string;
		Abstract: string;
		PrimaryClass: string;
		PaperVersion: {
			number: number;
			releasedOn: string | null;
		};
		ReviewOfPaper: {
			id: string;
			slug: components["schemas"]["Slug"];
			title: string;
			summary: string | null;
			language: string;
			publishedAt: string;
			reviewedVersion: number | null;
		};
		NewPaperIdentifiers: {
			arxiv?: components["schemas"]["ArxivId"] | null;
			doi?: components["schemas"]["Doi"] | null;
			openreview?: components["schemas"]["OpenReviewId"] | null;
			acl?: string | null;
			pmid?: string | null;
			pmcid?: string | null;
			isbn?: string | null;
			s2?: string | null;
			pmlr?: string | null;
			cvf?: string | null;
			neurips?: string | null;
		};
		NewPaperAuthor: {
			name: string;
			orcid?: string | null;
		};
		SentPaperVersion: {
			number: number;
			releasedOn?: string | null;
		};
		NewPaperLink: {
			kind: components["schemas"]["LinkKind"];
			label: string;
			url?: string | null;
		};
		SitePath: string;
		RedirectTarget: {
			/** @enum {string} */
			type: "review" | "category" | "address";
			id: string | null;
			slug: components["schemas"]["Slug"] | null;
			url: string | null;
		};
		SentRedirectTarget: {
			/** @enum {string} */
			type: "review" | "category" | "address";
			id?: string | null;
			slug?: components["schemas"]["Slug"] | null;
			url?: string | null;
		};
		Scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
		ExpectedRevision: string | number;
		NamedPaper: {
			id?: string;
			identifiers?: components["schemas"]["NewPaperIdentifiers"];
			slug?: components["schemas"]["Slug"];
		};
		NamedReview: {
			id?: string;
			source?: components["schemas"]["ReviewSource"] | null;
			slug?: components["schemas"]["Slug"];
		};
		NamedReviewWithAtWithMessage: {
			id?: string;
			source?: components["schemas"]["ReviewSource"] | null;
			slug?: components["schemas"]["Slug"];
			at?: string;
			message?: components["schemas"]["ChangeMessage"];
		};
		NamedReviewWithMessage: {
			id?: string;
			source?: components["schemas"]["ReviewSource"] | null;
			slug?: components["schemas"]["Slug"];
			message?: components["schemas"]["ChangeMessage"];
		};
		NamedTag: {
			id?: string;
			slug?: components["schemas"]["Slug"];
			name?: components["schemas"]["TagName"];
		};
		NamedCategory: {
			id?: string;
			slug?: components["schemas"]["Slug"];
			name?: string;
		};
		NamedRedirect: {
			id?: string;
			path?: components["schemas"]["SitePath"];
		};
		ProblemType: {
			type: string;
			title: string;
			status: number;
			code: string;
			cause: string;
			remedy: string;
			example: {
				request: string;
				detail: string;
			};
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

/** The parameters whose list has commas. */
export const commaLists: string[] = ["facets","fields","include"];
