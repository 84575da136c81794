import { hkdfSync, randomBytes } from 'node:crypto';
import { writeLink } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { FinanceEnvironment } from '../environment';

/** How long the address of a download is good. */
const DOWNLOAD_VALID_MS = 5 * 60_000;
const KEY_BYTES = 32;

export const PAPERS_PATH = '/finance-files/papers';
export const TRANSFERS_PATH = '/finance-files/transfers';
export const EVIDENCE_PATH = '/finance-files/evidence';

/** Addresses at which the public reaches files of finance; whoever has one needs no other authority. */
export interface FileLinks {
  readonly papers: { readonly key: Buffer; download(tenantId: string, paperId: string, query: string): string };
  /** Files for the bank. */
  readonly transfers: { readonly key: Buffer; download(tenantId: string, batchId: string): string };
  readonly evidence: {
    readonly key: Buffer;
    download(tenantId: string, evidenceId: string): string;
    upload(tenantId: string, evidenceId: string, expiresAt: Date): string;
  };
}

/** Makes addresses below the public URL. Each kind of file has a key of its own, so that a link to one opens no other. */
export function fileLinks(settings: Partial<FinanceEnvironment>, clock: Clock): FileLinks {
  const base = (settings.REDRESS_PUBLIC_URL ?? '').replace(/\/$/, '');
  // Without a key of the installation links are good in this process only.
  const secret = settings.REDRESS_CURSOR_KEY ?? randomBytes(KEY_BYTES);
  const papers = keyFor(secret, 'papers');
  const transfers = keyFor(secret, 'transfers');
  const evidence = keyFor(secret, 'evidence');
  const soon = () => new Date(clock.now().getTime() + DOWNLOAD_VALID_MS);
  const download = (path: string, key: Buffer, tenantId: string, fileId: string) =>
    `${base}${path}/${writeLink(key, 'download', { tenantId, fileId, expiresAt: soon() })}`;
  return {
    papers: {
      key: papers,
      download: (tenantId, paperId, query) => `${download(PAPERS_PATH, papers, tenantId, paperId)}?${query}`,
    },
    transfers: {
      key: transfers,
      download: (tenantId, batchId) => download(TRANSFERS_PATH, transfers, tenantId, batchId),
    },
    evidence: {
      key: evidence,
      download: (tenantId, evidenceId) => download(EVIDENCE_PATH, evidence, tenantId, evidenceId),
      upload: (tenantId, fileId, expiresAt) =>
        `${base}${EVIDENCE_PATH}/${writeLink(evidence, 'upload', { tenantId, fileId, expiresAt })}`,
    },
  };
}

function keyFor(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `redress/finance/${purpose}-link/v1`, KEY_BYTES));
}
