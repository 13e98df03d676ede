import { type ParsedIdentifier, refuse } from './parsed.ts';

/** Identifiers of the ACL Anthology: those since 2020, and those before. */
const ACL = /^(?:(\d{4}\.[a-z\d]+(?:_[a-z\d]+)*-[a-z\d]+(?:_[a-z\d]+)*\.\d{1,4})|([a-z]\d{2}-\d{4}))$/i;

/** Whether a text is shaped like one; the old ones with the capital that no slug has. */
export const looksLikeAcl = (text: string): boolean => ACL.test(text) && !/^[a-z]/.test(text);

/** Parses an identifier of the ACL Anthology (https://aclanthology.org/info/ids/). */
export function parseAcl(text: string): ParsedIdentifier {
  const [, recent, old] = ACL.exec(text) ?? [];
  if (recent !== undefined) return { ok: true, value: recent.toLowerCase() };
  if (old !== undefined) return { ok: true, value: old.toUpperCase() };
  return refuse('An identifier of the ACL Anthology is like 2023.acl-long.1, or N19-1423 from before 2020.');
}

/** Parses an identifier of PubMed. */
export function parsePmid(text: string): ParsedIdentifier {
  const digits = /^(?:pmid[\s:]+)?0*([1-9]\d{0,8})$/i.exec(text)?.[1];
  return digits === undefined
    ? refuse('A PMID is a number of at most nine digits, like 31452104.')
    : { ok: true, value: digits };
}

/** Parses an identifier of PubMed Central; a version of its file is no version of the paper. */
export function parsePmcid(text: string): ParsedIdentifier {
  const digits = /^(?:pmcid[\s:]+)?(?:PMC)?0*([1-9]\d{0,8})(?:\.\d+)?$/i.exec(text)?.[1];
  return digits === undefined
    ? refuse('A PMCID is PMC and a number of at most nine digits, like PMC7029759.')
    : { ok: true, value: `PMC${digits}` };
}

/** Parses an identifier of Semantic Scholar: the hash of a paper, or the number of one in its corpus. */
export function parseS2(text: string): ParsedIdentifier {
  const [, hash, digits] = /^(?:([\da-f]{40})|(?:CorpusId:\s*)?0*([1-9]\d{0,11}))$/i.exec(text) ?? [];
  const value = hash?.toLowerCase() ?? digits;
  return value === undefined
    ? refuse(
        'An identifier of Semantic Scholar is the 40 hexadecimal digits in the address of a paper, or its CorpusId, a number.',
      )
    : { ok: true, value };
}

/** Parses the volume and name of a paper in the Proceedings of Machine Learning Research: `v97/tan19a`. */
export function parsePmlr(text: string): ParsedIdentifier {
  const [, series, name] = /^(v\d{1,4}|r\d{1,3})\/([a-z][a-z\d_-]{1,80})$/i.exec(text) ?? [];
  return series === undefined || name === undefined
    ? refuse('A paper of PMLR is named by its volume and its key there, like v97/tan19a.')
    : { ok: true, value: `${series}/${name}`.toLowerCase() };
}

/** Parses the folder and name of a paper in the open access of the Computer Vision Foundation. */
export function parseCvf(text: string): ParsedIdentifier {
  const value = /^content[_/][\w-]+(?:\/[\w-]+)?\/[\p{L}\p{M}\d_.'’-]{3,150}_\d{4}$/u.exec(
    text.normalize('NFC'),
  )?.[0];
  return value === undefined
    ? refuse(
        'A paper of the CVF is named by its address there, without html and _paper, like content_cvpr_2016/He_Deep_Residual_Learning_CVPR_2016.',
      )
    : { ok: true, value };
}

/** Parses the year and hash of a paper in the proceedings of NeurIPS, with its track since 2022. */
export function parseNeurips(text: string): ParsedIdentifier {
  const value =
    /^((?:19|20)\d\d\/)([\da-f]{32})((?:-(?:Conference|Datasets_and_Benchmarks(?:_Track)?|[A-Z]\w{2,40}))?)$/i.exec(
      text,
    );
  return value === null
    ? refuse(
        'A paper of NeurIPS is named by its year and the hash in its address, like 2017/3f5ee243547dee91fbd053c1c4a845aa.',
      )
    : { ok: true, value: `${value[1]}${value[2]?.toLowerCase()}${value[3]}` };
}
