import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { FiguresAnswer } from '../questions/ask-figures.handler';
import type { FileQuestion } from './write-figures.handler';

/** A file of figures that can be fetched for a while: the question behind it, and what its bytes have to be. */
export interface FiguresDownload extends FileQuestion, Pick<FiguresAnswer, 'asOf'> {
  readonly id: string;
  /** Subject of who asked. */
  readonly preparedBy: string;
  /** What they may see decides what is in the file, whoever fetches it. */
  readonly seesPersons: boolean;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly expiresAt: Date;
}

/** Keeps downloads for as long as anybody may ask for them. */
export interface FiguresDownloads {
  /** Adds one, and removes some of those that ended before a moment. */
  add(tx: TenantTransaction, download: FiguresDownload, endedBefore: Date): Promise<void>;
  find(reader: TenantReader, id: string): Promise<FiguresDownload | undefined>;
}
