import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

export const caseArchived = caseEvent('case.archived', 'The file of the case was archived.', {
  ...by,
  archiveNumber: z.string().min(1).max(96),
  /** Until when it is kept. */
  keepUntil: instant(),
});

export const legalHoldPlaced = caseEvent('legal-hold.placed', 'The file must not be destroyed until further notice.', {
  ...by,
  holdId: id(),
});

export const legalHoldLifted = caseEvent('legal-hold.lifted', 'A legal hold ended.', { ...by, holdId: id() });

export const destructionProposed = caseEvent(
  'destruction.proposed',
  'Somebody proposed to destroy the texts of a file whose time is over.',
  by,
);

export const caseDestroyed = caseEvent(
  'case.destroyed',
  'Two persons destroyed the texts of the file; figures and dates remain. Others who hold texts of it should do the same.',
  { ...by, proposedBy: z.string().min(1).max(255) },
);

export const libraryEntryProposed = caseEvent(
  'library-entry.proposed',
  'A case without personal data was drafted for the case library.',
  { ...by, entryId: id() },
);
