import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answerChange, changeCommand } from '../../complaint/change-complaint/change-answer';
import {
  MergeComplaintsInput,
  MergeComplaintsPayload,
  UnmergeComplaintInput,
  UnmergeComplaintPayload,
} from './merge-complaints.gql';
import { mergeComplaints, unmergeComplaint, type MergePorts } from './merge-complaints.handler';

/** Links complaints that are one, and undoes it. */
@Resolver()
export class MergeComplaintsResolver {
  constructor(private readonly ports: MergePorts) {}

  @Mutation(() => MergeComplaintsPayload, {
    description:
      'Links a complaint to another that is about the same harm. Nothing of it is lost, and `unmergeComplaint` undoes it. For front-line staff and handlers.',
  })
  mergeComplaints(
    @Arg('input', () => MergeComplaintsInput, { description: 'Which, and into which.' }) input: MergeComplaintsInput,
    @Ctx() context: GraphContext,
  ): Promise<MergeComplaintsPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const into = fromGlobalId('Complaint', input.into) ?? '';
    const asked = { into, otherPersonConfirmed: input.otherPersonConfirmed };
    const command = { ...changeCommand('mergeComplaints', input, asked), ...asked };
    return answerChange(this.ports.database, input, context, () => mergeComplaints(command, viewer, this.ports));
  }

  @Mutation(() => UnmergeComplaintPayload, {
    description: 'Undoes the link of a complaint to another. For front-line staff and handlers.',
  })
  unmergeComplaint(
    @Arg('input', () => UnmergeComplaintInput, { description: 'Which.' }) input: UnmergeComplaintInput,
    @Ctx() context: GraphContext,
  ): Promise<UnmergeComplaintPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const command = changeCommand('unmergeComplaint', input, {});
    return answerChange(this.ports.database, input, context, () => unmergeComplaint(command, viewer, this.ports));
  }
}
