import { externalOutcomeRecorded, externalProceedingRecorded, legalStepRecorded } from '@redress/contracts';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { stepped } from '../../complaint-case/model/facts/resolution-change.model';
import { present } from '../../complaint-case/model/present-members.model';
import { furtherHandlingOf, withFurtherHandling } from '../../dissatisfaction/model/further-handling.model';
import { openProceedings, type LegalStepKind, type ProceedingKind, type ProceedingOutcome } from './outside.model';

export interface LegalStepRecorded extends Fact<'LEGAL_STEP_RECORDED'> {
  readonly stepId: string;
  readonly kind: LegalStepKind;
  readonly description: string;
  readonly reference?: string;
  readonly dueAt?: Date;
}

export interface ExternalProceedingRecorded extends Fact<'EXTERNAL_PROCEEDING_RECORDED'> {
  readonly proceedingId: string;
  readonly body: string;
  readonly kind: ProceedingKind;
  readonly reference?: string;
  readonly openedOn: Date;
  readonly dueAt?: Date;
  readonly cooperation?: string;
}

export interface ExternalOutcomeRecorded extends Fact<'EXTERNAL_OUTCOME_RECORDED'> {
  readonly proceedingId: string;
  readonly outcome: ProceedingOutcome;
  readonly note?: string;
  /** Whether the decision has to be taken anew, for what the body decided. */
  readonly decidesAnew: boolean;
  readonly wasClosed: boolean;
}

export const legalStepRecordedFact = defineFact<LegalStepRecorded>({
  type: 'LEGAL_STEP_RECORDED',
  description: 'The case was referred to legal, or a legal step was taken.',
  stores: (_, { stepId: id, kind, description, reference, dueAt, at, by }) => [
    {
      insert: 'legal_step',
      rows: [
        {
          id,
          kind,
          description,
          reference: reference ?? null,
          due_at: dueAt ?? null,
          recorded_at: at,
          recorded_by: by,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(legalStepRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      stepId: fact.stepId,
      kind: fact.kind,
      ...present({ dueAt: fact.dueAt?.toISOString() }),
    }),
  details: ({ kind, dueAt }) => ({ kind, ...(dueAt === undefined ? {} : { dueAt: dueAt.toISOString() }) }),
});

export const externalProceedingRecordedFact = defineFact<ExternalProceedingRecorded>({
  type: 'EXTERNAL_PROCEEDING_RECORDED',
  description: 'The case is before a body outside the organisation.',
  visibleToComplainant: true,
  effect: (current, { proceedingId }) => ({
    kept: { ...current.kept, openProceedings: [...openProceedings(current.kept), proceedingId] },
  }),
  stores: (after, fact) => [
    {
      insert: 'external_proceeding',
      rows: [
        {
          id: fact.proceedingId,
          body: fact.body,
          kind: fact.kind,
          reference: fact.reference ?? null,
          round: after.round,
          opened_on: fact.openedOn,
          due_at: fact.dueAt ?? null,
          cooperation: fact.cooperation ?? null,
          recorded_at: fact.at,
          recorded_by: fact.by,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(externalProceedingRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      proceedingId: fact.proceedingId,
      body: fact.body,
      kind: fact.kind,
      ...present({ dueAt: fact.dueAt?.toISOString() }),
    }),
  details: ({ body, kind }) => ({ body, kind }),
});

export const externalOutcomeRecordedFact = defineFact<ExternalOutcomeRecorded>({
  type: 'EXTERNAL_OUTCOME_RECORDED',
  description: 'A body outside the organisation came to an outcome.',
  visibleToComplainant: true,
  action: ({ decidesAnew }) => (decidesAnew ? 'RESTORE_RESOLUTION' : undefined),
  effect: (current, { decidesAnew, proceedingId }) => {
    const opened = decidesAnew ? openedAnew(current) : {};
    const rest = openProceedings(current.kept).filter((id) => id !== proceedingId);
    return { ...opened, kept: { ...(opened.kept ?? current.kept), openProceedings: rest } };
  },
  clears: ({ decidesAnew, wasClosed }) => (decidesAnew && wasClosed ? ['outcome', 'closedAt', 'inTime'] : []),
  reopens: ({ decidesAnew }) =>
    decidesAnew ? ['PROPOSAL', 'APPROVAL', 'REPLY', 'RESOLUTION', 'EXECUTION', 'CLOSING'] : [],
  stores: (after, { proceedingId, outcome, note, at, by }) => [
    {
      update: 'external_proceeding',
      key: { id: proceedingId },
      set: { outcome, outcome_note: note ?? null, ended_at: at, ended_by: by },
    },
    ...(after.resolution?.state === 'OBJECTED'
      ? [{ update: 'resolution', key: { id: after.resolution.id }, set: { state: 'OBJECTED' } }]
      : []),
  ],
  publish: (after, fact) =>
    event(externalOutcomeRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      proceedingId: fact.proceedingId,
      outcome: fact.outcome,
    }),
  details: ({ outcome }) => ({ outcome }),
});

/** What the body decided takes the place of an objection that waited for a way to go on. */
function openedAnew(current: ComplaintCase): Partial<ComplaintCase> {
  const { resolution, state } = current;
  const objected = state === 'CONSENT' && resolution?.state === 'APPROVED' ? stepped(current, 'object') : {};
  const handling = furtherHandlingOf(current) ?? {
    path: 'EXTERNAL_BODY' as const,
    taken: {},
    deciders: [],
    excluded: [],
    awaitsTakeOver: false,
  };
  const follows = resolution === undefined ? {} : { follows: resolution.id };
  return { ...objected, ...withFurtherHandling(current, { ...handling, ...follows }) };
}
