import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CodedLabel } from '../../adoption/view-regulations/labelled.gql';
import { isStaff } from '../../complaint-case/model/case.rules';
import type { StageRecord } from '../../complaint-case/model/stage-record.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseSituations } from '../../complaint-case/view-cases/case-situation.loader';
import { openPaths, type OpenPath } from '../model/standing.model';
import { readRounds, type RoundRow } from './round-rows.query';
import { CaseRound, FurtherPath } from './round.gql';

@Resolver(() => Case)
export class RoundsResolver {
  constructor(private readonly situations: CaseSituations) {}

  @FieldResolver(() => [CaseRound], { description: 'The rounds of handling after the first, in order.' })
  async rounds(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<CaseRound[]> {
    if (stored.round === 1) return [];
    const rows = await this.situations.details.of(context, 'rounds', stored.id, readRounds);
    return rows.map((row) => toRound(row, isStaff(context.viewer)));
  }

  @FieldResolver(() => [FurtherPath], {
    description:
      'The ways in which the viewer, or a complainant for whom they speak, may go on now: see `takeFurther`.',
  })
  async furtherPaths(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<FurtherPath[]> {
    return openPaths(await this.situations.of(context, stored)).map(toPath);
  }
}

function toRound(row: RoundRow, isForStaff: boolean): CaseRound {
  const { number, path, opened_by: openedBy, body, started_at: startedAt } = row;
  const stages = isForStaff ? (JSON.parse(row.stages_before) as StageRecord[]) : [];
  return Object.assign(new CaseRound(), {
    ...{ number, path, openedBy, body, startedAt },
    reason: isForStaff || openedBy === 'COMPLAINANT' ? row.reason : null,
    by: isForStaff ? row.started_by : null,
    earlierStages: stages.map(({ stage, state, by, at }) => ({ stage, state, by, at: new Date(at) })),
  });
}

function toPath({ provision: { path, bodies = [], quote }, side }: OpenPath): FurtherPath {
  const labelled = bodies.map(({ body, label }) => Object.assign(new CodedLabel(), { code: body, labels: label }));
  return Object.assign(new FurtherPath(), { path, openTo: side, bodies: labelled, quote });
}
