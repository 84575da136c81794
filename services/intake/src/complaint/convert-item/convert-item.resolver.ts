import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { answerChange, changeCommand } from '../change-complaint/change-answer';
import { changeComplaint, type ChangePorts } from '../change-complaint/change-complaint.handler';
import { decideConversion } from './convert-item.decide';
import { ConvertItemInput, ConvertItemPayload } from './convert-item.gql';

/** Converts items. */
@Resolver()
export class ConvertItemResolver {
  constructor(private readonly ports: ChangePorts) {}

  @Mutation(() => ConvertItemPayload, {
    description:
      'Makes a complaint of a grievance, of an anomaly, and whatever else the regulation converts. For front-line staff and handlers.',
  })
  convertItem(
    @Arg('input', () => ConvertItemInput, { description: 'Which, and into what.' }) input: ConvertItemInput,
    @Ctx() context: GraphContext,
  ): Promise<ConvertItemPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const asked = { itemType: input.itemType, ...given({ itemKind: input.itemKind }) };
    const command = changeCommand('convertItem', input, asked);
    return answerChange(this.ports.database, input, context, () =>
      changeComplaint(command, viewer, this.ports, (complaint, regulation) =>
        decideConversion(asked, complaint, regulation, this.ports.clock.now()),
      ),
    );
  }
}
