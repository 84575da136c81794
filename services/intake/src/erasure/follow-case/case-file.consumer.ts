import {
  caseArchived,
  caseClosed,
  caseDestroyed,
  caseReopened,
  caseUnmerged,
  destructionProposed,
  legalHoldLifted,
  legalHoldPlaced,
  roundStarted,
} from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { CaseFiles } from '../model/case-files.repository';
import type { ErasedTexts } from '../model/erased-texts.repository';
import { eraseComplaint } from './erase-complaint.handler';

/** What following the files of cases needs around it. */
export interface FollowFilesPorts {
  readonly files: CaseFiles;
  readonly texts: ErasedTexts;
}

/** Follows whether complaints are handled and how long they are to be kept; the texts of a file that is destroyed go here too. */
export function caseFileConsumer(ports: FollowFilesPorts): EventHandlers {
  const { files } = ports;
  return {
    ...onEvent(caseClosed, async ({ data }, tx) => {
      // What was taken over with its history counts as closed without a word; there may be millions of those.
      if (data.outcome !== 'IMPORTED') await files.mark(tx, data.complaintId, false);
    }),
    ...onEvent(caseReopened, ({ data }, tx) => files.mark(tx, data.complaintId, true)),
    ...onEvent(roundStarted, async ({ data }, tx) => {
      if (data.reopened) await files.mark(tx, data.complaintId, true);
    }),
    ...onEvent(caseUnmerged, async ({ data }, tx) => {
      if (data.reopened) await files.mark(tx, data.complaintId, true);
    }),
    ...onEvent(caseArchived, ({ data }, tx) => files.keep(tx, data.complaintId, new Date(data.keepUntil))),
    ...onEvent(legalHoldPlaced, ({ data }, tx) => files.hold(tx, data.complaintId, data.holdId)),
    ...onEvent(legalHoldLifted, ({ data }, tx) => files.lift(tx, data.complaintId, data.holdId)),
    // Nobody may propose it before the time of the file is over.
    ...onEvent(destructionProposed, ({ data }, tx) => files.keep(tx, data.complaintId, new Date(data.at))),
    ...onEvent(caseDestroyed, async ({ data }, tx) => {
      await files.keep(tx, data.complaintId, new Date(data.at));
      await eraseComplaint(tx, data.complaintId, ports);
    }),
  };
}
