import { join } from 'node:path';
import { diskContentStore } from './content-store-disk';
import type { ContentStore } from './content-store.model';
import { s3ContentStore, type S3Settings } from './content-store-s3';
import { incomingFiles } from './incoming-files';

/** Keeps content in the bucket, where there is one; the directory then only takes what is coming in. */
export async function openContentStore(directory: string, bucket: S3Settings | undefined): Promise<ContentStore> {
  return bucket === undefined
    ? diskContentStore(directory)
    : s3ContentStore(bucket, await incomingFiles(join(directory, 'incoming')));
}
