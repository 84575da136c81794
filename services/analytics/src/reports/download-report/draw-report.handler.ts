import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { DrawingQueue, type DrawingLimits } from '@redress/documents';
import { accept, refuse, type Outcome } from '@redress/kernel';
import type { ReportContent } from '../model/report-content.model';
import type { ReportFileFormat } from '../model/report-file.model';
import type { FileLanguage, ReportFormat } from '../model/report-format.model';
import type { Report } from '../model/report.model';

/** A file of a report as it is handed out. */
export interface DrawnFile {
  readonly content: Buffer;
  readonly sha256: string;
}

export interface WantedFile {
  readonly tenantId: string;
  readonly report: Report;
  readonly format: ReportFormat;
  readonly language: FileLanguage;
}

/** Why there is no file: the report is not made, or too many others are to be drawn before. */
export type DrawingRefusal = 'NOT_FOUND' | 'ANALYTICS_REPORT_FILES_BUSY';

export type DrawReport = (wanted: WantedFile) => Promise<Outcome<DrawnFile, DrawingRefusal>>;

export interface DrawingParts {
  readonly formats: Readonly<Record<ReportFormat, ReportFileFormat>>;
  /** What a report says, as it is frozen. */
  readonly contentOf: (tenantId: string, reportId: string) => Promise<Buffer | null>;
  readonly limits?: DrawingLimits;
}

/** So few that the last of them is there before whoever waits gives up. */
const USUAL: DrawingLimits = { bytesKept: 64 * 1024 * 1024, drawings: 16, drawingsOfTenant: 8 };

/**
 * Draws files of reports, one at a time and each once: for all who ask while it is drawn, and for those who ask later as
 * long as it is kept. Every change of a report, such as its signature, is a version, of which the files never change.
 */
export function drawingReports({ formats, contentOf, limits = USUAL }: DrawingParts): DrawReport {
  const queue = new DrawingQueue<DrawnFile | null>(limits, (file) => file?.content.length);

  async function write({ tenantId, report, format, language }: WantedFile): Promise<DrawnFile | null> {
    const bytes = await contentOf(tenantId, report.id);
    if (bytes === null) return null;
    const frozen = { report, bytes, content: JSON.parse(bytes.toString()) as ReportContent };
    const content = await formats[format].write(frozen, language);
    return { content, sha256: createHash('sha256').update(content).digest('hex') };
  }

  function fileOf(wanted: WantedFile): Promise<DrawnFile | null> | undefined {
    const { tenantId, report, format, language } = wanted;
    if (!formats[format].drawn) return write(wanted);
    const name = [tenantId, report.id, report.version, format, language].join('/');
    return queue.take(tenantId, name, async () => {
      // Drawing keeps the processor busy: between two files questions are answered.
      await setImmediate();
      return write(wanted);
    });
  }

  return async (wanted) => {
    const file = fileOf(wanted);
    if (file === undefined) return refuse({ code: 'ANALYTICS_REPORT_FILES_BUSY', retryable: true });
    const drawn = await file;
    return drawn === null ? refuse({ code: 'NOT_FOUND' }) : accept(drawn);
  };
}
