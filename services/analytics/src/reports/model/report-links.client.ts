import { hkdfSync, randomBytes } from 'node:crypto';
import { readLink, writeLink, type FileLink } from '@redress/files';
import type { Clock } from '@redress/kernel';

export const REPORTS_PATH = '/report-files/reports';
/** Long enough to begin a download; one that has begun goes on. */
const VALID_MS = 10 * 60_000;
const KEY_BYTES = 32;

/** Addresses at which the public fetches reports; whoever has one needs no other authority. */
export interface ReportLinks {
  /** Without the format, which is part of the query. */
  download(tenantId: string, reportId: string): string;
  read(link: string): FileLink | undefined;
}

/** Makes and reads addresses below the public URL, with a key that opens nothing else. */
export function reportLinks(
  { publicUrl = '', secret }: { readonly publicUrl?: string | undefined; readonly secret?: Uint8Array | undefined },
  clock: Clock,
): ReportLinks {
  // Without a key of the installation links are good in this process only.
  const from = secret ?? randomBytes(KEY_BYTES);
  const key = Buffer.from(hkdfSync('sha256', from, '', 'redress/analytics/reports-link/v1', KEY_BYTES));
  return {
    download(tenantId, fileId) {
      const expiresAt = new Date(clock.now().getTime() + VALID_MS);
      return `${publicUrl.replace(/\/$/, '')}${REPORTS_PATH}/${writeLink(key, 'download', { tenantId, fileId, expiresAt })}`;
    },
    read: (link) => readLink(key, 'download', link),
  };
}
