import {
  caseAssigned,
  caseClosed,
  caseLevelChanged,
  caseMerged,
  caseNotEstablished,
  caseOpened,
  caseReassessed,
  caseReopened,
  caseUnmerged,
  investigationRecorded,
  roundStarted,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { CaseFileChange, CaseFiles } from '../model/case-file.repository';

/**
 * Keeps the file of a case. Which cases are about one harm is taken from the duplicates alone, since each is merged into
 * one other at a time; the other case tells the same from its side.
 */
export function onCasesTold({ caseFiles }: { readonly caseFiles: CaseFiles }): EventHandlers {
  function noting<Definition extends EventDefinition>(
    definition: Definition,
    changeOf: (data: EventData<Definition>) => CaseFileChange,
  ): EventHandlers {
    return onEvent(definition, async ({ data }, tx) => {
      const { caseId, complaintId } = data as { readonly caseId: string; readonly complaintId: string };
      await caseFiles.note(tx, caseId, { complaintId, ...changeOf(data) });
    });
  }

  return {
    ...noting(caseOpened, openedFile),
    ...noting(caseReassessed, ({ categoryCode, matter }) => ({ categoryCode, matter })),
    ...noting(caseLevelChanged, ({ level }) => ({ level })),
    ...noting(caseAssigned, ({ unitId }) => (unitId === undefined ? {} : { department: unitId })),
    ...noting(investigationRecorded, ({ validity }) => ({ validity })),
    ...noting(caseNotEstablished, () => ({ notEstablished: true })),
    ...noting(caseClosed, ({ closedAt, outcome }) => ({ closedAt: new Date(closedAt), outcome })),
    ...noting(caseReopened, ({ round }) => ({ round, closedAt: null, outcome: null })),
    ...noting(roundStarted, ({ round, reopened }) => ({
      round,
      ...(reopened ? { closedAt: null, outcome: null } : {}),
    })),
    ...onEvent(caseMerged, ({ data: { caseId, mergedInto } }, tx) => caseFiles.link(tx, caseId, mergedInto)),
    ...onEvent(caseUnmerged, async ({ data: { caseId, reopened } }, tx) => {
      await caseFiles.link(tx, caseId, undefined);
      if (reopened) await caseFiles.note(tx, caseId, { closedAt: null, outcome: null });
    }),
  };
}

function openedFile(data: EventData<typeof caseOpened>): CaseFileChange {
  const { number, customerId, categoryCode, channel, orderLine, regulation, product, region, matter } = data;
  return {
    ...{ number, customerId, categoryCode, channel },
    receivedAt: new Date(data.receivedAt),
    openedAt: new Date(data.openedAt),
    ...(orderLine === undefined ? {} : { orderLine }),
    ...(regulation === undefined ? {} : { regulation }),
    ...(product === undefined ? {} : { product }),
    ...(region === undefined ? {} : { region }),
    ...(matter === undefined ? {} : { matter }),
  };
}
