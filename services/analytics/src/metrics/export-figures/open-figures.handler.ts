import type { ServedFile, UnservedFile } from '@redress/files';
import type { FiguresLinks } from './figures-links.client';
import type { DownloadParts } from './prepare-figures.handler';
import { writeFigures } from './write-figures.handler';

const [NOT_FOUND, CONFLICT, GONE] = [404, 409, 410];
const unknown: UnservedFile = { status: NOT_FOUND, code: 'LINK_UNKNOWN' };

/**
 * What a link leads to: the question asked again for whom it was prepared, at the moment of then. Where that does not give
 * the bytes that were promised, because facts or definitions were made anew since, there is no file.
 */
export async function openFigures(
  link: string,
  parts: DownloadParts & { readonly links: Pick<FiguresLinks, 'read'> },
): Promise<ServedFile | UnservedFile> {
  const { database, clock, downloads, links } = parts;
  const target = links.read(link);
  if (target === undefined) return unknown;
  const { tenantId, fileId, expiresAt } = target;
  if (expiresAt.getTime() <= clock.now().getTime()) return { status: GONE, code: 'LINK_EXPIRED' };
  const download = await downloads.find(database.reader(tenantId), fileId);
  if (download === undefined) return unknown;
  const { seesPersons, asOf, sha256 } = download;
  const written = await writeFigures(parts, { tenantId, seesPersons }, download, asOf);
  if (!written.ok) return { status: CONFLICT, code: written.refusals[0]?.code ?? 'ANALYTICS_FIGURES_CHANGED' };
  const { fileName, mediaType, content } = written.value;
  if (written.value.sha256 !== sha256) return { status: CONFLICT, code: 'ANALYTICS_FIGURES_CHANGED' };
  return { fileName, mediaType, sha256, content, sizeBytes: content.length };
}
