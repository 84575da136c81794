import { clockExtended, extensionRefused, extensionRequested } from '@redress/contracts';
import type { DueDate, Duration } from '@redress/regulations';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { withExtension, withoutExtension } from './extensions.model';

interface ExtensionFact<Type extends string> extends Fact<Type> {
  readonly extensionId: string;
  readonly clockId: string;
  readonly stage: string;
}
export interface ExtensionRequested extends ExtensionFact<'EXTENSION_REQUESTED'> {
  readonly duration: Duration;
  readonly dueBefore: Date;
  readonly requestedDueAt: Date;
  readonly reason: string;
}
export interface ExtensionRefused extends ExtensionFact<'EXTENSION_REFUSED'> {
  readonly note: string;
}
export interface ClockExtended extends ExtensionFact<'CLOCK_EXTENDED'> {
  readonly dueBefore: Date;
  /** With the proof of the time before and of what was added. */
  readonly due: DueDate;
  readonly note?: string;
}

export const extensionRequestedFact = defineFact<ExtensionRequested>({
  type: 'EXTENSION_REQUESTED',
  description: 'More time was asked for a stage.',
  effect: (current, { extensionId, clockId, stage, duration, by }) =>
    withExtension(current, { extensionId, clockId, stage, duration, requestedBy: by }),
  stores: (_, { extensionId, clockId, stage, dueBefore, requestedDueAt, reason, at, by }) => [
    {
      insert: 'extension',
      rows: [
        {
          id: extensionId,
          clock_id: clockId,
          stage,
          state: 'REQUESTED',
          due_before: dueBefore,
          requested_due_at: requestedDueAt,
          reason,
          requested_at: at,
          requested_by: by,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(extensionRequested, {
      ...dataOf(after, fact),
      dueAt: fact.dueBefore.toISOString(),
      requestedDueAt: fact.requestedDueAt.toISOString(),
    }),
  details: ({ dueBefore, requestedDueAt }) => ({
    dueAt: dueBefore.toISOString(),
    requestedDueAt: requestedDueAt.toISOString(),
  }),
});

export const extensionRefusedFact = defineFact<ExtensionRefused>({
  type: 'EXTENSION_REFUSED',
  description: 'More time for a stage was refused.',
  effect: (current, { extensionId }) => withoutExtension(current, extensionId),
  stores: (_, fact) => [decision(fact, { state: 'REFUSED', note: fact.note })],
  publish: (after, fact) => event(extensionRefused, dataOf(after, fact)),
  details: ({ extensionId }) => ({ extensionId }),
});

/** The clock stays the same one; a reminder that was written stays, and the new date may call for another. */
export const clockExtendedFact = defineFact<ClockExtended>({
  type: 'CLOCK_EXTENDED',
  description: 'More time for a stage was approved.',
  visibleToComplainant: true,
  effect: (current, { extensionId, clockId, due }) => ({
    ...withoutExtension(current, extensionId),
    clocks: current.clocks.map((clock) => (clock.id === clockId ? { ...clock, due } : clock)),
  }),
  stores: (_, fact) => {
    const { dueAt, ...proof } = fact.due;
    const set = { due_at: dueAt, proof: JSON.stringify(proof), overdue_noticed_at: null };
    return [
      { update: 'stage_clock', key: { id: fact.clockId }, set },
      decision(fact, { state: 'APPROVED', due_at: dueAt, note: fact.note ?? null }),
    ];
  },
  publish: (after, fact) =>
    event(clockExtended, {
      ...dataOf(after, fact),
      dueBefore: fact.dueBefore.toISOString(),
      dueAt: fact.due.dueAt.toISOString(),
    }),
  details: ({ dueBefore, due }) => ({ dueBefore: dueBefore.toISOString(), dueAt: due.dueAt.toISOString() }),
});

function dataOf(after: Parameters<typeof keyOf>[0], fact: ExtensionFact<string>) {
  const { extensionId, clockId, stage } = fact;
  return { ...keyOf(after), ...byOf(fact), extensionId, clockId, stage };
}

function decision(
  { extensionId, at, by }: ExtensionFact<string>,
  columns: Readonly<Record<string, unknown>>,
): RowChange {
  return { update: 'extension', key: { id: extensionId }, set: { ...columns, decided_at: at, decided_by: by } };
}
