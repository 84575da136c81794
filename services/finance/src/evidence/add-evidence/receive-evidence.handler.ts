import type { Readable } from 'node:stream';
import { differenceOf, readLink, type ContentStore, type ReceiptRefusal, type ServedFile } from '@redress/files';
import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { EvidenceRepository } from '../model/evidence.repository';

/** What an upload needs around it. */
export interface ReceiveEvidencePorts {
  readonly database: Database;
  readonly evidence: EvidenceRepository;
  readonly store: () => Promise<ContentStore>;
  readonly linkKey: Buffer;
  readonly clock: Clock;
}

/** Takes the content of the file that a ticket was given for, once, if it is what was announced. */
export async function receiveEvidence(
  ticket: string,
  content: Readable,
  { database, evidence, store, linkKey, clock }: ReceiveEvidencePorts,
): Promise<Outcome<{ readonly sha256: string }, ReceiptRefusal>> {
  const link = readLink(linkKey, 'upload', ticket);
  if (link === undefined) return refuse({ code: 'TICKET_UNKNOWN' });
  const { tenantId, fileId, expiresAt } = link;
  const announced = await evidence.find(database.reader(tenantId), fileId);
  if (announced !== undefined && announced.state !== 'REQUESTED') return refuse({ code: 'TICKET_USED' });
  if (announced === undefined || expiresAt.getTime() <= clock.now().getTime())
    return refuse({ code: 'TICKET_EXPIRED' });
  const received = await (await store()).receive(content, announced.sizeBytes);
  if (received === undefined) return refuse({ code: 'SIZE_DIFFERS' });
  const difference = differenceOf(received, announced);
  if (difference !== undefined) {
    await received.discard();
    return refuse({ code: difference });
  }
  // Content that no row names is harmless; a row without its content would not be.
  await received.keep(tenantId);
  const { sha256 } = received;
  const given = await database.transaction(tenantId, (tx) => evidence.give(tx, fileId, { sha256, at: clock.now() }));
  return given ? accept({ sha256 }) : refuse({ code: 'TICKET_USED' });
}

/** What a link to evidence leads to, or the status that says why it leads nowhere. */
export async function openEvidence(
  text: string,
  { database, evidence, store, linkKey, clock }: ReceiveEvidencePorts,
): Promise<ServedFile | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return 404;
  if (link.expiresAt.getTime() <= clock.now().getTime()) return 410;
  const found = await evidence.find(database.reader(link.tenantId), link.fileId);
  if (found?.sha256 === undefined) return 404;
  const { fileName, mediaType, sizeBytes, sha256 } = found;
  const content = await (await store()).read(link.tenantId, sha256);
  return content === undefined ? 404 : { fileName, mediaType, sizeBytes, sha256, content };
}
