import type { FileFormat, FileRow } from './receipt-file.model';

/** Reads the rows of a file; undefined for what is no such file, `TOO_LARGE` for one that unfolds to too much. */
export type ReadRows = (content: Buffer, format: FileFormat) => Promise<readonly FileRow[] | 'TOO_LARGE' | undefined>;
