/** Where the heading of a mail in quarantine lies, as its own key names it. */
export const HEADING_PLACE = 'heading';

/** Where a part of its content lies. */
export function partPlace(number: number): string {
  return `part/${number}`;
}

/** A statement with a part stays well below what a server takes in one packet. */
const PART_BYTES = 384 * 1024;

/** The content of a mail in parts, as texts: what is sealed is text. */
export function partsOf(source: Buffer | undefined): string[] {
  if (source === undefined) return [];
  const count = Math.ceil(source.length / PART_BYTES);
  return Array.from({ length: count }, (_, number) =>
    source.subarray(number * PART_BYTES, (number + 1) * PART_BYTES).toString('base64'),
  );
}

/** The content again. */
export function wholeOf(parts: readonly string[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));
}
