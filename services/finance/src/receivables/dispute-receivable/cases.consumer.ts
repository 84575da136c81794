import { caseClosed, caseMerged, caseNotEstablished, caseOpened } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
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
    ...onEvent(caseMerged, ({ data: { caseId, mergedInto } }, tx) => receivables.moveDisputes(tx, caseId, mergedInto)),
    ...onEvent(caseClosed, async ({ data: { caseId, outcome } }, tx) => {
      // What is disputed follows the case that settles it.
      if (outcome === 'MERGED') return;
      await endDisputesOf(tx, caseId, outcome === 'NOT_ESTABLISHED' ? 'NOT_ESTABLISHED' : 'CASE_CLOSED', dependencies);
    }),
  };
}
