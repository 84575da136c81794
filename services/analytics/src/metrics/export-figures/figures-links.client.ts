import { hkdfSync, randomBytes } from 'node:crypto';
import { readLink, writeLink, type FileLink } from '@redress/files';

export const FIGURES_PATH = '/report-files/figures';
const KEY_BYTES = 32;

/** Addresses at which the public fetches files of figures; whoever has one needs no other authority. */
export interface FiguresLinks {
  addressOf(target: FileLink): string;
  read(link: string): FileLink | undefined;
}

/** Makes and reads addresses below the public URL, with a key that opens nothing else. */
export function figuresLinks({
  publicUrl = '',
  // Without a key of the installation links are good in this process only.
  secret = randomBytes(KEY_BYTES),
}: {
  readonly publicUrl?: string | undefined;
  readonly secret?: Uint8Array | undefined;
}): FiguresLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'redress/analytics/figures-link/v1', KEY_BYTES));
  const base = `${publicUrl.replace(/\/$/, '')}${FIGURES_PATH}`;
  return {
    addressOf: (target) => `${base}/${writeLink(key, 'download', target)}`,
    read: (link) => readLink(key, 'download', link),
  };
}
