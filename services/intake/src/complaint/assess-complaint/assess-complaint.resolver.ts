import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { answerChange, changeCommand } from '../change-complaint/change-answer';
import type { ChangePorts } from '../change-complaint/change-complaint.handler';
import { AssessComplaintInput, AssessComplaintPayload } from './assess-complaint.gql';
import { assessComplaint } from './assess-complaint.handler';

/** Assesses complaints. */
@Resolver()
export class AssessComplaintResolver {
  constructor(private readonly ports: ChangePorts) {}

  @Mutation(() => AssessComplaintPayload, {
    description:
      'States what was found out or judged of a complaint: the facts that its regulation declares, how many complain, how often. For front-line staff and handlers.',
  })
  assessComplaint(
    @Arg('input', () => AssessComplaintInput, { description: 'What was judged.' }) input: AssessComplaintInput,
    @Ctx() context: GraphContext,
  ): Promise<AssessComplaintPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { persons, raised } = input;
    const asked = { assessment: input.assessment ?? [], ...given({ persons, raised }) };
    const command = { ...changeCommand('assessComplaint', input, asked), ...asked };
    return answerChange(this.ports.database, input, context, () => assessComplaint(command, viewer, this.ports));
  }
}
