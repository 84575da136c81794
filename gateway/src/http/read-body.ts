import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';

/** Reads a request's body as UTF-8 text. Rejects with a refusal as soon as it is larger than allowed. */
export async function readBody(request: IncomingMessage, bytesAtMost: number): Promise<string> {
  const tooLarge = () =>
    new HttpRefusal(
      413,
      'LIMIT_EXCEEDED',
      `The body is larger than ${bytesAtMost} bytes.`,
      { connection: 'close' },
      {
        limit: 'body bytes',
        maximum: bytesAtMost,
      },
    );
  if (Number(request.headers['content-length'] ?? 0) > bytesAtMost) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesAtMost) {
        request.pause();
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}
