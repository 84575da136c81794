import { ALLOWED_MEDIA_TYPES, announcementProblems, type AnnouncementProblem } from '@redress/files';
import type { Refusal } from '@redress/kernel';
import { SIZE_BYTES_AT_MOST } from '../model/attachment.model';
import type { RequestUpload } from './request-upload.command';

export type UploadRefusal =
  | 'NOT_FOUND'
  | 'INTAKE_VALUE_MALFORMED'
  | 'INTAKE_MEDIA_TYPE_NOT_ALLOWED'
  | 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS'
  | 'INTAKE_TOO_MANY_ATTACHMENTS';

/** Everything that is wrong with a request before its complaint is looked at. */
export function uploadProblems(request: RequestUpload): Refusal<UploadRefusal>[] {
  return announcementProblems(request, SIZE_BYTES_AT_MOST).map((problem) => refusalOf(problem, request));
}

function refusalOf(problem: AnnouncementProblem, { mediaType }: RequestUpload): Refusal<UploadRefusal> {
  switch (problem) {
    case 'FILE_NAME':
      return { code: 'INTAKE_VALUE_MALFORMED', path: ['fileName'], facts: { field: 'fileName' } };
    case 'MEDIA_TYPE': {
      const details = { allowed: ALLOWED_MEDIA_TYPES };
      return { code: 'INTAKE_MEDIA_TYPE_NOT_ALLOWED', path: ['mediaType'], facts: { mediaType }, details };
    }
    case 'SIZE': {
      const limit = { limit: SIZE_BYTES_AT_MOST };
      return { code: 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS', path: ['sizeBytes'], facts: limit, details: limit };
    }
  }
}
