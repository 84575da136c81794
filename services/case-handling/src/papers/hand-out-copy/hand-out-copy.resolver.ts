import { PublicError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { HandOutCopyInput, HandOutCopyPayload } from './hand-out-copy.gql';
import { handOutCopy } from './hand-out-copy.handler';

const LONGEST_SUBJECT = 255;

@Resolver(() => Case)
export class HandOutCopyResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => HandOutCopyPayload, { description: 'Notes that a copy of a paper went to its holder.' })
  handOutCopy(
    @Arg('input', () => HandOutCopyInput, { description: 'Which copy of which paper.' }) input: HandOutCopyInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { paper: paperId, copy, to } = input;
    if ((to ?? '').length > LONGEST_SUBJECT) {
      throw new PublicError('BAD_USER_INPUT', 'This is no subject.');
    }
    return this.mutations.answer('HAND_OUT_COPY', input, context, (call) =>
      handOutCopy(this.dependencies, call, { paperId, copy, ...present({ to }) }),
    );
  }
}
