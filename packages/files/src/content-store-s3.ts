import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  ChecksumAlgorithm,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ContentStore } from './content-store.model';
import type { IncomingFile, IncomingFiles } from './incoming-files';

/** A bucket and how it is reached. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const SHA256 = /^[0-9a-f]{64}$/;
const TENANT = /^[A-Za-z0-9_-]{1,36}$/;

/**
 * Keeps content in a bucket under `<tenant>/<first two digits>/<sha-256>`. It comes to this machine first, because its
 * address is known only at its end; the server checks the digest of what it gets.
 */
export function s3ContentStore(settings: S3Settings, incoming: IncomingFiles): ContentStore {
  const { bucket } = settings;
  const client = clientFor(settings);
  return {
    async receive(content, sizeBytesAtMost) {
      const file = await incoming.receive(content, sizeBytesAtMost);
      if (file === undefined) return undefined;
      return { ...file, keep: (tenantId) => keep(client, { Bucket: bucket, Key: keyOf(tenantId, file.sha256) }, file) };
    },
    async read(tenantId, sha256) {
      try {
        const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(tenantId, sha256) }));
        return found.Body as Readable | undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(tenantId, sha256) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(tenantId, sha256) }));
    },
  };
}

/** What is there already is not sent again: its address says that it is the same, and an original is never written over. */
async function keep(
  client: S3Client,
  place: { readonly Bucket: string; readonly Key: string },
  { path, sha256, sizeBytes, discard }: IncomingFile,
): Promise<void> {
  if ((await sizeOf(client, place)) !== sizeBytes) {
    await client.send(
      new PutObjectCommand({
        ...place,
        Body: createReadStream(path),
        ContentLength: sizeBytes,
        ChecksumAlgorithm: ChecksumAlgorithm.SHA256,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        ContentType: 'application/octet-stream',
      }),
    );
  }
  await discard();
}

async function sizeOf(
  client: S3Client,
  place: { readonly Bucket: string; readonly Key: string },
): Promise<number | undefined> {
  try {
    return (await client.send(new HeadObjectCommand(place))).ContentLength;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

function clientFor({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  return new S3Client({
    endpoint,
    region,
    // Buckets of servers other than Amazon's have no host names of their own.
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function keyOf(tenantId: string, sha256: string): string {
  if (!TENANT.test(tenantId) || !SHA256.test(sha256)) throw new Error('not the address of a file');
  return `${tenantId}/${sha256.slice(0, 2)}/${sha256}`;
}
