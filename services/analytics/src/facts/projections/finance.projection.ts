import {
  purchaseRegistered,
  returnAdjusted,
  returnAuthorised,
  returnCancelled,
  returnExceptionRaised,
  returnExceptionResolved,
  returnInspected,
  returnReceived,
  returnReconciled,
  settlementAdjusted,
  settlementApproved,
  settlementCancelled,
  settlementCompleted,
  settlementFailed,
  settlementProposed,
  settlementRefused,
  settlementRejected,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import type { FactSet } from '../model/fact-set.model';
import type { RowOf } from '../model/fact-table.model';
import {
  purchaseFact,
  returnExceptionFact,
  returnFact,
  settlementFact,
  settlementPartFact,
} from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { at, micro } from './values.model';

type Settlement = Partial<RowOf<typeof settlementFact>>;

interface OfSettlement {
  readonly complaintId: string;
  readonly settlementId: string;
  readonly at: string;
}

const keyOf = ({ complaintId, settlementId }: OfSettlement) => ({
  complaint_id: complaintId,
  settlement_id: settlementId,
});

const moneyColumns = ({ amountMinor, currency }: { readonly amountMinor: string; readonly currency: string }) => ({
  amount_minor: BigInt(amountMinor),
  currency,
});

function settling<Definition extends EventDefinition>(
  definition: Definition,
  values: (data: EventData<Definition>) => Settlement,
): Projection {
  return projecting(definition, [settlementFact], (data, facts) => {
    facts.change(settlementFact, { ...keyOf(data as OfSettlement), ...values(data) });
  });
}

function ending(definition: EventDefinition, state: string): Projection {
  return settling(definition, (data) => {
    const { at: when, reason } = data as OfSettlement & { readonly reason?: string };
    return { state, ended_at: at(when), ...(reason === undefined ? {} : { reason }) };
  });
}

function addParts(facts: FactSet, data: EventData<typeof settlementCompleted>): void {
  const parts = data.parts ?? [{ kind: data.instrument, amount: data.amount }];
  for (const [index, part] of parts.entries()) {
    facts.change(settlementPartFact, {
      ...keyOf(data),
      ...moneyColumns(part.amount),
      part: index + 1,
      instrument: part.kind,
      order_number: 'orderNumber' in part ? (part.orderNumber ?? null) : null,
      line_number: 'lineNumber' in part ? (part.lineNumber ?? null) : null,
      completed_at: at(data.at),
    });
  }
}

type ReturnData = EventData<typeof returnAuthorised> | EventData<typeof returnReceived>;
type ReturnMoment = 'authorised_at' | 'received_at' | 'inspected_at' | 'reconciled_at' | 'cancelled_at';

/** Each event of a return carries all of its lines as they are then; most are a moment of it, too. */
function returning(definition: EventDefinition, moment?: ReturnMoment): Projection {
  return projecting(
    definition,
    [returnFact],
    (told, facts) => {
      const data = told as ReturnData;
      for (const line of data.lines) {
        facts.change(returnFact, {
          ...{ return_id: data.returnId, line_id: line.lineId, settlement_id: data.settlementId, case_id: data.caseId },
          ...{ instrument: line.kind, product: line.product ?? null, cause: data.cause ?? null },
          ...{ authorised_micro: micro(line.authorised), received_micro: micro(line.received) },
          posted_micro: line.posted === undefined ? null : micro(line.posted),
          entitled_minor: BigInt(line.entitled.amountMinor),
          posted_minor: line.postedAmount === undefined ? null : BigInt(line.postedAmount.amountMinor),
          currency: line.entitled.currency,
          result: line.outcome ?? null,
          ...(moment === undefined ? {} : { [moment]: at(data.at) }),
          ...('dueAt' in data ? { due_at: at(data.dueAt) } : {}),
        });
      }
    },
    (data) => (data as ReturnData).returnId,
  );
}

const exceptionOwner = (data: { readonly exceptionId: string }): string => data.exceptionId;

/** What finance tells: settlements, returns and sales. */
export const financeProjections: readonly Projection[] = [
  settling(settlementProposed, (data) => ({
    ...{ number: data.number, instrument: data.instrument, ...moneyColumns(data.amount) },
    ...{ state: 'PROPOSED', proposed_at: at(data.at) },
  })),
  settling(settlementRefused, (data) => ({
    ...{ number: data.number, instrument: data.instrument, ...moneyColumns(data.amount), reason: data.reason },
    ...{ state: 'REFUSED', proposed_at: at(data.at), ended_at: at(data.at) },
  })),
  settling(settlementAdjusted, (data) => moneyColumns(data.amount)),
  settling(settlementApproved, (data) => ({ state: 'APPROVED', approved_at: at(data.at), approved_by: data.by })),
  ending(settlementRejected, 'REJECTED'),
  ending(settlementCancelled, 'CANCELLED'),
  ending(settlementFailed, 'FAILED'),
  projecting(settlementCompleted, [settlementFact, settlementPartFact], (data, facts) => {
    facts.change(settlementFact, {
      ...keyOf(data),
      ...moneyColumns(data.amount),
      ...{ instrument: data.instrument, state: 'COMPLETED', completed_at: at(data.at), ended_at: at(data.at) },
    });
    addParts(facts, data);
  }),

  returning(returnAuthorised, 'authorised_at'),
  returning(returnReceived, 'received_at'),
  returning(returnInspected, 'inspected_at'),
  returning(returnAdjusted),
  returning(returnReconciled, 'reconciled_at'),
  returning(returnCancelled, 'cancelled_at'),

  projecting(
    returnExceptionRaised,
    [returnExceptionFact],
    (data, facts) => {
      facts.change(returnExceptionFact, {
        ...{ exception_id: data.exceptionId, return_id: data.returnId ?? null },
        ...{ kind: data.kind, raised_at: at(data.at) },
      });
    },
    exceptionOwner,
  ),
  projecting(
    returnExceptionResolved,
    [returnExceptionFact],
    (data, facts) => {
      facts.change(returnExceptionFact, {
        ...{ exception_id: data.exceptionId, return_id: data.returnId ?? null, kind: data.kind },
        ...{ resolved_at: at(data.at), resolution: data.resolution },
      });
    },
    exceptionOwner,
  ),

  projecting(
    purchaseRegistered,
    [purchaseFact],
    (data, facts) => {
      for (const line of data.lines) {
        facts.change(purchaseFact, {
          ...{ purchase_id: data.purchaseId, line_id: line.lineId, product: line.product ?? null },
          ...{ department: line.department ?? data.department ?? null, registered_at: at(data.registeredAt) },
          ...{ paid_minor: BigInt(line.paid.amountMinor), currency: line.paid.currency },
        });
      }
    },
    (data) => data.purchaseId,
  ),
];
