import type { ReportFileFormat } from '../model/report-file.model';

/** What is frozen, to the byte. */
export const REPORT_JSON: ReportFileFormat = {
  ending: 'json',
  mediaType: 'application/json',
  drawn: false,
  write: ({ bytes }) => Promise.resolve(bytes),
};
