import { createHash } from 'node:crypto';
import type { ServedFile } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ReportContent } from '../model/report-content.model';
import type { ReportFileFormat } from '../model/report-file.model';
import { REPORT_FORMATS, type FileLanguage, type ReportFormat } from '../model/report-format.model';
import type { ReportLinks } from '../model/report-links.client';
import type { ReportRepository } from '../model/report.repository';

export interface DownloadDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly reports: ReportRepository;
  readonly links: ReportLinks;
  readonly formats: Readonly<Record<ReportFormat, ReportFileFormat>>;
}

const [NOT_FOUND, GONE] = [404, 410];

/** What a link leads to, written anew from what is frozen; or the status that says why it leads nowhere. */
export async function openDownload(
  link: string,
  query: Readonly<Record<string, unknown>>,
  { database, clock, reports, links, formats }: DownloadDependencies,
): Promise<ServedFile | number> {
  const target = links.read(link);
  const format = REPORT_FORMATS.find((each) => each.toLowerCase() === query['format']);
  const language = languageOf(query['language']);
  if (target === undefined || format === undefined || language === undefined) return NOT_FOUND;
  if (target.expiresAt.getTime() <= clock.now().getTime()) return GONE;
  const reader = database.reader(target.tenantId);
  const [report] = await reports.find(reader, [target.fileId]);
  const [bytes = null] = await reports.contents(reader, [target.fileId]);
  if (report === undefined || bytes === null) return NOT_FOUND;
  const file = formats[format];
  const frozen = { report, bytes, content: JSON.parse(bytes.toString()) as ReportContent };
  const content = await file.write(frozen, language);
  const { definition, period, edition } = report;
  return {
    fileName: `${definition.code}-${period.from}-${edition}.${file.ending}`,
    mediaType: file.mediaType,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  };
}

function languageOf(value: unknown): FileLanguage | undefined {
  if (value === undefined) return 'zh-CN';
  return value === 'zh-CN' || value === 'en' ? value : undefined;
}
