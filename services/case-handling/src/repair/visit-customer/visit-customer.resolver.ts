import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  ConfirmRepairInput,
  ConfirmRepairPayload,
  PlanRepairVisitInput,
  PlanRepairVisitPayload,
  RecordRepairVisitInput,
  RecordRepairVisitPayload,
} from './visit-customer.gql';
import { confirmRepair, planRepairVisit, recordRepairVisit } from './visit-customer.handler';

@Resolver(() => Case)
export class VisitCustomerResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => PlanRepairVisitPayload, { description: 'Plans a visit of a field engineer.' })
  planRepairVisit(
    @Arg('input', () => PlanRepairVisitInput, { description: 'Who, and when.' }) input: PlanRepairVisitInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { engineer, visitAt, fault } = input;
    return this.mutations.answer('PLAN_REPAIR_VISIT', input, context, (call) =>
      planRepairVisit(this.dependencies, call, { engineer, visitAt, fault }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordRepairVisitPayload, { description: 'Notes what a field engineer did.' })
  recordRepairVisit(
    @Arg('input', () => RecordRepairVisitInput, { description: 'What.' }) input: RecordRepairVisitInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { visitId, repaired, workDone } = input;
    return this.mutations.answer('RECORD_REPAIR_VISIT', input, context, (call) =>
      recordRepairVisit(this.dependencies, call, { visitId, repaired, workDone }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ConfirmRepairPayload, { description: 'Notes whether the customer says that the fault is solved.' })
  confirmRepair(
    @Arg('input', () => ConfirmRepairInput, { description: 'Which visit.' }) input: ConfirmRepairInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { visitId, solved } = input;
    return this.mutations.answer('CONFIRM_REPAIR', input, context, (call) =>
      confirmRepair(this.dependencies, call, { visitId, solved }),
    );
  }
}
