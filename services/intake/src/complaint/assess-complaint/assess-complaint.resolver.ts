import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { answerChange, changeCommand } from '../change-complaint/change-answer';
import { changeComplaint, type ChangePorts } from '../change-complaint/change-complaint.handler';
import { decideAssessment } from './assess-complaint.decide';
import { AssessComplaintInput, AssessComplaintPayload } from './assess-complaint.gql';

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
    const command = changeCommand('assessComplaint', input, asked);
    return answerChange(this.ports.database, input, context, () =>
      changeComplaint(command, viewer, this.ports, (complaint, regulation) =>
        decideAssessment(asked, complaint, regulation),
      ),
    );
  }
}
