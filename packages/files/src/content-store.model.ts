import type { Readable } from 'node:stream';

/** A file that came in completely but does not count yet. */
export interface ReceivedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The first bytes, as many as the check of the content wants. */
  readonly head: Buffer;
  /** Puts it where it is found by its content; safe to repeat, and the same content twice is one file. */
  keep(tenantId: string): Promise<void>;
  discard(): Promise<void>;
}

/** Where the content of files lies, addressed by its SHA-256 within a tenant. */
export interface ContentStore {
  /** Takes a stream in. Answers `undefined`, and stops reading, as soon as it is longer than allowed. */
  receive(content: Readable, sizeBytesAtMost: number): Promise<ReceivedFile | undefined>;
  /** The content; `undefined` when there is none with this address. */
  read(tenantId: string, sha256: string): Promise<Readable | undefined>;
  /** Takes the content away for good; nothing happens where there is none. */
  remove(tenantId: string, sha256: string): Promise<void>;
}
