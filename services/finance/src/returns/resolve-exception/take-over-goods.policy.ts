import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { differenceByDisposition, mostWorthOf, sumByDisposition } from '../model/disposition.model';
import { MATTER, type ReturnException } from '../model/return-exception.model';
import type { Raised, Resolved } from '../model/return-exception.repository';
import { actualOf } from '../model/return-line.model';
import type { ReturnRefusal } from '../model/return.errors';
import { isNotExpected } from '../model/return.rules';
import { judgeDifferences } from '../take-in-goods/judge-differences.policy';
import type { TakingInPorts } from '../take-in-goods/take-in-goods.handler';
import type { Concerned } from './locked-lines.policy';
import { takeOff } from './take-off-goods.policy';

/** The line of the cancelled return, and the one on which its goods are to be counted. */
export interface TakenOver {
  readonly from: Concerned;
  readonly onto: Concerned | undefined;
}

/** Stable code; why what was open about the goods is open elsewhere now. */
const TAKEN_OVER = 'FINANCE_RETURN_TAKEN_OVER';

/**
 * Goods that came for a return that was cancelled count for another that expects the same: who was promised anew sends
 * nothing twice. All that was kept goes over, with its receipts, with what was found about it, and with what nobody has
 * decided about damage; more than is expected there is a matter of that return.
 */
export async function takeOverGoods(
  tx: TenantTransaction,
  exception: ReturnException,
  { from, onto }: TakenOver,
  end: Resolved,
  ports: TakingInPorts,
): Promise<Outcome<void, ReturnRefusal>> {
  const refusal = isNoPlaceFor(from, onto);
  if (refusal !== undefined || onto === undefined) return refuse(refusal ?? { code: 'NOT_FOUND' });
  const { exceptions, receipts, returns } = ports;
  const { by, at } = end;
  const quantity = actualOf(from.line);
  await exceptions.resolve(tx, exception, { ...end, countedOn: onto.line.id });
  const taken = await takeOff(tx, from.line.id, { quantity, onto: onto.line.id, at }, ports);
  const receiptIds = new Set<string>();
  for (const { receiptLineId } of taken) receiptIds.add(await receipts.receiptOf(tx, receiptLineId));
  const looked = mostWorthOf(from.line.inspected, quantity);
  const left = withLine(from, {
    received: from.line.received - quantity,
    inspected: differenceByDisposition(from.line.inspected, looked),
  });
  const grown = withLine(onto, {
    received: onto.line.received + quantity,
    inspected: sumByDisposition(onto.line.inspected, looked),
  });
  const adjusted = { type: 'ReturnAdjusted', at, exceptionId: exception.id } as const;
  await returns.save(tx, { before: from.authorisation, after: left, events: [adjusted] });
  const received = [...receiptIds].map((receiptId) => ({ type: 'GoodsReceived', at, by, receiptId }) as const);
  await returns.save(tx, { before: onto.authorisation, after: grown, events: received });
  await handOverDamage(tx, { from, onto }, end, ports);
  await judgeDifferences(tx, grown, { lineIds: [onto.line.id], by, at }, ports);
  return accept(undefined);
}

function isNoPlaceFor({ line }: Concerned, onto: Concerned | undefined): Refusal<ReturnRefusal> | undefined {
  const { orderNumber, lineNumber } = line;
  const path = ['input', 'returnLineId'];
  if (onto === undefined) return { code: 'FINANCE_RETURN_LINE_REQUIRED', path, facts: { orderNumber, lineNumber } };
  if (onto.line.orderNumber !== orderNumber || onto.line.lineNumber !== lineNumber) {
    return { code: 'FINANCE_RETURN_LINE_OF_OTHER_GOODS', path, facts: { orderNumber, lineNumber } };
  }
  const closed = isNotExpected(onto.authorisation);
  return closed === undefined ? undefined : { ...closed, path };
}

function withLine({ authorisation, line }: Concerned, changes: Partial<Concerned['line']>): Concerned['authorisation'] {
  return {
    ...authorisation,
    lines: authorisation.lines.map((each) => (each === line ? { ...line, ...changes } : each)),
  };
}

async function handOverDamage(
  tx: TenantTransaction,
  { from, onto }: { readonly from: Concerned; readonly onto: Concerned },
  { by, at }: Resolved,
  { exceptions }: TakingInPorts,
): Promise<void> {
  const open = await exceptions.openOf(tx, from.authorisation.id);
  const damage = open.filter(({ kind, returnLineId }) => kind === 'DAMAGED' && returnLineId === from.line.id);
  const matters = damage.map(({ matter }) => matter);
  await exceptions.endOf(tx, matters, { resolution: 'CORRECTED', reason: TAKEN_OVER, by, at });
  const { id: authorisationId, owner } = onto.authorisation;
  const returnLineId = onto.line.id;
  await exceptions.raise(
    tx,
    damage.flatMap(({ receiptLineId, quantity }): Raised[] => {
      if (receiptLineId === undefined) return [];
      const matter = MATTER.damaged(receiptLineId, returnLineId);
      const about = { authorisationId, returnLineId, receiptLineId };
      return [{ kind: 'DAMAGED', matter, ...about, quantity, owner, raisedAt: at }];
    }),
  );
}
