import { fileRoutes, readLink, type ServedFile, type UnservedFile } from '@redress/files';
import { LOCALES, type Locale } from '@redress/graphql-runtime';
import { PAPERS_PATH } from '../../public-files/file-links';
import { renderPaper, type RenderPaperPorts } from './render-paper.handler';

/** `GET /finance-files/papers/<link>?language=en&copy=2`. */
export function paperRoutes(linkKey: Buffer, ports: RenderPaperPorts): ReturnType<typeof fileRoutes> {
  return fileRoutes({
    path: PAPERS_PATH,
    sizeBytesAtMost: 0,
    open: (link, query) => openPaper(link, query, linkKey, ports),
  });
}

const [NOT_FOUND, GONE, UNAVAILABLE] = [404, 410, 503];

/** As long as a few papers take. */
const AGAIN_AFTER_SECONDS = 5;
const BUSY: Readonly<Record<Locale, string>> = {
  'zh-CN': '正在生成的单据较多，请稍后再试。',
  en: 'Many papers are being drawn at the moment. Try again in a few seconds.',
};

/** What a link leads to, or why it leads nowhere. */
export async function openPaper(
  text: string,
  query: Readonly<Record<string, unknown>>,
  linkKey: Buffer,
  ports: RenderPaperPorts,
): Promise<ServedFile | UnservedFile | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return NOT_FOUND;
  if (link.expiresAt.getTime() <= ports.clock.now().getTime()) return GONE;
  const language = LOCALES.find((locale) => locale === (query['language'] ?? 'zh-CN'));
  const copy = query['copy'] === undefined ? undefined : Number(query['copy']);
  if (language === undefined) return NOT_FOUND;
  const wanted = { tenantId: link.tenantId, paperId: link.fileId };
  const rendered = await renderPaper(wanted, { language, ...(copy === undefined ? {} : { copy }) }, ports);
  if (!rendered.ok) return rendered.refusals.some(({ retryable }) => retryable === true) ? busy(language) : NOT_FOUND;
  const { paper, content, sha256 } = rendered.value;
  const suffix = copy === undefined ? '' : `-${copy}`;
  return {
    fileName: `${paper.number}${suffix}-${language}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: content.length,
    sha256,
    content,
  };
}

function busy(language: Locale): UnservedFile {
  const code = 'FINANCE_PAPER_FILES_BUSY';
  return { status: UNAVAILABLE, code, message: BUSY[language], retryAfterSeconds: AGAIN_AFTER_SECONDS };
}
