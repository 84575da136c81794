import { caseClosed, caseMerged, caseNotEstablished, caseOpened } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { isOpenCase } from '../register-receivables/open-cases.policy';
import { endDisputesOf, putInDispute, type ReceivableDependencies } from './dispute-receivable.handler';

type Dependencies = Pick<ReceivableDependencies, 'receivables' | 'ledger' | 'clock'>;

/** A complaint about an order line disputes what the customer still owes for it, until the case says otherwise (FI-09). */
export function onCasesOfReceivables(dependencies: Dependencies): EventHandlers {
  const { receivables } = dependencies;
  return {
    ...onEvent(caseOpened, async ({ data: { caseId, customerId, orderLine } }, tx) => {
      if (orderLine === undefined) return;
      for (const receivable of await receivables.lockOpenOf(tx, { customerId, ...orderLine })) {
        // What is paid, or disputed already, has nothing left to dispute.
        await putInDispute(tx, receivable, caseId, dependencies);
      }
    }),
    ...onEvent(caseNotEstablished, ({ data: { caseId } }, tx) =>
      endDisputesOf(tx, caseId, 'NOT_ESTABLISHED', dependencies),
    ),
    // What is disputed follows the case that settles it; its file is locked by the note of the merger.
    ...onEvent(caseMerged, async ({ data: { caseId, mergedInto } }, tx) => {
      await receivables.moveDisputes(tx, caseId, mergedInto);
      // A case that is over already does not end again.
      if (!(await isOpenCase(tx, mergedInto))) await endDisputesOf(tx, mergedInto, 'CASE_CLOSED', dependencies);
    }),
    // A duplicate has only what the other case disputes as well: that did not follow, and ends with it.
    ...onEvent(caseClosed, async ({ data: { caseId, outcome } }, tx) => {
      await endDisputesOf(tx, caseId, outcome === 'NOT_ESTABLISHED' ? 'NOT_ESTABLISHED' : 'CASE_CLOSED', dependencies);
    }),
  };
}
