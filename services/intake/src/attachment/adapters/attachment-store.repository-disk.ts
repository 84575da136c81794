import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { HEAD_BYTES } from '../model/media-type.rules';
import type { AttachmentStore, ReceivedFile } from '../model/attachment-store.repository';

const ABANDONED_AFTER_MS = 60 * 60_000;
const SHA256 = /^[0-9a-f]{64}$/;
const TENANT = /^[A-Za-z0-9_-]{1,36}$/;

/** Keeps content below a directory: `<tenant>/<first two digits>/<sha-256>`, and what is still coming in apart from it. */
export async function diskAttachmentStore(directory: string): Promise<AttachmentStore> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true });
  await sweepAbandoned(incoming);
  return {
    receive: (content, sizeBytesAtMost) => receive(directory, join(incoming, randomUUID()), content, sizeBytesAtMost),
    async read(tenantId, sha256) {
      const file = await open(addressOf(directory, tenantId, sha256), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return file?.createReadStream();
    },
  };
}

async function receive(
  directory: string,
  path: string,
  content: Readable,
  sizeBytesAtMost: number,
): Promise<ReceivedFile | undefined> {
  const file = await open(path, 'wx', 0o600);
  const discard = () => rm(path, { force: true });
  try {
    const written = await write(file, content, sizeBytesAtMost);
    if (written === undefined) {
      await discard();
      return undefined;
    }
    return { ...written, discard, keep: (tenantId) => keep(path, addressOf(directory, tenantId, written.sha256)) };
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

async function keep(path: string, address: string): Promise<void> {
  await mkdir(join(address, '..'), { recursive: true });
  await rename(path, address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || (await stat(address).catch(() => undefined)) === undefined) throw error;
  });
}

function addressOf(directory: string, tenantId: string, sha256: string): string {
  if (!TENANT.test(tenantId) || !SHA256.test(sha256)) throw new Error('not the address of an attachment');
  return join(directory, tenantId, sha256.slice(0, 2), sha256);
}

/** A process that was killed while a file came in leaves its part behind. */
async function sweepAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const state = await stat(path).catch(() => undefined);
    if (state !== undefined && Date.now() - state.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
