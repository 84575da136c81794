import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { HEAD_BYTES } from './media-types';

const ABANDONED_AFTER_MS = 60 * 60_000;

/** A file that came in completely and lies on this machine. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
  readonly discard: () => Promise<void>;
}

/** Takes streams in, one file for each, before anybody knows whether they are kept. */
export interface IncomingFiles {
  /** Answers `undefined`, and stops reading, as soon as a stream is longer than allowed. */
  receive(content: Readable, sizeBytesAtMost: number): Promise<IncomingFile | undefined>;
}

/** Uses a directory of this machine; what a process that was killed left there is swept. */
export async function incomingFiles(directory: string): Promise<IncomingFiles> {
  await mkdir(directory, { recursive: true });
  await sweepAbandoned(directory);
  return { receive: (content, sizeBytesAtMost) => receive(join(directory, randomUUID()), content, sizeBytesAtMost) };
}

async function receive(path: string, content: Readable, sizeBytesAtMost: number): Promise<IncomingFile | undefined> {
  const file = await open(path, 'wx', 0o600);
  const discard = () => rm(path, { force: true });
  try {
    const written = await write(file, content, sizeBytesAtMost);
    if (written !== undefined) return { ...written, path, discard };
    await discard();
    return undefined;
  } catch (error) {
    await discard();
    throw error;
  } finally {
    await file.close();
  }
}

async function write(file: Awaited<ReturnType<typeof open>>, content: Readable, sizeBytesAtMost: number) {
  const digest = createHash('sha256');
  const head: Buffer[] = [];
  let sizeBytes = 0;
  // The sender of a file that is too long is still to get an answer, so its connection must not be destroyed.
  for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (sizeBytes < HEAD_BYTES) head.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > sizeBytesAtMost) return undefined;
    digest.update(chunk);
    await file.write(chunk);
  }
  // The event that names this content may survive a power failure only if the content does.
  await file.sync();
  return { sha256: digest.digest('hex'), sizeBytes, head: Buffer.concat(head).subarray(0, HEAD_BYTES) };
}

/** A process that was killed while a file came in leaves its part behind. */
async function sweepAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const state = await stat(path).catch(() => undefined);
    if (state !== undefined && Date.now() - state.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
