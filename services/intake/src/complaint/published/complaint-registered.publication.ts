import { complaintRegistered, type EventData } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { Complaint, Demand, History } from '../model/complaint.model';

type Data = EventData<typeof complaintRegistered>;

/** The public event of a registration. Neither the complainant's text nor who they are goes into it. */
export function complaintRegisteredEvent(complaint: Complaint): { definition: typeof complaintRegistered; data: Data } {
  const { category, product, region, orderLine, demand, regulation, external, history } = complaint;
  return {
    definition: complaintRegistered,
    data: {
      complaintId: complaint.id,
      number: complaint.number,
      customerId: complaint.customerId,
      channel: complaint.channel,
      categoryId: category.id,
      categoryCode: category.code,
      ...(product === undefined ? {} : { product }),
      ...(region === undefined ? {} : { region }),
      ...(orderLine === undefined ? {} : { orderLine: { ...orderLine } }),
      ...(demand === undefined ? {} : { demand: demandData(demand) }),
      ...(regulation === undefined ? {} : { regulation: { ...regulation } }),
      receivedAt: complaint.receivedAt.toISOString(),
      registeredAt: complaint.registeredAt.toISOString(),
      acknowledgedAt: complaint.acknowledgedAt.toISOString(),
      registeredBy: complaint.registeredBy,
      ...(external === undefined ? {} : { external: { ...external } }),
      ...(history === undefined ? {} : { history: historyData(history) }),
      matter: complaint.matter,
      ...(complaint.settledOnTheSpot === true ? { settledOnTheSpot: true } : {}),
    },
  };
}

function demandData({ kind, amount }: Demand): NonNullable<Data['demand']> {
  return { kind, ...(amount === undefined ? {} : { amount: moneyData(amount) }) };
}

function moneyData({ amountMinor, currency }: Money): { amountMinor: string; currency: string } {
  return { amountMinor: amountMinor.toString(), currency };
}

function historyData({ firstReplyAt, closedAt, outcome, timely, disputed }: History): NonNullable<Data['history']> {
  return {
    ...(firstReplyAt === undefined ? {} : { firstReplyAt: firstReplyAt.toISOString() }),
    ...(closedAt === undefined ? {} : { closedAt: closedAt.toISOString() }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(timely === undefined ? {} : { timely }),
    ...(disputed === undefined ? {} : { disputed }),
  };
}
