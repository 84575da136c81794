import type { Words } from '../model/report-definition.model';

const words = (zh: string, en: string): Words => ({ zh, en });

/** What stands in the files beside the figures. */
export const REPORT_WORDS = {
  summary: words('摘要', 'Report'),
  regulation: words('制度', 'Regulation'),
  period: words('期间', 'Period'),
  timeZone: words('时区', 'Time zone'),
  edition: words('版次', 'Edition'),
  correction: words('更正原因', 'Reason for the correction'),
  dueOn: words('应报日期', 'Due on'),
  readers: words('呈报', 'For'),
  madeAt: words('生成时间', 'Made at'),
  asOf: words('数据截至', 'Figures up to'),
  position: words('变更位置', 'change'),
  incomplete: words('部分事件未到，数据可能不全', 'an event was still missing'),
  digest: words('内容摘要值', 'Digest of the content'),
  signed: words('签核', 'Signed'),
  corrected: words('已更正', 'Corrected'),
  others: words('其他', 'Others'),
  open: words('尚未签核', 'Not signed yet'),
} as const;
