import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'undici';
import { currentTraceparent, type Logger } from '@redress/observability';

/** Where attachments are kept, and how large one may be. */
export interface AttachmentProxyOptions {
  /** Any URL of the service that keeps them; only its origin counts. */
  readonly serviceUrl: string;
  readonly bytesAtMost: number;
  readonly logger: Logger;
}

/** Passes uploads and downloads through, chunk by chunk. The link itself carries the authority; the service checks it. */
export interface AttachmentProxy {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST']);
const SENT_ON = [
  'content-type',
  'content-length',
  'content-disposition',
  'accept-language',
  'range',
  'if-none-match',
  'if-range',
  // Signs what providers and contact centres send; the service checks it.
  'redress-webhook-signature',
];
const SENT_BACK = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'retry-after',
  'allow',
];
/** Without a byte for this long, either side is given up. */
const IDLE_MS = 30_000;

class TooLarge extends Error {}

/** Makes the proxy. Requests that are under way end with `close`. */
export function attachmentProxy({ serviceUrl, bytesAtMost, logger }: AttachmentProxyOptions): AttachmentProxy {
  const pool = new Pool(new URL(serviceUrl).origin, {
    connections: 32,
    connect: { timeout: 1_000 },
    headersTimeout: IDLE_MS,
    bodyTimeout: IDLE_MS,
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? '';
    if (!METHODS.has(method)) return fail(response, 405, 'METHOD_NOT_ALLOWED');
    if (Number(request.headers['content-length'] ?? 0) > bytesAtMost) throw new TooLarge();
    const sends = method === 'PUT' || method === 'POST';
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const traceparent = currentTraceparent();
    const answer = await pool.request({
      path: request.url ?? '/',
      method,
      headers: { ...pick(request.headers, SENT_ON), ...(traceparent === undefined ? {} : { traceparent }) },
      body: sends ? counted(request, bytesAtMost) : null,
      signal: gone.signal,
    });
    response.writeHead(answer.statusCode, {
      ...pick(answer.headers, SENT_BACK),
      'cache-control': 'private, no-store',
      // What a customer uploaded must never run in the origin of the graph.
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await pipeline(answer.body, response);
  }

  return {
    handle: (request, response) =>
      pass(request, response).catch((error: unknown) => {
        if (isTooLarge(error)) return fail(response, 413, 'LIMIT_EXCEEDED', { connection: 'close' });
        if (response.destroyed) return undefined;
        logger.error({ error }, 'attachments cannot be reached');
        return fail(response, 503, 'SUBGRAPH_UNAVAILABLE');
      }),
    close: () => pool.destroy(),
  };
}

function counted(request: IncomingMessage, bytesAtMost: number): Transform {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > bytesAtMost) done(new TooLarge());
      else done(null, chunk);
    },
  });
  request.once('error', (error) => count.destroy(error));
  return request.pipe(count);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof TooLarge || (error instanceof Error && error.cause instanceof TooLarge);
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string | string[]> {
  const picked: Record<string, string | string[]> = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

function fail(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify({ errors: [{ message: 'The attachment cannot be passed on.', extensions: { code } }] });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
