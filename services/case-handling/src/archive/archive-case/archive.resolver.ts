import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { confirmDestruction, proposeDestruction } from '../destroy-case/destroy-case.handler';
import {
  ArchiveCaseInput,
  ArchiveCasePayload,
  ConfirmDestructionInput,
  ConfirmDestructionPayload,
  LiftLegalHoldInput,
  LiftLegalHoldPayload,
  PlaceLegalHoldInput,
  PlaceLegalHoldPayload,
  ProposeDestructionInput,
  ProposeDestructionPayload,
} from './archive-case.gql';
import { archiveCase, liftLegalHold, placeLegalHold } from './archive-case.handler';

@Resolver(() => Case)
export class ArchiveResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ArchiveCasePayload, { description: 'Archives a closed case (归档).' })
  archiveCase(
    @Arg('input', () => ArchiveCaseInput, { description: 'Which.' }) input: ArchiveCaseInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('ARCHIVE_CASE', input, context, (call) => archiveCase(this.dependencies, call));
  }

  @Directive('@authenticated')
  @Mutation(() => PlaceLegalHoldPayload, { description: 'Keeps a file from being destroyed.' })
  placeLegalHold(
    @Arg('input', () => PlaceLegalHoldInput, { description: 'Which, and why.' }) input: PlaceLegalHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('PLACE_LEGAL_HOLD', input, context, (call) =>
      placeLegalHold(this.dependencies, call, { reason: input.reason }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => LiftLegalHoldPayload, { description: 'Ends a legal hold.' })
  liftLegalHold(
    @Arg('input', () => LiftLegalHoldInput, { description: 'Which.' }) input: LiftLegalHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('LIFT_LEGAL_HOLD', input, context, (call) =>
      liftLegalHold(this.dependencies, call, { holdId: input.holdId }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ProposeDestructionPayload, {
    description: 'Proposes to destroy the texts of a file whose time is over; somebody else confirms it.',
  })
  proposeDestruction(
    @Arg('input', () => ProposeDestructionInput, { description: 'Which, and why.' }) input: ProposeDestructionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('PROPOSE_DESTRUCTION', input, context, (call) =>
      proposeDestruction(this.dependencies, call, { reason: input.reason }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ConfirmDestructionPayload, {
    description: 'Destroys the texts of a file for good; figures and dates remain.',
  })
  confirmDestruction(
    @Arg('input', () => ConfirmDestructionInput, { description: 'Which.' }) input: ConfirmDestructionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('CONFIRM_DESTRUCTION', input, context, (call) =>
      confirmDestruction(this.dependencies, call),
    );
  }
}
