import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentStore } from './content-store.model';
import { incomingFiles } from './incoming-files';

const SHA256 = /^[0-9a-f]{64}$/;
const TENANT = /^[A-Za-z0-9_-]{1,36}$/;

/** Keeps content below a directory: `<tenant>/<first two digits>/<sha-256>`, and what is still coming in apart from it. */
export async function diskContentStore(directory: string): Promise<ContentStore> {
  const incoming = await incomingFiles(join(directory, 'incoming'));
  return {
    async receive(content, sizeBytesAtMost) {
      const file = await incoming.receive(content, sizeBytesAtMost);
      if (file === undefined) return undefined;
      return { ...file, keep: (tenantId) => keep(file.path, addressOf(directory, tenantId, file.sha256)) };
    },
    async read(tenantId, sha256) {
      const file = await open(addressOf(directory, tenantId, sha256), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return file?.createReadStream();
    },
    remove: async (tenantId, sha256) => rm(addressOf(directory, tenantId, sha256), { force: true }),
  };
}

async function keep(path: string, address: string): Promise<void> {
  await mkdir(join(address, '..'), { recursive: true });
  await rename(path, address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || (await stat(address).catch(() => undefined)) === undefined) throw error;
  });
}

function addressOf(directory: string, tenantId: string, sha256: string): string {
  if (!TENANT.test(tenantId) || !SHA256.test(sha256)) throw new Error('not the address of a file');
  return join(directory, tenantId, sha256.slice(0, 2), sha256);
}
