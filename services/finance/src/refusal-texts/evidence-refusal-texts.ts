import type { EvidenceRefusal } from '../evidence/model/evidence.errors';

type OwnRefusal = Extract<EvidenceRefusal, `FINANCE_EVIDENCE_${string}`> | 'FINANCE_EVIDENCE_MISSING';

/** Refusals about evidence. */
export const evidenceRefusalTexts: Readonly<Record<OwnRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_EVIDENCE_MISSING: {
    en: 'Settlement {number} cannot be approved: {missing} more of this evidence must be accepted: {kinds}.',
    'zh-CN': '结算单 {number} 尚不能核准：还须有 {missing} 项已核实的凭证：{kinds}。',
  },
  FINANCE_EVIDENCE_KIND_UNKNOWN: {
    en: 'The regulation asks for no evidence called {kind} here.',
    'zh-CN': '制度在此并未要求名为 {kind} 的凭证。',
  },
  FINANCE_EVIDENCE_FILE_NAME_UNFIT: { en: 'The name of the file cannot be used.', 'zh-CN': '文件名不可用。' },
  FINANCE_EVIDENCE_MEDIA_TYPE_NOT_ALLOWED: {
    en: 'Files of type {mediaType} are not taken.',
    'zh-CN': '不接受 {mediaType} 类型的文件。',
  },
  FINANCE_EVIDENCE_SIZE_OUT_OF_BOUNDS: {
    en: 'A file has 1 to {limit} bytes.',
    'zh-CN': '文件大小须为 1 至 {limit} 字节。',
  },
  FINANCE_EVIDENCE_TOO_MANY: {
    en: 'A settlement has at most {limit} files of evidence.',
    'zh-CN': '一张结算单最多可附 {limit} 个凭证文件。',
  },
  FINANCE_EVIDENCE_NOT_GIVEN: { en: 'The file has not come yet.', 'zh-CN': '文件尚未上传。' },
  FINANCE_EVIDENCE_VERIFIED_ALREADY: {
    en: 'This evidence was accepted or refused already.',
    'zh-CN': '该凭证已核实。',
  },
  FINANCE_EVIDENCE_OWN_WORK: {
    en: 'Evidence is verified by somebody else than who attached it.',
    'zh-CN': '凭证须由提交人以外的人核实。',
  },
  FINANCE_EVIDENCE_REASON_REQUIRED: {
    en: 'To refuse evidence needs a reason of 1 to 500 characters.',
    'zh-CN': '不予认可凭证须说明理由，1 至 500 个字符。',
  },
};
