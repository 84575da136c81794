import type { ReportFileFormat } from '../model/report-file.model';
import type { ReportFormat } from '../model/report-format.model';
import { REPORT_JSON } from './json.mapper';
import { REPORT_PDF } from './pdf.mapper';
import { REPORT_XLSX } from './xlsx.mapper';

/** Every kind of file that a report is written as. */
export const REPORT_FILE_FORMATS: Readonly<Record<ReportFormat, ReportFileFormat>> = {
  JSON: REPORT_JSON,
  XLSX: REPORT_XLSX,
  PDF: REPORT_PDF,
};
