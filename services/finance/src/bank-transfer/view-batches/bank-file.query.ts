import { createHash } from 'node:crypto';
import type { TenantReader } from '@redress/persistence';
import { batchFromRow } from '../adapters/transfer-batch.row';
import { pain001 } from '../model/pain-001.model';
import { batchesById, transfersOfBatch } from './transfer-batch.query';

/** A file for the bank. */
export interface BankFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * The file of a batch, written again from what is stored; undefined until it is released. Throws when it would not be
 * the file that was released.
 */
export async function bankFileOf(reader: TenantReader, batchId: string): Promise<BankFile | undefined> {
  const [record] = await batchesById(reader, [batchId]);
  if (record === undefined || record === null || record.fileSha256 === null) return undefined;
  const { fileSha256: sha256 } = record;
  const text = pain001(batchFromRow(record), await transfersOfBatch(reader, batchId));
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
    throw new Error(`the file of batch ${batchId} is not the one that was released`);
  }
  return { name: `${record.messageId}.xml`, text, sha256 };
}
