import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import type { Outcome } from '@redress/kernel';

type Routes = NonNullable<StartSubgraphOptions['routes']>;

/** Why an upload was not taken; all but the first two leave the ticket as it is. */
export type ReceiptRefusal = 'TICKET_UNKNOWN' | 'TICKET_EXPIRED' | 'TICKET_USED' | 'SIZE_DIFFERS' | 'TYPE_DIFFERS';

const STATUS: Readonly<Record<ReceiptRefusal, number>> = {
  TICKET_UNKNOWN: 404,
  TICKET_EXPIRED: 410,
  TICKET_USED: 409,
  SIZE_DIFFERS: 413,
  TYPE_DIFFERS: 415,
};

/** A file as it is handed out. */
export interface ServedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly content: Readable | Buffer;
}

/** Why there is no file, for the program that asked. */
export interface UnservedFile {
  readonly status: number;
  readonly code: string;
  /** For the person who asked. */
  readonly message?: string;
  /** After so many seconds it may be there; absent where asking again does not help. */
  readonly retryAfterSeconds?: number;
}

/** Where files come in and go out, and who decides about them. */
export interface FileRoutes {
  /** `/attachments`, below which a ticket or link is one more part of the path. */
  readonly path: string;
  readonly sizeBytesAtMost: number;
  /** Takes the content that a ticket was given for; without it nothing is taken here. */
  readonly receive?: (
    ticket: string,
    content: Readable,
  ) => Promise<Outcome<{ readonly sha256: string }, ReceiptRefusal>>;
  /** What a link leads to, or the status that says why it leads nowhere, with a code where there is one. */
  readonly open: (
    link: string,
    query: Readonly<Record<string, unknown>>,
  ) => Promise<ServedFile | UnservedFile | number>;
}

/**
 * `PUT <path>/<ticket>` and `GET <path>/<link>`. The address is the authority: it was signed for somebody who may, names
 * one file, and soon runs out. Everything served is a download that no browser interprets.
 */
export function fileRoutes({ path, sizeBytesAtMost, receive, open }: FileRoutes): Routes {
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { bodyLimit: sizeBytesAtMost }, (_request, payload, done) => {
        done(null, payload);
      });
      if (receive !== undefined) {
        scope.put<{ Params: { ticket: string } }>(`${path}/:ticket`, async (request, reply) => {
          const content = (request.body ?? request.raw) as Readable;
          const outcome = await receive(request.params.ticket, content);
          if (outcome.ok) return reply.code(201).send(outcome.value);
          const code = outcome.refusals[0]?.code ?? 'TICKET_UNKNOWN';
          await readToTheEnd(content);
          return reply.code(STATUS[code]).send({ code });
        });
      }
      scope.get<{ Params: { link: string }; Querystring: Record<string, unknown> }>(
        `${path}/:link`,
        async (request, reply) => {
          const found = await open(request.params.link, request.query);
          if (typeof found === 'number') return reply.code(found).send({});
          if ('code' in found) {
            const { status, retryAfterSeconds, ...why } = found;
            if (retryAfterSeconds === undefined) return reply.code(status).send(why);
            return reply
              .code(status)
              .header('retry-after', retryAfterSeconds)
              .send({ ...why, retryable: true });
          }
          return reply.headers(downloadHeaders(found)).send(found.content);
        },
      );
      return Promise.resolve();
    });
  };
}

/** Somebody who is answered while still sending may see a broken connection instead, and so may their next request. */
async function readToTheEnd(content: Readable): Promise<void> {
  content.resume();
  await finished(content).catch(() => undefined);
}

function downloadHeaders({ fileName, mediaType, sizeBytes, sha256 }: ServedFile): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeExtended(fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    etag: `"${sha256}"`,
  };
}

/** RFC 8187: `encodeURIComponent` leaves some characters that the header must not have. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
