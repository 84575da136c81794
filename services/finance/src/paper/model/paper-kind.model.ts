import type { Label, PaperKind as RegulatedPaperKind } from '@redress/regulations';

/** The papers of finance. Each has a series of numbers of its own. */
export const PAPER_KINDS = [
  'SALES_ALLOWANCE_CERTIFICATE',
  'SALES_RETURN_CERTIFICATE',
  'RETURN_SLIP',
  'APPROVAL_SHEET',
  'PENALTY_NOTICE',
  'CREDIT_NOTE',
  'PAYMENT_ADVICE',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a paper is drawn up for. */
export const PAPER_SOURCES = ['SETTLEMENT', 'RETURN', 'PENALTY'] as const;
export type PaperSource = (typeof PAPER_SOURCES)[number];

/** Beginning of its numbers: `CN2026-000001`. */
export const SERIES: Readonly<Record<PaperKind, string>> = {
  SALES_ALLOWANCE_CERTIFICATE: 'AC',
  SALES_RETURN_CERTIFICATE: 'RC',
  RETURN_SLIP: 'RS',
  APPROVAL_SHEET: 'AS',
  PENALTY_NOTICE: 'PN',
  CREDIT_NOTE: 'CN',
  PAYMENT_ADVICE: 'PA',
};

/** What it is called where no regulation names it. */
export const TITLES: Readonly<Record<PaperKind, Label>> = {
  SALES_ALLOWANCE_CERTIFICATE: { zh: '销货折让证明单', en: 'Sales-allowance certificate' },
  SALES_RETURN_CERTIFICATE: { zh: '销货退回证明单', en: 'Sales-return certificate' },
  RETURN_SLIP: { zh: '成品退货单', en: 'Finished-goods return slip' },
  APPROVAL_SHEET: { zh: '签报', en: 'Submission for approval' },
  PENALTY_NOTICE: { zh: '处罚通知单', en: 'Penalty notice' },
  CREDIT_NOTE: { zh: '贷记通知单', en: 'Credit note' },
  PAYMENT_ADVICE: { zh: '付款通知单', en: 'Payment advice' },
};

/** Which paper of finance a paper of a regulation is, if it is one. */
const OF_REGULATION: Readonly<Partial<Record<RegulatedPaperKind, PaperKind>>> = {
  SALES_ALLOWANCE_CERTIFICATE: 'SALES_ALLOWANCE_CERTIFICATE',
  SALES_RETURN_CERTIFICATE: 'SALES_RETURN_CERTIFICATE',
  RETURN_SLIP: 'RETURN_SLIP',
  SUBMISSION_FOR_APPROVAL: 'APPROVAL_SHEET',
  PENALTY_NOTICE: 'PENALTY_NOTICE',
};

export function paperKindOf(kind: RegulatedPaperKind): PaperKind | undefined {
  return OF_REGULATION[kind];
}

/** Whether a regulation may have its say on such a paper; the others are an affair of the books alone. */
export function isRegulated(kind: PaperKind): boolean {
  return Object.values(OF_REGULATION).includes(kind);
}
