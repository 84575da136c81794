import { fileRoutes, readLink, type ServedFile } from '@redress/files';
import { LOCALES } from '@redress/graphql-runtime';
import { PAPERS_PATH } from '../../public-files/file-links';
import { renderPaper, type RenderPaperPorts } from './render-paper.handler';

/** `GET /finance-files/papers/<link>?language=en&copy=2`. Rendering keeps the processor busy: one paper at a time. */
export function paperRoutes(linkKey: Buffer, ports: RenderPaperPorts): ReturnType<typeof fileRoutes> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  return fileRoutes({
    path: PAPERS_PATH,
    sizeBytesAtMost: 0,
    open: (link, query) => inTurn(() => open(link, query, linkKey, ports)),
  });
}

async function open(
  text: string,
  query: Readonly<Record<string, unknown>>,
  linkKey: Buffer,
  ports: RenderPaperPorts,
): Promise<ServedFile | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return 404;
  if (link.expiresAt.getTime() <= ports.clock.now().getTime()) return 410;
  const language = LOCALES.find((locale) => locale === (query['language'] ?? 'zh-CN'));
  const copy = query['copy'] === undefined ? undefined : Number(query['copy']);
  if (language === undefined) return 404;
  const wanted = { tenantId: link.tenantId, paperId: link.fileId };
  const rendered = await renderPaper(wanted, { language, ...(copy === undefined ? {} : { copy }) }, ports);
  if (rendered === undefined) return 404;
  const { paper, content, sha256 } = rendered;
  const suffix = copy === undefined ? '' : `-${copy}`;
  return {
    fileName: `${paper.number}${suffix}-${language}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: content.length,
    sha256,
    content,
  };
}
