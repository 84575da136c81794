import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { answerChange, changeCommand } from '../change-complaint/change-answer';
import type { ChangePorts } from '../change-complaint/change-complaint.handler';
import { ConvertItemInput, ConvertItemPayload } from './convert-item.gql';
import { convertItem } from './convert-item.handler';

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
    const command = { ...changeCommand('convertItem', input, asked), ...asked };
    return answerChange(this.ports.database, input, context, () => convertItem(command, viewer, this.ports));
  }
}
