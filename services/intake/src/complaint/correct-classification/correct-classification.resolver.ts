import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { answerChange, changeCommand } from '../change-complaint/change-answer';
import { CorrectClassificationInput, CorrectClassificationPayload } from './correct-classification.gql';
import { correctClassification, type CorrectionPorts } from './correct-classification.handler';

/** Corrects what rules, texts or people took a complaint for. */
@Resolver()
export class CorrectClassificationResolver {
  constructor(private readonly ports: CorrectionPorts) {}

  @Mutation(() => CorrectClassificationPayload, {
    description:
      'Says what a complaint really is. Nothing overrides it, and texts like this one will be taken for the same. For front-line staff and handlers.',
  })
  correctClassification(
    @Arg('input', () => CorrectClassificationInput, { description: 'What it is.' }) input: CorrectClassificationInput,
    @Ctx() context: GraphContext,
  ): Promise<CorrectClassificationPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const asked = { classification: input.classification ?? [], ...given({ categoryCode: input.categoryCode }) };
    const command = { ...changeCommand('correctClassification', input, asked), ...asked };
    return answerChange(this.ports.database, input, context, () => correctClassification(command, viewer, this.ports));
  }
}
