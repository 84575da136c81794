export const REPORT_FORMATS = ['JSON', 'XLSX', 'PDF'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Languages in which files are written. */
export type FileLanguage = 'zh-CN' | 'en';
