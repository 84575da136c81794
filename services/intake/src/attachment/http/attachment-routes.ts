import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import { readLink } from '../links/attachment-link';
import { SIZE_BYTES_AT_MOST, type Attachment } from '../model/attachment.model';
import { receiveUpload, type ReceiptRefusal, type ReceiveUploadPorts } from '../receive-upload/receive-upload.handler';

type Routes = NonNullable<StartSubgraphOptions['routes']>;

const STATUS: Record<ReceiptRefusal, number> = {
  TICKET_UNKNOWN: 404,
  TICKET_EXPIRED: 410,
  TICKET_USED: 409,
  SIZE_DIFFERS: 413,
  TYPE_DIFFERS: 415,
};

/**
 * `PUT /attachments/<ticket>` and `GET /attachments/<link>`. The address is the authority: it was signed for somebody who
 * may, names one file, and soon runs out. Everything served is a download that no browser interprets.
 */
export function attachmentRoutes(ports: ReceiveUploadPorts): Routes {
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { bodyLimit: SIZE_BYTES_AT_MOST }, (_request, payload, done) => {
        done(null, payload);
      });
      scope.put<{ Params: { ticket: string } }>('/attachments/:ticket', async (request, reply) => {
        const content = (request.body ?? request.raw) as Readable;
        const outcome = await receiveUpload(request.params.ticket, content, ports);
        if (outcome.ok) return reply.code(201).send(outcome.value);
        const code = outcome.refusals[0]?.code ?? 'TICKET_UNKNOWN';
        await readToTheEnd(content);
        return reply.code(STATUS[code]).send({ code });
      });
      scope.get<{ Params: { link: string } }>('/attachments/:link', async (request, reply) => {
        const found = await findDownload(request.params.link, ports);
        if (typeof found === 'number') return reply.code(found).send({});
        return reply.headers(downloadHeaders(found.attachment)).send(found.content);
      });
      return Promise.resolve();
    });
  };
}

/** Somebody who is answered while still sending may see a broken connection instead, and so may their next request. */
async function readToTheEnd(content: Readable): Promise<void> {
  content.resume();
  await finished(content).catch(() => undefined);
}

async function findDownload(
  text: string,
  { database, attachments, store, linkKey, clock }: ReceiveUploadPorts,
): Promise<{ attachment: Attachment; content: Readable } | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return 404;
  if (link.expiresAt.getTime() <= clock.now().getTime()) return 410;
  const attachment = await attachments.find(database.reader(link.tenantId), link.attachmentId);
  if (attachment === undefined || attachment.sha256 === null) return 404;
  const content = await store.read(link.tenantId, attachment.sha256);
  return content === undefined ? 404 : { attachment, content };
}

function downloadHeaders({ fileName, mediaType, sizeBytes, sha256 }: Attachment): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeExtended(fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    etag: `"${sha256 ?? ''}"`,
  };
}

/** RFC 8187: `encodeURIComponent` leaves some characters that the header must not have. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
