import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Simplified and traditional characters, Latin and signs of currencies; SIL Open Font License 1.1. */
export const FONT = 'NotoSansHans-Regular/1.000';

let content: Buffer | undefined;

/** The font, read once. */
export function fontFile(): Buffer {
  content ??= readFileSync(
    join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts', 'NotoSansHans-Regular.otf'),
  );
  return content;
}
