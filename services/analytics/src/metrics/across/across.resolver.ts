import { requireOperator, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { MetricsQueryInput } from '../metrics-query.gql';
import { readMoment, readQuestion } from '../read-question.gql';
import { OrganisationAsOfInput } from './across-input.gql';
import { AcrossResult } from './across-result.gql';
import type { AskAcross } from './ask-across.handler';
import { toAcrossResult } from './to-across-result.gql';

@Resolver()
export class AcrossResolver {
  constructor(
    private readonly ask: AskAcross,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => AcrossResult, {
    description:
      'One question put to several organisations, for their operator alone. Every group shown rests on at least five complainants of its organisation.',
  })
  async metricsAcross(
    @Arg('query', () => MetricsQueryInput, { description: 'The question, the same for all.' }) query: MetricsQueryInput,
    @Arg('organisations', () => [ID], {
      nullable: true,
      description: 'Which organisations, at most 50; all that the token of the operator names unless told.',
    })
    organisations: string[] | null | undefined,
    @Arg('asOf', () => [OrganisationAsOfInput], {
      nullable: true,
      description: 'Up to where organisations are taken into account; all that is known of those that are not named.',
    })
    asOf: OrganisationAsOfInput[] | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AcrossResult> {
    const operated = requireOperator(context);
    const at = readMoment(query.asOf, this.clock.now());
    const question = readQuestion(query, at);
    const outcome = await this.ask(operated, {
      ...{ query: question, at, positions: (asOf ?? []).map(readPosition) },
      ...(Array.isArray(organisations) ? { organisations } : {}),
    });
    if (outcome.ok) {
      const { tokenId } = context.viewer;
      context.logger.info({ tokenId, organisations: outcome.value.organisations.length }, 'an operator asked');
      return toAcrossResult(outcome.value, question.groupBy, context);
    }
    const nothing = { organisations: [], rows: [], together: null, totals: null, comparedWindow: null, time: null };
    return { ...nothing, userErrors: toUserErrors(outcome.refusals, context) };
  }
}

function readPosition({ organisation, position, complete }: OrganisationAsOfInput) {
  return { organisation, position, ...(typeof complete === 'boolean' ? { complete } : {}) };
}
