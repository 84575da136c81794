import {
  complaintAcknowledged,
  complaintForwarded,
  complaintMerged,
  complaintReassessed,
  complaintRegistered,
  complaintSettledOnTheSpot,
  complaintUnmerged,
  type EventData,
} from '@redress/contracts';
import type { RowOf } from '../model/fact-table.model';
import { complaintFact, settlementFact, settlementPartFact } from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { at, flag } from './values.model';

type Complaint = RowOf<typeof complaintFact>;
type Matter = EventData<typeof complaintReassessed>['matter'];

/** Axis of classification by which regulations tell causes apart. */
const CAUSE_AXIS = 'cause';

function matterColumns(matter: Matter): Partial<Complaint> {
  return {
    item_type: matter.itemType,
    customer_segment: matter.complainantKind,
    persons: matter.persons,
    repeated: flag(matter.repeat || matter.raised > 1),
    cause: matter.classification[CAUSE_AXIS] ?? null,
  };
}

/**
 * What a source said of a complaint that was taken over. Its case tells the same when it ended, and more when it goes on,
 * so that this counts only as long as the case has told nothing.
 */
function takenOver(
  history: NonNullable<EventData<typeof complaintRegistered>['history']>,
  complaint: Complaint | undefined,
): Partial<Complaint> {
  const { timely, disputed, firstReplyAt } = history;
  const told = (column: 'timely' | 'reopenings' | 'disputed' | 'first_reply_at'): boolean =>
    (complaint?.[column] ?? null) !== null;
  return {
    ...(timely === undefined || told('timely') || told('reopenings') ? {} : { timely: flag(timely) }),
    ...(disputed === undefined || told('disputed') ? {} : { disputed: flag(disputed) }),
    ...(firstReplyAt === undefined || told('first_reply_at') ? {} : { first_reply_at: at(firstReplyAt) }),
  };
}

/** What intake tells of a complaint. */
export const intakeProjections: readonly Projection[] = [
  projecting(complaintRegistered, [complaintFact], (data, facts) => {
    const { complaintId, regulation, demand, history, matter } = data;
    facts.change(complaintFact, {
      complaint_id: complaintId,
      number: data.number,
      customer_id: data.customerId,
      category_id: data.categoryId,
      category_code: data.categoryCode,
      channel: data.channel,
      product: data.product ?? null,
      region: data.region ?? null,
      regulation_id: regulation?.id ?? null,
      regulation_version: regulation?.version ?? null,
      registered_by: data.registeredBy,
      demand_kind: demand?.kind ?? null,
      demand_minor: demand?.amount === undefined ? null : BigInt(demand.amount.amountMinor),
      demand_currency: demand?.amount?.currency ?? null,
      received_at: at(data.receivedAt),
      registered_at: at(data.registeredAt),
      acknowledged_at: at(data.acknowledgedAt),
      on_the_spot: flag(data.settledOnTheSpot ?? false),
      ...(matter === undefined ? { item_type: 'COMPLAINT', customer_segment: 'CONSUMER' } : matterColumns(matter)),
      ...(history === undefined ? {} : takenOver(history, facts.find(complaintFact, { complaint_id: complaintId }))),
    });
  }),

  projecting(complaintReassessed, [complaintFact], ({ complaintId, ...data }, facts) => {
    facts.change(complaintFact, {
      complaint_id: complaintId,
      category_id: data.categoryId,
      category_code: data.categoryCode,
      product: data.product ?? null,
      region: data.region ?? null,
      ...matterColumns(data.matter),
    });
  }),

  projecting(complaintAcknowledged, [complaintFact], ({ complaintId, acknowledgedAt }, facts) => {
    facts.change(complaintFact, { complaint_id: complaintId, told_at: at(acknowledgedAt) });
  }),

  projecting(complaintMerged, [complaintFact], ({ complaintId, mergedInto }, facts) => {
    facts.change(complaintFact, { complaint_id: complaintId, merged_into: mergedInto });
  }),

  projecting(complaintUnmerged, [complaintFact], ({ complaintId }, facts) => {
    facts.change(complaintFact, { complaint_id: complaintId, merged_into: null });
  }),

  projecting(complaintForwarded, [complaintFact], ({ complaintId }, facts) => {
    facts.change(complaintFact, { complaint_id: complaintId, forwarded: 1 });
  }),

  // Money in it was handed over already, so it counts as settled although finance only books it afterwards.
  projecting(
    complaintSettledOnTheSpot,
    [complaintFact, settlementFact, settlementPartFact],
    ({ complaintId, settlementId, remedy, amount, at: when, by, orderLine }, facts) => {
      facts.change(complaintFact, { complaint_id: complaintId, on_the_spot: 1 });
      if (amount === undefined) return;
      const settled = {
        complaint_id: complaintId,
        settlement_id: settlementId,
        instrument: remedy,
        amount_minor: BigInt(amount.amountMinor),
        currency: amount.currency,
        completed_at: at(when),
      };
      facts.change(settlementFact, {
        ...settled,
        ...{ state: 'COMPLETED', proposed_at: at(when), approved_at: at(when), approved_by: by, ended_at: at(when) },
      });
      facts.change(settlementPartFact, {
        ...settled,
        part: 1,
        order_number: orderLine?.orderNumber ?? null,
        line_number: orderLine?.lineNumber ?? null,
      });
    },
  ),
];
