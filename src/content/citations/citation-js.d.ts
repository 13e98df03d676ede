// The used part of citation-js, which has no types.
declare module '@citation-js/core' {
  interface CslData {
    title?: string;
    type?: string;
    DOI?: string;
    author?: object[];
  }
  export class Cite {
    readonly data: CslData[];
    constructor(items: unknown, options?: { generateGraph?: boolean; forceType?: string });
    format(name: 'bibliography', options: { template: string; lang: string; format: 'text' }): string;
  }
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
