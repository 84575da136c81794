/** What a file may be, each with the test by which its first bytes show that it is no other thing (IN-16). */
const MEDIA_TYPES: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'image/jpeg': (head) => begins(head, [0xff, 0xd8, 0xff]),
  'image/png': (head) => begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP',
  'image/heic': (head) => isIsoMedia(head) && /^(heic|heix|mif1|msf1)$/.test(ascii(head, 8, 12)),
  'application/pdf': (head) => ascii(head, 0, 5) === '%PDF-',
  'video/mp4': isIsoMedia,
  'video/quicktime': (head) => isIsoMedia(head) || ascii(head, 4, 8) === 'moov',
  'audio/mpeg': (head) => ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isZip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isZip,
  'text/plain': isText,
};

/** The media types that are taken. */
export const ALLOWED_MEDIA_TYPES: readonly string[] = Object.keys(MEDIA_TYPES);

/** How many of the first bytes {@link contentMatches} wants to see, if there are so many. */
export const HEAD_BYTES = 4_096;

/** Whether the first bytes of a file are those of its declared type. */
export function contentMatches(mediaType: string, head: Buffer): boolean {
  return MEDIA_TYPES[mediaType]?.(head) ?? false;
}

function begins(head: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

function ascii(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}

function isIsoMedia(head: Buffer): boolean {
  return ascii(head, 4, 8) === 'ftyp';
}

function isZip(head: Buffer): boolean {
  return begins(head, [0x50, 0x4b, 0x03, 0x04]);
}

/** UTF-8 without control characters that no text has; the head may end within a character. */
function isText(head: Buffer): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true });
  return ![...text].some((character) => character === '\uFFFD' || (character < ' ' && !'\t\n\r\f'.includes(character)));
}
