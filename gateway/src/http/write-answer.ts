import type { ServerResponse } from 'node:http';
import type { Answer, ClientResult } from '../graph/answer';
import { streamOf, type ResultStream } from '../streams/result-stream';
import type { AnswerMedia } from './accepted-media';

const KEEP_ALIVE_MS = 12_000;
/** Statuses about the request as a whole; they are told to every client, whatever it accepts. */
const ALWAYS_TOLD = new Set([401, 403, 405, 413, 415, 503]);

/** Writes the answer to an operation in the form that the client accepts. */
export async function writeAnswer(response: ServerResponse, media: AnswerMedia, answer: Answer): Promise<void> {
  if (media === 'text/event-stream') {
    if (answer.kind === 'stream') return writeStream(response, answer.results);
    if (!ALWAYS_TOLD.has(answer.status)) return writeStream(response, streamOf(answer.result));
  }
  if (answer.kind === 'stream') throw new Error('a stream needs an event stream');
  const json = media === 'text/event-stream' ? 'application/json' : media;
  // GraphQL over HTTP keeps 200 for errors of the document when the older media type is asked for.
  const legacy = json === 'application/json' && !ALWAYS_TOLD.has(answer.status) && answer.status < 500;
  writeJson(response, legacy ? 200 : answer.status, json, answer.result);
}

/** Writes one result. */
export function writeJson(response: ServerResponse, status: number, media: AnswerMedia, result: ClientResult): void {
  // A text, unlike a buffer, leaves in one write together with the head.
  const body = JSON.stringify(result);
  response.writeHead(status, {
    'content-type': `${media}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 405 ? { allow: 'GET, POST' } : {}),
  });
  response.end(body);
}

/** GraphQL over SSE, distinct connections mode. Leaving closes the source. */
async function writeStream(response: ServerResponse, results: ResultStream<ClientResult>): Promise<void> {
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.writeHead(200, {
    'cache-control': 'no-store',
    // Proxies that gather answers would keep every event until the end.
    'x-accel-buffering': 'no',
  });
  response.write(':\n\n');
  const keepAlive = setInterval(() => response.write(':\n\n'), KEEP_ALIVE_MS);
  response.once('close', () => {
    clearInterval(keepAlive);
    void results.return();
  });
  for (;;) {
    const next = await results.next();
    if (next.done === true || response.destroyed) break;
    const room = response.write(`event: next\ndata: ${JSON.stringify(next.value)}\n\n`);
    if (!room) await drained(response);
  }
  clearInterval(keepAlive);
  response.end('event: complete\ndata:\n\n');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}
