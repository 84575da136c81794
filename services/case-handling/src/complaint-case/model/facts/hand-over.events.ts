import { caseHandedOver, handOverConfirmed, replyPromised } from '@redress/contracts';
import type { ComplaintCase } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';

export interface HandedOver extends Fact<'HANDED_OVER'> {
  readonly handOverId: string;
  /** Which hand-over of the regulation it is. */
  readonly handOver: string;
  /** Subject, role or party that receives it. */
  readonly to: string;
  readonly documents: readonly string[];
  readonly note?: string;
}
export interface HandOverConfirmed extends Fact<'HAND_OVER_CONFIRMED'> {
  readonly handOverId: string;
}
export interface ReplyPromised extends Fact<'REPLY_PROMISED'> {
  readonly dueAt: Date;
}

export const handedOverFact = defineFact<HandedOver>({
  type: 'HANDED_OVER',
  description: 'The case, or documents of it, were handed over.',
  stageKinds: ['HAND_OVER'],
  effect: (current) => openHandOvers(current, 1),
  stores: (_, { handOverId, handOver, to, documents, note, by, at }) => [
    {
      insert: 'hand_over',
      rows: [
        {
          id: handOverId,
          hand_over: handOver,
          receiver: to,
          documents: JSON.stringify(documents),
          note: note ?? null,
          handed_by: by,
          handed_at: at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(caseHandedOver, {
      ...keyOf(after),
      ...byOf(fact),
      handOverId: fact.handOverId,
      handOver: fact.handOver,
      to: fact.to,
      documents: fact.documents.length,
    }),
  details: ({ handOver, to, documents }) => ({ handOver, to, documents: documents.length }),
});

export const handOverConfirmedFact = defineFact<HandOverConfirmed>({
  type: 'HAND_OVER_CONFIRMED',
  description: 'The receiver confirmed a hand-over.',
  stageKinds: ['HAND_OVER'],
  effect: (current) => openHandOvers(current, -1),
  finishes: (_, { kind }) => kind === 'HAND_OVER',
  stores: (_, { handOverId, by, at }) => [
    { update: 'hand_over', key: { id: handOverId }, set: { confirmed_by: by, confirmed_at: at } },
  ],
  publish: (after, fact) => event(handOverConfirmed, { ...keyOf(after), ...byOf(fact), handOverId: fact.handOverId }),
  details: ({ handOverId }) => ({ handOverId }),
});

export const replyPromisedFact = defineFact<ReplyPromised>({
  type: 'REPLY_PROMISED',
  description: 'A date was promised for the answer.',
  visibleToComplainant: true,
  stageKinds: ['ANSWER'],
  effect: (_, { dueAt }) => ({ promisedReplyAt: dueAt }),
  publish: (after, fact) => event(replyPromised, { ...keyOf(after), ...byOf(fact), dueAt: fact.dueAt.toISOString() }),
  details: ({ dueAt }) => ({ dueAt: dueAt.toISOString() }),
});

/** How many hand-overs wait for their receivers. */
function openHandOvers({ kept }: ComplaintCase, change: number): Partial<ComplaintCase> {
  const open = kept['handOvers'];
  return { kept: { ...kept, handOvers: (typeof open === 'number' ? open : 0) + change } };
}
