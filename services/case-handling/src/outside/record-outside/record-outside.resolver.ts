import { PublicError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  RecordExternalOutcomeInput,
  RecordExternalOutcomePayload,
  RecordExternalProceedingInput,
  RecordExternalProceedingPayload,
  RecordLegalStepInput,
  RecordLegalStepPayload,
  ReferToLegalInput,
  ReferToLegalPayload,
} from './record-outside.gql';
import { recordLegalStep, recordOutcome, recordProceeding } from './record-outside.handler';

@Resolver(() => Case)
export class RecordOutsideResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReferToLegalPayload, { description: 'Refers a case to legal.' })
  referToLegal(
    @Arg('input', () => ReferToLegalInput, { description: 'Which case, and why.' }) input: ReferToLegalInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const step = { kind: 'REFERRAL', description: input.reason, ...present({ dueAt: input.dueAt }) } as const;
    return this.mutations.answer('REFER_TO_LEGAL', input, context, (call) =>
      recordLegalStep(this.dependencies, call, step),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordLegalStepPayload, { description: 'Records a legal step.' })
  recordLegalStep(
    @Arg('input', () => RecordLegalStepInput, { description: 'Which step.' }) input: RecordLegalStepInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { kind, description, reference, dueAt } = input;
    if (kind === 'REFERRAL') throw new PublicError('BAD_USER_INPUT', 'A referral is recorded by `referToLegal`.');
    return this.mutations.answer('RECORD_LEGAL_STEP', input, context, (call) =>
      recordLegalStep(this.dependencies, call, { kind, description, ...present({ reference, dueAt }) }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordExternalProceedingPayload, { description: 'Records that a case is before a body outside.' })
  recordExternalProceeding(
    @Arg('input', () => RecordExternalProceedingInput, { description: 'Before which, and how it came there.' })
    input: RecordExternalProceedingInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { body, kind, reference, openedOn, dueAt, cooperation } = input;
    return this.mutations.answer('RECORD_EXTERNAL_PROCEEDING', input, context, (call) =>
      recordProceeding(this.dependencies, call, {
        body,
        kind,
        ...present({ reference, openedOn, dueAt, cooperation }),
      }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordExternalOutcomePayload, { description: 'Records what a body outside came to.' })
  recordExternalOutcome(
    @Arg('input', () => RecordExternalOutcomeInput, { description: 'Which body, and what it came to.' })
    input: RecordExternalOutcomeInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { proceeding: proceedingId, outcome, note } = input;
    return this.mutations.answer('RECORD_EXTERNAL_OUTCOME', input, context, (call) =>
      recordOutcome(this.dependencies, call, { proceedingId, outcome, ...present({ note }) }),
    );
  }
}
