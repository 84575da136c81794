import { ALLOWED_MEDIA_TYPES, contentMatches } from './media-types';
import type { ReceivedFile } from './content-store.model';

/** A file as its sender announces it. */
export interface AnnouncedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** What is wrong with an announcement. */
export type AnnouncementProblem = 'FILE_NAME' | 'MEDIA_TYPE' | 'SIZE';

const FILE_NAME_LENGTH_AT_MOST = 255;

/** Characters that mean something to a file system or a header, or that cannot be seen. */
const NOT_IN_A_NAME = /[/\\\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Everything that is wrong with an announced file; the caller refuses with its own codes. */
export function announcementProblems(
  { fileName, mediaType, sizeBytes }: AnnouncedFile,
  sizeBytesAtMost: number,
): readonly AnnouncementProblem[] {
  const problems: AnnouncementProblem[] = [];
  const named = fileName.trim() !== '' && fileName.length <= FILE_NAME_LENGTH_AT_MOST && !NOT_IN_A_NAME.test(fileName);
  if (!named || fileName === '.' || fileName === '..') problems.push('FILE_NAME');
  if (!ALLOWED_MEDIA_TYPES.includes(mediaType)) problems.push('MEDIA_TYPE');
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > sizeBytesAtMost) problems.push('SIZE');
  return problems;
}

/** How what came differs from what was announced; nothing when it is that file. */
export function differenceOf(
  { sizeBytes, head }: Pick<ReceivedFile, 'sizeBytes' | 'head'>,
  announced: Pick<AnnouncedFile, 'mediaType' | 'sizeBytes'>,
): 'SIZE_DIFFERS' | 'TYPE_DIFFERS' | undefined {
  if (sizeBytes !== announced.sizeBytes) return 'SIZE_DIFFERS';
  return contentMatches(announced.mediaType, head) ? undefined : 'TYPE_DIFFERS';
}
