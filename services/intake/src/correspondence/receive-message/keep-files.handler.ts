import { contentMatches, type ContentStore } from '@redress/files';
import { Readable } from 'node:stream';
import { ATTACHMENTS_AT_MOST, SIZE_BYTES_AT_MOST } from '../../attachment/model/attachment.model';
import type { InboundFile, KeptFile } from './inbound-message.model';

const NAME_LENGTH_AT_MOST = 255;
const NOT_IN_A_NAME = /[/\\\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * Puts the files of a message into the store, as they are; those that no complaint may have are left out and counted.
 * Content that no row names is harmless, so that this may be done again.
 */
export async function keepFiles(
  tenantId: string,
  files: readonly InboundFile[],
  store: ContentStore,
): Promise<{ readonly kept: readonly KeptFile[]; readonly refused: number }> {
  const kept: KeptFile[] = [];
  for (const { fileName, mediaType, content } of files.slice(0, ATTACHMENTS_AT_MOST)) {
    const received = await store.receive(Readable.from([content]), SIZE_BYTES_AT_MOST);
    if (received === undefined) continue;
    const { sizeBytes, sha256, head } = received;
    if (sizeBytes === 0 || !contentMatches(mediaType, head)) {
      await received.discard();
      continue;
    }
    await received.keep(tenantId);
    kept.push({ fileName: safeName(fileName), mediaType, sizeBytes, sha256 });
  }
  return { kept, refused: files.length - kept.length };
}

/** The name without what means something to a file system or cannot be seen. */
function safeName(fileName: string): string {
  const name = fileName.replace(NOT_IN_A_NAME, '_').trim().slice(0, NAME_LENGTH_AT_MOST);
  return name === '' || name === '.' || name === '..' ? 'attachment' : name;
}
