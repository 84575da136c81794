import type { ContentStore } from '@redress/files';
import { fixedClock } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import type { ErasedTexts } from '../model/erased-texts.repository';
import type { Erasures, UnfinishedErasure } from '../model/erasures.repository';
import { finishErasures } from './finish-erasures.handler';

const erasure = (id: string): UnfinishedErasure => ({ tenantId: 'acme', id, customerId: `customer-${id}` });

describe('what is left of erasures', () => {
  it('is done for all, though the files of one cannot be taken away now', async () => {
    const finished: string[] = [];
    const postponed: [string, string][] = [];
    const erasures = {
      due: () => Promise.resolve([erasure('1'), erasure('2')]),
      labelsOf: () => Promise.resolve([]),
      contentsOf: (_: unknown, customerId: string) => Promise.resolve([customerId]),
      finish: (_: unknown, { id }: UnfinishedErasure) => Promise.resolve(void finished.push(id)),
      postpone: (_: unknown, { id }: UnfinishedErasure, until: Date) =>
        Promise.resolve(void postponed.push([id, until.toISOString()])),
    } as unknown as Erasures;
    const texts = { erase: () => Promise.resolve(), eraseFiles: () => Promise.resolve() } as unknown as ErasedTexts;
    const database = {
      transaction: (_: string, work: (tx: object) => unknown) => work({}),
      reader: () => ({}),
    } as unknown as Database;
    const store = {
      remove: (_: string, sha256: string) =>
        sha256 === 'customer-1' ? Promise.reject(new Error('the bucket is away')) : Promise.resolve(),
    } as unknown as ContentStore;
    const clock = fixedClock('2026-11-20T02:00:00.000Z');
    const logger = createLogger({ service: 'intake', level: 'silent' });
    await finishErasures({ database, erasures, texts, store, clock, logger });
    expect(finished).toEqual(['2']);
    expect(postponed).toEqual([['1', '2026-11-20T02:10:00.000Z']]);
  });
});
