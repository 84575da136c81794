import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { present } from '../model/present-members.model';
import { Case } from '../view-cases/case.gql';
import { RecordInvestigationInput, RecordInvestigationPayload } from './record-investigation.gql';
import { recordInvestigation } from './record-investigation.handler';

@Resolver(() => Case)
export class RecordInvestigationResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RecordInvestigationPayload, {
    description: 'Records what the assigned handler found out. May be repeated until a resolution is proposed.',
  })
  recordInvestigation(
    @Arg('input', () => RecordInvestigationInput, { description: 'The findings.' }) input: RecordInvestigationInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { validity, sections, findings, heardComplainant, heardComplainee } = input;
    return this.mutations.answer('RECORD_INVESTIGATION', input, context, (call) =>
      recordInvestigation(this.dependencies, call, {
        validity,
        sections,
        ...present({ findings, heardComplainant, heardComplainee }),
      }),
    );
  }
}
