import type { Refusal } from '@redress/kernel';
import { SIZE_BYTES_AT_MOST } from '../model/attachment.model';
import { ALLOWED_MEDIA_TYPES } from '../model/media-type.rules';
import type { RequestUpload } from './request-upload.command';

export type UploadRefusal =
  | 'NOT_FOUND'
  | 'INTAKE_VALUE_MALFORMED'
  | 'INTAKE_MEDIA_TYPE_NOT_ALLOWED'
  | 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS'
  | 'INTAKE_TOO_MANY_ATTACHMENTS';

const FILE_NAME_LENGTH_AT_MOST = 255;

/** Characters that mean something to a file system or a header, or that cannot be seen. */
const NOT_IN_A_NAME = /[/\\\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Everything that is wrong with a request before its complaint is looked at. */
export function uploadProblems({ fileName, mediaType, sizeBytes }: RequestUpload): Refusal<UploadRefusal>[] {
  const problems: Refusal<UploadRefusal>[] = [];
  const named = fileName.trim() !== '' && fileName.length <= FILE_NAME_LENGTH_AT_MOST && !NOT_IN_A_NAME.test(fileName);
  if (!named || fileName === '.' || fileName === '..') {
    problems.push({ code: 'INTAKE_VALUE_MALFORMED', path: ['fileName'], facts: { field: 'fileName' } });
  }
  if (!ALLOWED_MEDIA_TYPES.includes(mediaType)) {
    problems.push({
      code: 'INTAKE_MEDIA_TYPE_NOT_ALLOWED',
      path: ['mediaType'],
      facts: { mediaType },
      details: { allowed: ALLOWED_MEDIA_TYPES },
    });
  }
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > SIZE_BYTES_AT_MOST) {
    problems.push({
      code: 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS',
      path: ['sizeBytes'],
      facts: { limit: SIZE_BYTES_AT_MOST },
      details: { limit: SIZE_BYTES_AT_MOST },
    });
  }
  return problems;
}
