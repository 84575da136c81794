import type { Label } from '@redress/regulations';

/** What is printed on every paper around its content. */
export const SHEET_WORDS = {
  copy: { zh: '第 {copy} 联,共 {copies} 联 · {holder}', en: 'Copy {copy} of {copies} · {holder}' },
  page: { zh: '第 {page} 页,共 {pages} 页', en: 'Page {page} of {pages}' },
  lines: { zh: '明细', en: 'Lines' },
  seal: { zh: '盖章', en: 'seal' },
  signed: { zh: '已签', en: 'Signed' },
  sealed: { zh: '已盖章', en: 'Sealed' },
  void: { zh: '作废', en: 'VOID' },
} as const satisfies Readonly<Record<string, Label>>;
