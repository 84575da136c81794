import { hkdfSync, randomBytes } from 'node:crypto';
import { readLink, writeLink, type FileLink } from '@redress/files';
import type { Clock } from '@redress/kernel';

export const EXPORTS_PATH = '/finance-files/exports';
/** Long enough to begin a download; one that has begun goes on. */
const VALID_MS = 10 * 60_000;
const KEY_BYTES = 32;

/** Addresses at which the public fetches exports; whoever has one needs no other authority. */
export interface ExportLinks {
  download(tenantId: string, exportId: string): string;
  read(link: string): FileLink | undefined;
}

/** Makes and reads addresses below the public URL, with a key that opens nothing else. */
export function exportLinks(
  { publicUrl = '', secret }: { readonly publicUrl?: string | undefined; readonly secret?: Uint8Array | undefined },
  clock: Clock,
): ExportLinks {
  // Without a key of the installation links are good in this process only.
  const from = secret ?? randomBytes(KEY_BYTES);
  const key = Buffer.from(hkdfSync('sha256', from, '', 'redress/finance/exports-link/v1', KEY_BYTES));
  return {
    download(tenantId, fileId) {
      const expiresAt = new Date(clock.now().getTime() + VALID_MS);
      return `${publicUrl.replace(/\/$/, '')}${EXPORTS_PATH}/${writeLink(key, 'download', { tenantId, fileId, expiresAt })}`;
    },
    read: (link) => readLink(key, 'download', link),
  };
}
