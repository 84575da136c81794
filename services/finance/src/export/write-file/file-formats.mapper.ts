import { CSV } from './csv.mapper';
import type { FileFormats } from './file-writer.model';
import { JSON_LINES } from './json-lines.mapper';
import { XLSX } from './xlsx.mapper';

/** How each format is written. */
export const FILE_FORMATS: FileFormats = { CSV, XLSX, JSONL: JSON_LINES };
