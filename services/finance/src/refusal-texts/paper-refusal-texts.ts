import type { PaperRefusal } from '../paper/model/paper.errors';

type OwnRefusal = Extract<PaperRefusal, `FINANCE_${string}`>;

/** Refusals about papers. */
export const paperRefusalTexts: Readonly<Record<OwnRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_PAPER_VOID: { en: 'Paper {number} is void.', 'zh-CN': '单据 {number} 已作废。' },
  FINANCE_PAPER_PLACE_UNKNOWN: {
    en: 'Paper {number} has no place for {place} to sign.',
    'zh-CN': '单据 {number} 没有 {place} 的签章处。',
  },
  FINANCE_PAPER_ALREADY_SIGNED: {
    en: 'Paper {number} is signed for {place} already.',
    'zh-CN': '单据 {number} 的 {place} 已签章。',
  },
  FINANCE_PAPER_NOT_YOURS_TO_SIGN: {
    en: 'Only {place} signs there on paper {number}.',
    'zh-CN': '单据 {number} 该处仅由 {place} 签章。',
  },
  FINANCE_PAPER_ONE_SIGNATURE_EACH: {
    en: 'Nobody signs paper {number} in two places.',
    'zh-CN': '同一人不得在单据 {number} 的两处签章。',
  },
  FINANCE_PAPER_SEAL_NEEDS_EVIDENCE: {
    en: 'The customer’s seal on paper {number} is recorded with accepted evidence of the same settlement.',
    'zh-CN': '登记客户在单据 {number} 上的盖章，须附同一结算单下已核实的凭证。',
  },
  FINANCE_PAPER_COPY_UNKNOWN: { en: 'Paper {number} has no copy {copy}.', 'zh-CN': '单据 {number} 没有第 {copy} 联。' },
  FINANCE_PAPER_COPY_HANDED_OUT: {
    en: 'Copy {copy} of paper {number} was handed out already.',
    'zh-CN': '单据 {number} 的第 {copy} 联已发出。',
  },
};
