import { caseClosed, complaintMerged, complaintUnmerged } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { closeDuplicates, linkCases, partCases, type FollowMergeDependencies } from './follow-merge.handler';

/** Complaints that intake links, and parts again. */
export function onComplaintsLinked(dependencies: FollowMergeDependencies): EventHandlers {
  return {
    ...onEvent(complaintMerged, ({ data: { at, ...link } }, tx) =>
      linkCases(dependencies, tx, { ...link, at: new Date(at) }),
    ),
    ...onEvent(complaintUnmerged, ({ data: { at, ...link } }, tx) =>
      partCases(dependencies, tx, { ...link, at: new Date(at) }),
    ),
  };
}

/** Duplicates end with the case that settles their harm; each in a transaction after it, so that none waits for another. */
export function onMainCaseClosed(dependencies: FollowMergeDependencies): EventHandlers {
  return onEvent(caseClosed, ({ data }, tx) => closeDuplicates(dependencies, tx, data.caseId));
}
