import type { ServedFile, UnservedFile } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ReportFileFormat } from '../model/report-file.model';
import { REPORT_FORMATS, type FileLanguage, type ReportFormat } from '../model/report-format.model';
import type { ReportLinks } from '../model/report-links.client';
import type { ReportRepository } from '../model/report.repository';
import type { DrawReport } from './draw-report.handler';

export interface DownloadDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly reports: ReportRepository;
  readonly links: ReportLinks;
  readonly formats: Readonly<Record<ReportFormat, ReportFileFormat>>;
  readonly draw: DrawReport;
}

const [NOT_FOUND, GONE, UNAVAILABLE] = [404, 410, 503];

/** As long as a few files take. */
const AGAIN_AFTER_SECONDS = 5;
const BUSY: Readonly<Record<FileLanguage, string>> = {
  'zh-CN': '正在生成的文件较多，请稍后再试。',
  en: 'Many files are being drawn at the moment. Try again in a few seconds.',
};

/** What a link leads to, as it is frozen; or the status that says why it leads nowhere. */
export async function openDownload(
  link: string,
  query: Readonly<Record<string, unknown>>,
  { database, clock, reports, links, formats, draw }: DownloadDependencies,
): Promise<ServedFile | UnservedFile | number> {
  const target = links.read(link);
  const format = REPORT_FORMATS.find((each) => each.toLowerCase() === query['format']);
  const language = languageOf(query['language']);
  if (target === undefined || format === undefined || language === undefined) return NOT_FOUND;
  if (target.expiresAt.getTime() <= clock.now().getTime()) return GONE;
  const { tenantId, fileId } = target;
  const [report] = await reports.find(database.reader(tenantId), [fileId]);
  if (report === undefined) return NOT_FOUND;
  const drawn = await draw({ tenantId, report, format, language });
  if (!drawn.ok) return drawn.refusals.some(({ retryable }) => retryable === true) ? busy(language) : NOT_FOUND;
  const { content, sha256 } = drawn.value;
  const { definition, period, edition } = report;
  const { ending, mediaType } = formats[format];
  const fileName = `${definition.code}-${period.from}-${edition}.${ending}`;
  return { fileName, mediaType, sizeBytes: content.length, sha256, content };
}

function busy(language: FileLanguage): UnservedFile {
  const code = 'ANALYTICS_REPORT_FILES_BUSY';
  return { status: UNAVAILABLE, code, message: BUSY[language], retryAfterSeconds: AGAIN_AFTER_SECONDS };
}

function languageOf(value: unknown): FileLanguage | undefined {
  if (value === undefined) return 'zh-CN';
  return value === 'zh-CN' || value === 'en' ? value : undefined;
}
