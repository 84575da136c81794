import type { ReportFileFormat } from '../model/report-file.model';

/** What is frozen, to the byte. */
export const REPORT_JSON: ReportFileFormat = {
  ending: 'json',
  mediaType: 'application/json',
  write: ({ bytes }) => Promise.resolve(bytes),
};
