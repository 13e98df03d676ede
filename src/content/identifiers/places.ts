import type { WebAddress } from './address.ts';
import type { IdentifierScheme } from './schemes.ts';

/** The addresses of an archive or publisher, and the unchecked identifier in them. */
interface Place {
  host: RegExp;
  scheme: IdentifierScheme;
  path?: RegExp;
  /** The parameter that has it. */
  query?: string;
  /** The identifier, by the parts that the path has. */
  write?: (...parts: string[]) => string;
}

/** The hosts of publishers whose addresses hold the DOI. */
const publishers = new RegExp(
  `(?:^|\\.)(?:${[
    'dl.acm.org link.springer.com springeropen.com biomedcentral.com onlinelibrary.wiley.com science.org sciencemag.org',
    'pnas.org aps.org biorxiv.org medrxiv.org tandfonline.com sagepub.com pubs.acs.org pubs.rsc.org iopscience.iop.org',
    'frontiersin.org academic.oup.com royalsocietypublishing.org annualreviews.org pubs.aip.org epubs.siam.org',
    'pubsonline.informs.org worldscientific.com liebertpub.com degruyter.com degruyterbrill.com emerald.com ahajournals.org',
    'nowpublishers.com journals.uchicago.edu psycnet.apa.org spiedigitallibrary.org projecteuclid.org ascelibrary.org',
    'journals.asm.org europepmc.org',
  ]
    .join(' ')
    .replaceAll('.', '\\.')
    .replaceAll(' ', '|')})$`,
);

/** What the pages of publishers have behind a DOI; taken off one by one, since to repeat it in a pattern backtracks without end. */
const behindDoi =
  /(?:\/(?:full|abstract|pdf|epub|epdf|meta|references|summary|figures|tables|html|fulltext\.html|reader|xml(?:\/nlm)?)|\.(?:pdf|html|abstract)|\.full(?:[.-][a-z]+)*)$/i;

function dropBehindDoi(doi: string): string {
  for (let left = doi; ; ) {
    const next = left.replace(behindDoi, '');
    if (next === left) return left;
    left = next;
  }
}

