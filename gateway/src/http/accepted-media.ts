/** How an answer is written. */
export type AnswerMedia = 'application/graphql-response+json' | 'application/json' | 'text/event-stream';

const MEDIA: readonly AnswerMedia[] = ['application/json', 'application/graphql-response+json', 'text/event-stream'];

/**
 * Chooses from an `Accept` header; the first of equally good ones. Without a header it is JSON, as GraphQL over HTTP
 * asks for. `undefined` when the client accepts nothing that can be written.
 */
export function acceptedMedia(header: string | undefined): AnswerMedia | undefined {
  if (header === undefined || header.trim() === '') return 'application/json';
  const ranges = header
    .split(',')
    .map((part) => readRange(part))
    .sort((left, right) => right.quality - left.quality);
  for (const { type, quality, utf8 } of ranges) {
    if (quality === 0 || !utf8) continue;
    if (type === '*/*' || type === 'application/*') return 'application/json';
    const known = MEDIA.find((media) => media === type);
    if (known !== undefined) return known;
  }
  return undefined;
}

function readRange(part: string): { type: string; quality: number; utf8: boolean } {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const valueOf = (name: string) => parameters.find((piece) => piece.startsWith(`${name}=`))?.slice(name.length + 1);
  const quality = Number(valueOf('q') ?? 1);
  const charset = valueOf('charset')?.replaceAll('"', '') ?? 'utf-8';
  return { type, quality: Number.isNaN(quality) ? 0 : quality, utf8: charset === 'utf-8' || charset === 'utf8' };
}
