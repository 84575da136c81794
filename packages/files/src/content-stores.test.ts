import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import type { ContentStore } from './content-store.model';
import { diskContentStore } from './content-store-disk';
import { s3ContentStore } from './content-store-s3';
import { incomingFiles } from './incoming-files';

interface Opened {
  readonly store: ContentStore;
  /** Where files are that came in and are not kept yet. */
  readonly incoming: string;
  close(): Promise<void>;
}

async function onDisk(): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'redress-store-'));
  return {
    store: await diskContentStore(directory),
    incoming: join(directory, 'incoming'),
    close: () => rm(directory, { recursive: true }),
  };
}

async function inBucket(): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'redress-bucket-'));
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true },
    directory: join(directory, 'server'),
    configureBuckets: [{ name: 'complaints' }],
  });
  const { port } = await server.run();
  const incoming = join(directory, 'incoming');
  const settings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, bucket: 'complaints', region: 'us-east-1' },
    ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  return {
    store: s3ContentStore(settings, await incomingFiles(incoming)),
    incoming,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

describe.each([
  ['on disk', onDisk],
  ['in a bucket', inBucket],
])('content %s', (_, opening) => {
  let opened: Opened;
  const content = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(300_000, 7)]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const receive = (bytes: Buffer, atMost = 1_000_000) => opened.store.receive(Readable.from([bytes]), atMost);
  beforeAll(async () => {
    opened = await opening();
  });
  afterAll(() => opened.close());

  it('is found by what it is, once it is kept, by its organisation alone', async () => {
    const received = await receive(content);
    expect(received).toMatchObject({ sha256, sizeBytes: content.length });
    expect(received?.head.equals(content.subarray(0, 4_096))).toBe(true);
    expect(await opened.store.read('acme', sha256)).toBeUndefined();
    await received?.keep('acme');
    const read = await opened.store.read('acme', sha256);
    expect((await buffer(read ?? Readable.from([]))).equals(content)).toBe(true);
    expect(await opened.store.read('other', sha256)).toBeUndefined();
  });

  it('may come again, and stays what it was', async () => {
    await (await receive(content))?.keep('acme');
    await (await receive(content))?.keep('acme');
    const read = await opened.store.read('acme', sha256);
    expect((await buffer(read ?? Readable.from([]))).equals(content)).toBe(true);
  });

  it('is not taken when it is too long, or its sender breaks off', async () => {
    expect(await receive(content, 1_000)).toBeUndefined();
    const broken = Readable.from(
      (function* () {
        yield content;
        throw new Error('gone');
      })(),
    );
    await expect(opened.store.receive(broken, 1_000_000)).rejects.toThrow('gone');
  });

  it('leaves nothing behind that was not kept', async () => {
    const received = await receive(Buffer.from('something else'));
    await received?.discard();
    expect(await opened.store.read('acme', received?.sha256 ?? '')).toBeUndefined();
    expect(await readdir(opened.incoming)).toEqual([]);
  });

  it('can be taken away for good, of one organisation alone, and again', async () => {
    await (await receive(content))?.keep('theirs');
    await opened.store.remove('acme', sha256);
    await opened.store.remove('acme', sha256);
    expect(await opened.store.read('acme', sha256)).toBeUndefined();
    const theirs = await opened.store.read('theirs', sha256);
    expect((await buffer(theirs ?? Readable.from([]))).length).toBe(content.length);
  });

  it('has no address outside of an organisation', async () => {
    await expect(opened.store.read('../acme', sha256)).rejects.toThrow('not the address');
    await expect(opened.store.read('acme', '../../etc/passwd')).rejects.toThrow('not the address');
    await expect(opened.store.remove('../acme', sha256)).rejects.toThrow('not the address');
  });
});
