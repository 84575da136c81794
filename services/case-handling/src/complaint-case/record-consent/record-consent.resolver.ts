import { PublicError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { present } from '../model/present-members.model';
import { Case } from '../view-cases/case.gql';
import { RecordConsentInput, RecordConsentPayload } from './record-consent.gql';
import { recordConsent } from './record-consent.handler';

@Resolver(() => Case)
export class RecordConsentResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RecordConsentPayload, {
    description: 'Records that the complainant agrees or objects: by themself, or by a handler or agent for them.',
  })
  recordConsent(
    @Arg('input', () => RecordConsentInput, { description: 'What they say.' }) input: RecordConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { decision, note } = input;
    if (decision === 'NOT_REQUIRED') throw new PublicError('BAD_USER_INPUT', 'Recorded by itself where it applies.');
    const action = decision === 'ACCEPTED' ? 'RECORD_CONSENT' : 'RECORD_OBJECTION';
    return this.mutations.answer(action, input, context, (call) =>
      recordConsent(this.dependencies, call, { decision, ...present({ note }) }),
    );
  }
}
