import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answerChange } from '../../complaint/change-complaint/change-answer';
import { given } from '../../public-graph/mutation-input.gql';
import { RecordSimilarProductCheckInput, RecordSimilarProductCheckPayload } from './record-similar-check.gql';
import { recordSimilarCheck, type SimilarCheckPorts } from './record-similar-check.handler';

/** Records checks of similar products. */
@Resolver()
export class RecordSimilarCheckResolver {
  constructor(private readonly ports: SimilarCheckPorts) {}

  @Mutation(() => RecordSimilarProductCheckPayload, {
    description: 'Records whether the same product failed at other customers. For handlers.',
  })
  recordSimilarProductCheck(
    @Arg('input', () => RecordSimilarProductCheckInput, { description: 'The result.' })
    input: RecordSimilarProductCheckInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordSimilarProductCheckPayload> {
    const viewer = requireRole(context, 'handler', 'supervisor');
    const { idempotencyKey, found, customers, note } = input;
    const complaintId = fromGlobalId('Complaint', input.complaintId) ?? '';
    const command = { idempotencyKey, complaintId, found, ...given({ customers, note }) };
    return answerChange(this.ports.database, input, context, () => recordSimilarCheck(command, viewer, this.ports));
  }
}
