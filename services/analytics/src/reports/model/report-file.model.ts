import type { ReportContent } from './report-content.model';
import type { FileLanguage } from './report-format.model';
import type { Report } from './report.model';

/** A report that was made, with what it says. */
export interface FrozenReport {
  readonly report: Report;
  /** The bytes that the digest is of. */
  readonly bytes: Buffer;
  readonly content: ReportContent;
}

/** A kind of file. The same report in the same language is always the same bytes. */
export interface ReportFileFormat {
  readonly ending: string;
  readonly mediaType: string;
  /** Whether writing it keeps the processor busy. */
  readonly drawn: boolean;
  write(frozen: FrozenReport, language: FileLanguage): Promise<Buffer>;
}