const places: Place[] = [
  {
    host: /^(?:[a-z0-9.-]+\.)?arxiv\.org$|^xxx\.(?:lanl\.gov|itp\.ac\.cn)$/,
    scheme: 'arxiv',
    path: /^(?:abs|pdf|html|ps|src|e-print|format|tb)\/(.+)$/,
  },
  { host: /^(?:huggingface|hf)\.co$/, scheme: 'arxiv', path: /^papers\/(.+)$/ },
  {
    host: /^alphaxiv\.org$/,
    scheme: 'arxiv',
    path: /^(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:abs|pdf|html|overview|resources|audio)\/(.+)$/i,
  },
  { host: /^ar5iv\.org$/, scheme: 'arxiv', path: /^(?:abs|pdf|html)\/(.+)$/ },
  { host: /^(?:arxiv-vanity|emergentmind)\.com$/, scheme: 'arxiv', path: /^papers\/(.+)$/ },
  { host: /^(?:scirate\.com|papers\.cool|deeplearn\.org)$/, scheme: 'arxiv', path: /^arxiv\/(.+)$/ },
  { host: /^(?:api\.)?semanticscholar\.org$/, scheme: 'arxiv', path: /^arxiv[:/](.+)$/i },
  { host: /^ui\.adsabs\.harvard\.edu$/, scheme: 'arxiv', path: /^abs\/arxiv:(.+?)(?:\/.*)?$/i },
  {
    host: /^ui\.adsabs\.harvard\.edu$/,
    scheme: 'arxiv',
    path: /^abs\/\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z]/,
    write: (month, number) => `${month}.${number}`,
  },
  { host: /^(?:dx\.)?doi\.org$/, scheme: 'doi', path: /^(.*)$/ },
  {
    host: publishers,
    scheme: 'doi',
    path: /(?:^|[/:])(10\.\d{4,9}(?:\.\d+)*\/.+)$/,
    write: (doi = '') => dropBehindDoi(doi),
  },
  {
    host: /^nature\.com$/,
    scheme: 'doi',
    path: /^articles\/([a-z\d][a-z\d.-]*?)(?:(?:_reference)?\.pdf|\/.*)?$/,
    write: (id) => `10.1038/${id}`,
  },
  {
    host: /^nature\.com$/,
    scheme: 'doi',
    path: /\/full\/([a-z]+\d+)\.html$/,
    write: (id) => `10.1038/${id}`,
  },
  { host: /^journals\.plos\.org$/, scheme: 'doi', query: 'id' },
  {
    host: /^elifesciences\.org$/,
    scheme: 'doi',
    path: /^(?:articles|reviewed-preprints)\/(\d+)/,
    write: (id) => `10.7554/elife.${id}`,
  },
  {
    host: /^zenodo\.org$/,
    scheme: 'doi',
    path: /^records?\/(\d+)/,
    write: (id) => `10.5281/zenodo.${id}`,
  },
  { host: /^(?:[a-z\d-]+\.)?openreview\.net$/, scheme: 'openreview', query: 'id' },
  {
    host: /(?:^|\.)(?:aclanthology\.org|aclanthology\.info|aclweb\.org)$/,
    scheme: 'acl',
    path: /(?:^|\/)([A-Z]\d{2}-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+)(?:v\d+)?(?:\.(?:pdf|bib|xml|endf))?(?:\/.*)?$/i,
  },
  { host: /^pubmed\.ncbi\.nlm\.nih\.gov$/, scheme: 'pmid', path: /^(\d+)/ },
  { host: /^ncbi\.nlm\.nih\.gov$/, scheme: 'pmid', path: /^pubmed\/(\d+)/ },
  { host: /^europepmc\.org$/, scheme: 'pmid', path: /^(?:article|abstract)\/med\/(\d+)/i },
  {
    host: /^(?:pmc\.)?ncbi\.nlm\.nih\.gov$|^europepmc\.org$/,
    scheme: 'pmcid',
    path: /^(?:pmc\/)?(?:articles?|abstract)\/(?:pmc\/)?(PMC\d+)/i,
  },
  {
    host: /^semanticscholar\.org$/,
    scheme: 's2',
    path: /^(?:paper|reader)\/(?:[^/]+\/)?([\da-f]{40})(?:\/|$)/i,
  },
  { host: /^api\.semanticscholar\.org$/, scheme: 's2', path: /^CorpusID:(\d+)$/i },
  { host: /^connectedpapers\.com$/, scheme: 's2', path: /^main\/([\da-f]{40})/i },
  { host: /^(?:worldcat|openlibrary|isbnsearch)\.org$/, scheme: 'isbn', path: /^isbn\/([\dXx-]+)/ },
  {
    host: /^proceedings\.mlr\.press$/,
    scheme: 'pmlr',
    path: /^((?:v|r)\d+)\/([a-z][\w-]*?)(?:\/\2)?(?:\.html|\.pdf|-supp\.pdf)?$/i,
    write: (volume, name) => `${volume}/${name}`,
  },
  {
    host: /^openaccess\.thecvf\.com$/,
    scheme: 'cvf',
    path: /^(content(?:_\w+|\/\w+))\/(?:html|papers)\/(.+?)_paper\.(?:html|pdf)$/,
    write: (folder, name) => `${folder}/${name}`,
  },
  {
    host: /^(?:papers\.nips\.cc|papers\.neurips\.cc|proceedings\.neurips\.cc)$/,
    scheme: 'neurips',
    path: /^(?:paper|paper_files\/paper)\/(\d{4})\/(?:hash|file)\/([\da-f]{32})-(?:Abstract|Paper|Bibtex|Supplemental|Metadata|Reviews?)((?:-\w+)?)\.(?:html|pdf|bib|json|zip|txt)$/i,
    write: (year, hash, track) => `${year}/${hash}${track}`,
  },
];

/** The unchecked identifier in an address; null where it names no paper. */
export function nameOfAddress(address: WebAddress): { scheme: IdentifierScheme; text: string } | null {
  for (const { host, scheme, path, query, write = (text = '') => text } of places) {
    if (!host.test(address.host)) continue;
    if (query !== undefined) return { scheme, text: address.query.get(query) ?? '' };
    const found = path?.exec(address.path);
    if (found) return { scheme, text: write(...found.slice(1)) };
  }
  return null;
}

const addresses: Record<IdentifierScheme, (value: string) => string> = {
  arxiv: (value) => `https://arxiv.org/abs/${encodeSegments(value)}`,
  doi: (value) => `https://doi.org/${encodeSegments(value)}`,
  openreview: (value) => `https://openreview.net/forum?id=${encodeSegments(value)}`,
  acl: (value) => `https://aclanthology.org/${value}/`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  pmcid: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
  isbn: (value) => `https://openlibrary.org/isbn/${value}`,
  s2: (value) =>
    value.length === 40
      ? `https://www.semanticscholar.org/paper/${value}`
      : `https://api.semanticscholar.org/CorpusID:${value}`,
  pmlr: (value) => `https://proceedings.mlr.press/${value}.html`,
  cvf: (value) => {
    const [folder = '', ...rest] = value.replace(/^content\//, 'content%').split('/');
    const name = rest.map(encodeURIComponent).join('/');
    return `https://openaccess.thecvf.com/${folder.replace('%', '/')}/html/${name}_paper.html`;
  },
  neurips: (value) => {
    const [, year, hash, track] = /^(\d+)\/([\da-f]+)(.*)$/.exec(value) ?? [];
    return `https://proceedings.neurips.cc/paper_files/paper/${year}/hash/${hash}-Abstract${track}.html`;
  },
};

/** The URL of a canonical identifier. */
export function addressOfIdentifier(scheme: IdentifierScheme, value: string): string {
  return addresses[scheme](value);
}

const encodeSegments = (value: string) => value.split('/').map(encodeURIComponent).join('/');
