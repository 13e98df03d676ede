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
					include?: ("body" | "html" | "sections" | "text")[];
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
						"application/json": components["schemas"]["WrittenReview"];
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
						"application/json": components["schemas"]["WrittenReview"];
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
						"application/json": {
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
			slug: string;
			title: string;
			summary: string | null;
			language: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
			publishedAt: string | null;
			updatedAt: string;
			revision: number;
			excerpt: string | null;
			readingMinutes: number;
			cover: {
				id: string | null;
				isChosen: boolean;
				url: string;
				width: number | null;
				height: number | null;
				alt: string;
				placeholder: string | null;
				color: string | null;
				variants: {
					width: number;
					mediaType: string;
					url: string;
				}[];
			} | null;
			reviewedVersion: {
				number: number;
				releasedOn: string | null;
			} | null;
			outdated: boolean;
			paper: {
				id: string;
				slug: string;
				title: string;
				acronym: string | null;
				arxiv: string | null;
				/** @enum {string} */
				status: "active" | "withdrawn" | "retracted";
				venue: string | null;
				publishedOn: string | null;
				doi: string | null;
				authors: {
					name: string;
					orcid: string | null;
				}[];
				links: {
					/** @enum {string} */
					kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
					label: string;
					url: string | null;
				}[];
			};
			category: {
				id: string;
				slug: string;
				name: string;
				path: string;
			} | null;
			tags: {
				id: string;
				slug: string;
				name: string;
			}[];
			body: string;
			html: string;
			sections: {
				level: number;
				heading: string;
				anchor: string;
				/** @enum {string} */
				kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
			}[];
			renderWarnings: {
				line: number | null;
				source: string | null;
				detail: string;
			}[];
			source: string | null;
			createdAt: string;
			deletedAt: string | null;
			previous: {
				id: string;
				slug: string;
				title: string;
			} | null;
			next: {
				id: string;
				slug: string;
				title: string;
			} | null;
			jsonld?: string;
			text?: string;
		};
		ReviewSummary: {
			id: string;
			slug: string;
			title: string;
			summary: string | null;
			language: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
			publishedAt: string | null;
			updatedAt: string;
			revision: number;
			excerpt: string | null;
			readingMinutes: number;
			cover: {
				id: string | null;
				isChosen: boolean;
				url: string;
				width: number | null;
				height: number | null;
				alt: string;
				placeholder: string | null;
				color: string | null;
				variants: {
					width: number;
					mediaType: string;
					url: string;
				}[];
			} | null;
			reviewedVersion: {
				number: number;
				releasedOn: string | null;
			} | null;
			outdated: boolean;
			paper: {
				id: string;
				slug: string;
				title: string;
				acronym: string | null;
				arxiv: string | null;
				/** @enum {string} */
				status: "active" | "withdrawn" | "retracted";
			};
			category: {
				id: string;
				slug: string;
				name: string;
				path: string;
			} | null;
			tags: {
				id: string;
				slug: string;
				name: string;
			}[];
			body?: string;
			html?: string;
			sections?: {
				level: number;
				heading: string;
				anchor: string;
				/** @enum {string} */
				kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
			}[];
			text?: string;
			highlight?: {
				title: string;
				snippet: string | null;
			};
		};
		ReviewPage: {
			data: components["schemas"]["ReviewSummary"][];
			page: components["schemas"]["Page"];
			facets?: {
				tag?: components["schemas"]["FacetCount"][];
				category?: components["schemas"]["FacetCount"][];
				year?: components["schemas"]["FacetCount"][];
				language?: components["schemas"]["FacetCount"][];
				venue?: components["schemas"]["FacetCount"][];
			};
		};
		RelatedReviews: {
			data: components["schemas"]["ReviewSummary"][];
		};
		NewReview: {
			paper: string | components["schemas"]["NewPaper"];
			title?: string;
			slug?: string;
			summary?: string | null;
			body: string;
			language: string;
			category?: string | null;
			tags?: string[];
			reviewedVersion?: number | null;
			cover?: string | null;
			/** @enum {string} */
			status?: "draft" | "published" | "archived";
			publishedAt?: string | null;
			source?: string | null;
			message?: string;
		};
		ReviewPatch: {
			paper?: string;
			title?: string;
			slug?: string;
			summary?: string | null;
			body?: string;
			language?: string;
			category?: string | null;
			tags?: string[];
			reviewedVersion?: number | null;
			cover?: string | null;
			/** @enum {string} */
			status?: "draft" | "published" | "archived";
			publishedAt?: string | null;
			source?: string | null;
			message?: string;
		};
		WrittenReview: {
			id: string;
			slug: string;
			title: string;
			summary: string | null;
			language: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
			publishedAt: string | null;
			updatedAt: string;
			revision: number;
			excerpt: string | null;
			readingMinutes: number;
			cover: {
				id: string | null;
				isChosen: boolean;
				url: string;
				width: number | null;
				height: number | null;
				alt: string;
				placeholder: string | null;
				color: string | null;
				variants: {
					width: number;
					mediaType: string;
					url: string;
				}[];
			} | null;
			reviewedVersion: {
				number: number;
				releasedOn: string | null;
			} | null;
			outdated: boolean;
			paper: {
				id: string;
				slug: string;
				title: string;
				acronym: string | null;
				arxiv: string | null;
				/** @enum {string} */
				status: "active" | "withdrawn" | "retracted";
				venue: string | null;
				publishedOn: string | null;
				doi: string | null;
				authors: {
					name: string;
					orcid: string | null;
				}[];
				links: {
					/** @enum {string} */
					kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
					label: string;
					url: string | null;
				}[];
			};
			category: {
				id: string;
				slug: string;
				name: string;
				path: string;
			} | null;
			tags: {
				id: string;
				slug: string;
				name: string;
			}[];
			body: string;
			html: string;
			sections: {
				level: number;
				heading: string;
				anchor: string;
				/** @enum {string} */
				kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
			}[];
			renderWarnings: {
				line: number | null;
				source: string | null;
				detail: string;
			}[];
			source: string | null;
			createdAt: string;
			deletedAt: string | null;
			previous: {
				id: string;
				slug: string;
				title: string;
			} | null;
			next: {
				id: string;
				slug: string;
				title: string;
			} | null;
			jsonld?: string;
			text?: string;
			leftOut?: {
				pointer: string;
				detail: string;
			}[];
		};
		PublishReview: {
			at?: string;
			message?: string;
		};
		ReviewAction: {
			message?: string;
		};
		ReviewDraft: {
			paper: string;
			title: string;
			slug: string;
			summary: string | null;
			body: string;
			language: string;
			category: string | null;
			tags: string[];
			reviewedVersion: number | null;
			cover: string | null;
			baseRevision: number;
			createdAt: string;
			updatedAt: string;
			revision: number;
		};
		NewReviewDraft: {
			paper: string;
			title?: string;
			slug?: string;
			summary?: string | null;
			body: string;
			language: string;
			category?: string | null;
			tags?: string[];
			reviewedVersion?: number | null;
			cover?: string | null;
		};
		ReviewDraftPatch: {
			paper?: string;
			title?: string;
			slug?: string;
			summary?: string | null;
			body?: string;
			language?: string;
			category?: string | null;
			tags?: string[];
			reviewedVersion?: number | null;
			cover?: string | null;
		};
		RevisionSummary: {
			revision: number;
			at: string;
			/** @enum {string} */
			action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
			message: string | null;
			by: {
				key: string | null;
				name: string;
			};
			title: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
		};
		RevisionPage: {
			data: components["schemas"]["RevisionSummary"][];
			page: components["schemas"]["Page"];
		};
		ReviewRevision: {
			revision: number;
			at: string;
			/** @enum {string} */
			action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
			message: string | null;
			by: {
				key: string | null;
				name: string;
			};
			title: string;
			/** @enum {string} */
			status: "draft" | "scheduled" | "published" | "archived" | "trashed";
			summary: string | null;
			body: string;
			language: string;
			tags: string[];
			reviewedVersion: number | null;
			cover: string | null;
			slug: string;
			paper: {
				id: string;
				title: string;
			};
			category: {
				id: string;
				name: string;
			} | null;
			publishedAt: string | null;
			source: string | null;
			comparison?: {
				against: number;
				fields: {
					/** @enum {string} */
					field: "title" | "summary" | "language" | "tags" | "reviewedVersion" | "cover" | "slug" | "paper" | "category" | "publishedAt" | "source" | "status";
					before: unknown;
					after: unknown;
				}[];
				body: string | null;
			};
		};
		PreviewLink: {
			id: string;
			/** @enum {string} */
			of: "current" | "draft";
			createdAt: string;
			expiresAt: string;
		};
		CreatedPreviewLink: {
			id: string;
			/** @enum {string} */
			of: "current" | "draft";
			createdAt: string;
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
			body: string;
		};
		Rendering: {
			html: string;
			sections: {
				level: number;
				heading: string;
				anchor: string;
				/** @enum {string} */
				kind: "abstract" | "introduction" | "background" | "method" | "experiments" | "results" | "analysis" | "limitations" | "conclusion" | "opinion" | "other";
			}[];
			excerpt: string | null;
			text: string;
			readingMinutes: number;
			cover: {
				id: string | null;
				isChosen: boolean;
				url: string;
				width: number | null;
				height: number | null;
				alt: string;
				placeholder: string | null;
				color: string | null;
				variants: {
					width: number;
					mediaType: string;
					url: string;
				}[];
			} | null;
			renderWarnings: {
				line: number | null;
				source: string | null;
				detail: string;
			}[];
		};
		PaperSummary: {
			id: string;
			slug: string;
			title: string;
			acronym: string | null;
			abstract: string | null;
			venue: string | null;
			publishedOn: string | null;
			primaryClass: string | null;
			/** @enum {string} */
			status: "active" | "withdrawn" | "retracted";
			identifiers: {
				arxiv: string | null;
				doi: string | null;
				openreview: string | null;
			};
			authors: {
				name: string;
				orcid: string | null;
			}[];
			versions: {
				number: number;
				releasedOn: string | null;
			}[];
			links: {
				/** @enum {string} */
				kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
				label: string;
				url: string | null;
			}[];
			latestVersion: {
				number: number;
				releasedOn: string | null;
			} | null;
			reviewCount: number;
			createdAt: string;
			updatedAt: string;
			revision: number;
			highlight?: {
				title: string;
				snippet: string | null;
			};
		};
		Paper: {
			id: string;
			slug: string;
			title: string;
			acronym: string | null;
			abstract: string | null;
			venue: string | null;
			publishedOn: string | null;
			primaryClass: string | null;
			/** @enum {string} */
			status: "active" | "withdrawn" | "retracted";
			identifiers: {
				arxiv: string | null;
				doi: string | null;
				openreview: string | null;
			};
			authors: {
				name: string;
				orcid: string | null;
			}[];
			versions: {
				number: number;
				releasedOn: string | null;
			}[];
			links: {
				/** @enum {string} */
				kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
				label: string;
				url: string | null;
			}[];
			latestVersion: {
				number: number;
				releasedOn: string | null;
			} | null;
			reviewCount: number;
			createdAt: string;
			updatedAt: string;
			revision: number;
			reviews: {
				id: string;
				slug: string;
				title: string;
				summary: string | null;
				language: string;
				publishedAt: string;
				reviewedVersion: number | null;
			}[];
			jsonld?: string;
		};
		PaperPage: {
			data: components["schemas"]["PaperSummary"][];
			page: components["schemas"]["Page"];
			facets?: {
				tag?: components["schemas"]["FacetCount"][];
				year?: components["schemas"]["FacetCount"][];
				venue?: components["schemas"]["FacetCount"][];
			};
		};
		NewPaper: {
			title: string;
			slug?: string;
			acronym?: string | null;
			abstract?: string | null;
			venue?: string | null;
			publishedOn?: string | null;
			primaryClass?: string | null;
			identifiers?: {
				arxiv?: string | null;
				doi?: string | null;
				openreview?: string | null;
			};
			authors?: {
				name: string;
				orcid?: string | null;
			}[];
			versions?: {
				number: number;
				releasedOn?: string | null;
			}[];
			links?: {
				/** @enum {string} */
				kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
				label: string;
				url?: string | null;
			}[];
		};
		PaperPatch: {
			title?: string;
			slug?: string;
			acronym?: string | null;
			abstract?: string | null;
			venue?: string | null;
			publishedOn?: string | null;
			primaryClass?: string | null;
			identifiers?: {
				arxiv?: string | null;
				doi?: string | null;
				openreview?: string | null;
			};
			authors?: {
				name: string;
				orcid?: string | null;
			}[];
			versions?: {
				number: number;
				releasedOn?: string | null;
			}[];
			links?: {
				/** @enum {string} */
				kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
				label: string;
				url?: string | null;
			}[];
		};
		NewPaperVersion: {
			number: number;
			releasedOn?: string | null;
		};
		MergePaper: {
			into: string;
		};
		Tag: {
			id: string;
			slug: string;
			name: string;
			description: string | null;
			reviewCount: number;
			createdAt: string;
			updatedAt: string;
			revision: number;
		};
		TagPage: {
			data: components["schemas"]["Tag"][];
			page: components["schemas"]["Page"];
		};
		NewTag: {
			name: string;
			slug?: string;
			description?: string | null;
		};
		TagPatch: {
			name?: string;
			slug?: string;
			description?: string | null;
		};
		Category: {
			id: string;
			slug: string;
			name: string;
			position: number;
			description: string | null;
			parent: {
				id: string;
				slug: string;
				name: string;
			} | null;
			path: string;
			reviewCount: number;
			createdAt: string;
			updatedAt: string;
			revision: number;
			children?: components["schemas"]["Category"][];
		};
		CategoryPage: {
			data: components["schemas"]["Category"][];
			page: components["schemas"]["Page"];
		};
		NewCategory: {
			name: string;
			slug?: string;
			parent?: string | null;
			position?: number;
			description?: string | null;
		};
		CategoryPatch: {
			name?: string;
			slug?: string;
			parent?: string | null;
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
			alt: string;
			placeholder: string;
			color: string;
			url: string;
			variants: {
				width: number;
				mediaType: string;
				url: string;
			}[];
			animated: boolean;
			createdAt: string;
			updatedAt: string;
			revision: number;
		};
		ImagePage: {
			data: components["schemas"]["Image"][];
			page: components["schemas"]["Page"];
		};
		ImagePatch: {
			alt?: string;
		};
		PrunedImages: {
			images: number;
			files: number;
		};
		Redirect: {
			id: string;
			path: string;
			target: {
				/** @enum {string} */
				type: "review" | "category" | "address";
				id: string | null;
				slug: string | null;
				url: string | null;
			};
			location: string | null;
			createdAt: string;
			updatedAt: string;
			revision: number;
		};
		RedirectPage: {
			data: components["schemas"]["Redirect"][];
			page: components["schemas"]["Page"];
		};
		NewRedirect: {
			path: string;
			target: {
				/** @enum {string} */
				type: "review" | "category" | "address";
				id?: string | null;
				slug?: string | null;
				url?: string | null;
			};
		};
		RedirectPatch: {
			path?: string;
			target?: {
				/** @enum {string} */
				type: "review" | "category" | "address";
				id?: string | null;
				slug?: string | null;
				url?: string | null;
			};
		};
		Key: {
			id: string;
			name: string;
			scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
			/** @enum {string} */
			status: "active" | "expired" | "revoked";
			createdAt: string;
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
			scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
			/** @enum {string} */
			status: "active" | "expired" | "revoked";
			createdAt: string;
			expiresAt: string | null;
			lastUsedAt: string | null;
			revokedAt: string | null;
			previousUntil: string | null;
			key: string;
		};
		NewKey: {
			name: string;
			scopes: ("drafts:read" | "reviews:write" | "reviews:publish" | "papers:write" | "taxonomy:write" | "keys:manage" | "history:read" | "audit:read" | "trash:purge")[];
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
				slug: string;
				name: string;
			}[];
		};
		Change: {
			version: number;
			/** @enum {string} */
			type: "paper" | "review" | "tag" | "category" | "image" | "redirect";
			id: string;
			slug: string;
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
			/** @enum {string} */
			action: "create" | "update" | "publish" | "schedule" | "unpublish" | "archive" | "trash" | "untrash" | "delete" | "restore" | "edit-draft" | "discard-draft" | "link-preview" | "revoke-preview" | "add-version" | "merge" | "withdraw" | "retract" | "reinstate" | "revoke" | "rotate";
			/** @enum {string} */
			type: "paper" | "review" | "tag" | "category" | "image" | "redirect" | "key";
			thing: {
				id: string;
				slug: string | null;
			};
			from: number | null;
			to: number | null;
			by: {
				key: string | null;
				name: string;
			};
			address: string | null;
			requestId: string | null;
		};
		AuditPage: {
			data: components["schemas"]["AuditEntry"][];
			page: components["schemas"]["Page"];
		};
		PaperItem: {
			id?: string;
			title?: string;
			slug?: string;
			acronym?: string | null;
			abstract?: string | null;
			venue?: string | null;
			publishedOn?: string | null;
			primaryClass?: string | null;
			identifiers?: {
				arxiv?: string | null;
				doi?: string | null;
				openreview?: string | null;
			};
			authors?: {
				name: string;
				orcid?: string | null;
			}[];
			versions?: {
				number: number;
				releasedOn?: string | null;
			}[];
			links?: {
				/** @enum {string} */
				kind: "arxiv" | "pdf" | "code" | "project" | "model" | "dataset" | "demo" | "video" | "slides" | "poster" | "blog" | "openreview" | "other";
				label: string;
				url?: string | null;
			}[];
		};
		ReviewItem: {
			id?: string;
			paper?: string | components["schemas"]["PaperPatch"];
			title?: string;
			slug?: string;
			summary?: string | null;
			body?: string;
			language?: string;
			category?: string | string[] | null;
			tags?: string[];
			reviewedVersion?: number | null;
			cover?: string | null;
			/** @enum {string} */
			status?: "draft" | "published" | "archived";
			publishedAt?: string | null;
			source?: string | null;
			message?: string;
		};
		TagItem: {
			id?: string;
			name?: string;
			slug?: string;
			description?: string | null;
		};
		CategoryItem: {
			id?: string;
			name?: string;
			slug?: string;
			parent?: string | null;
			position?: number;
			description?: string | null;
		};
		RedirectItem: {
			id?: string;
			path?: string;
			target?: {
				/** @enum {string} */
				type: "review" | "category" | "address";
				id?: string | null;
				slug?: string | null;
				url?: string | null;
			};
		};
		ReviewFind: {
			id?: string;
			source?: string;
			slug?: string;
			title?: string;
			paper?: string;
		};
		BatchItem: {
			/** @enum {string} */
			type: "paper";
			/** @enum {string} */
			action?: "save";
			ifMatch?: string | number;
			data: components["schemas"]["PaperItem"];
		} | {
			/** @enum {string} */
			type: "paper";
			/** @enum {string} */
			action: "delete";
			ifMatch?: string | number;
			data: {
				id?: string;
				identifiers?: {
					arxiv?: string | null;
					doi?: string | null;
					openreview?: string | null;
				};
				slug?: string;
			};
		} | {
			/** @enum {string} */
			type: "review";
			/** @enum {string} */
			action?: "save";
			ifMatch?: string | number;
			data: components["schemas"]["ReviewItem"];
			find?: components["schemas"]["ReviewFind"][];
			create?: components["schemas"]["ReviewItem"];
		} | {
			/** @enum {string} */
			type: "review";
			/** @enum {string} */
			action: "delete";
			ifMatch?: string | number;
			data: {
				id?: string;
				source?: string | null;
				slug?: string;
			};
		} | {
			/** @enum {string} */
			type: "review";
			/** @enum {string} */
			action: "publish";
			ifMatch?: string | number;
			data: {
				id?: string;
				source?: string | null;
				slug?: string;
				at?: string;
				message?: string;
			};
		} | {
			/** @enum {string} */
			type: "review";
			/** @enum {string} */
			action: "unpublish";
			ifMatch?: string | number;
			data: {
				id?: string;
				source?: string | null;
				slug?: string;
				message?: string;
			};
		} | {
			/** @enum {string} */
			type: "review";
			/** @enum {string} */
			action: "archive";
			ifMatch?: string | number;
			data: {
				id?: string;
				source?: string | null;
				slug?: string;
				message?: string;
			};
		} | {
			/** @enum {string} */
			type: "tag";
			/** @enum {string} */
			action?: "save";
			ifMatch?: string | number;
			data: components["schemas"]["TagItem"];
		} | {
			/** @enum {string} */
			type: "tag";
			/** @enum {string} */
			action: "delete";
			ifMatch?: string | number;
			data: {
				id?: string;
				slug?: string;
				name?: string;
			};
		} | {
			/** @enum {string} */
			type: "category";
			/** @enum {string} */
			action?: "save";
			ifMatch?: string | number;
			data: components["schemas"]["CategoryItem"];
		} | {
			/** @enum {string} */
			type: "category";
			/** @enum {string} */
			action: "delete";
			ifMatch?: string | number;
			data: {
				id?: string;
				slug?: string;
				name?: string;
			};
		} | {
			/** @enum {string} */
			type: "redirect";
			/** @enum {string} */
			action?: "save";
			ifMatch?: string | number;
			data: components["schemas"]["RedirectItem"];
		} | {
			/** @enum {string} */
			type: "redirect";
			/** @enum {string} */
			action: "delete";
			ifMatch?: string | number;
			data: {
				id?: string;
				path?: string;
			};
		};
		BatchItems: components["schemas"]["BatchItem"][];
		BatchResult: {
			index: number;
			status: number;
			/** @enum {string|null} */
			type: "paper" | "review" | "tag" | "category" | "redirect" | null;
			/** @enum {string|null} */
			outcome: "created" | "updated" | "unchanged" | "deleted" | null;
			changed: string[];
			/** @enum {string|null} */
			state: "draft" | "scheduled" | "published" | "archived" | "trashed" | null;
			id: string | null;
			slug: string | null;
			revision: number | null;
			leftOut: {
				pointer: string;
				detail: string;
			}[];
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
