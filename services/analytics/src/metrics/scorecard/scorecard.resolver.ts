import { LocalDateScalar, requireRole, toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { askedElsewhere } from '../asked-elsewhere.rules';
import { METRIC_READERS } from '../metric-readers.rules';
import { AsOfInput } from '../metrics-query.gql';
import { askerOf, readMoment } from '../read-question.gql';
import { remarkEngine } from '../remark-engine.gql';
import { toMetricValue } from '../to-metrics-result.gql';
import type { OutsideFigure as RecordedFigure } from './outside-figure.repository';
import { recordOutsideFigure } from './record-outside-figure.handler';
import {
  OutsideFigurePayload,
  RecordOutsideFigureInput,
  ScorecardResult,
  StaffingResult,
  type OutsideFigure,
  type ScorecardRow as ScorecardRowView,
} from './scorecard.gql';
import { scorecard, type ScorecardParts, type ScorecardRow } from './scorecard.handler';
import { staffing } from './staffing.handler';

const FIRST_DAY = { description: 'First day, in the organisation’s time zone.' };
const LAST_DAY = { description: 'Last day.' };
const AS_OF = { nullable: true, description: 'What is taken into account; the present unless told.' };

const labelIn = ({ locale }: GraphContext, { zh, en }: { readonly zh: string; readonly en: string }): string =>
  locale === 'zh-CN' ? zh : en;
const decimal = (value: number | undefined): string | null => (value === undefined ? null : String(value));

@Resolver()
export class ScorecardResolver {
  constructor(
    private readonly parts: ScorecardParts,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => ScorecardResult, { description: 'The figures that the regulation names, against its targets.' })
  async scorecard(
    @Arg('from', () => LocalDateScalar, FIRST_DAY) from: string,
    @Arg('until', () => LocalDateScalar, LAST_DAY) until: string,
    @Arg('asOf', () => AsOfInput, AS_OF) asOf: AsOfInput | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ScorecardResult> {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const outcome = await scorecard(this.parts, asker, { from, until }, readMoment(asOf, this.clock.now()));
    if (!outcome.ok) {
      const userErrors = toUserErrors(askedElsewhere(outcome.refusals, [], { window: 'until' }), context);
      return { regulation: null, regulationVersion: null, rows: [], asOf: null, userErrors };
    }
    const { regulation, rows, asOf: moment, engine } = outcome.value;
    remarkEngine(context, engine);
    return {
      ...{ regulation: regulation.id, regulationVersion: regulation.version, asOf: moment, userErrors: [] },
      rows: rows.map((row) => toScorecardRow(row, context)),
    };
  }

  @Directive('@authenticated')
  @Query(() => StaffingResult, { description: 'Head-count by the standards of the regulation.' })
  async staffing(
    @Arg('from', () => LocalDateScalar, FIRST_DAY) from: string,
    @Arg('until', () => LocalDateScalar, LAST_DAY) until: string,
    @Arg('asOf', () => AsOfInput, AS_OF) asOf: AsOfInput | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<StaffingResult> {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const outcome = await staffing(this.parts, asker, { from, until }, readMoment(asOf, this.clock.now()));
    if (!outcome.ok) {
      const userErrors = toUserErrors(askedElsewhere(outcome.refusals, [], { window: 'until' }), context);
      return { workingDays: null, rows: [], asOf: null, userErrors };
    }
    const { workingDays, rows, asOf: moment, engine } = outcome.value;
    remarkEngine(context, engine);
    return {
      ...{ workingDays, asOf: moment, userErrors: [] },
      rows: rows.map(({ provision: { work, label, perPersonAndDay, minutesEach }, volume = null, people = null }) => ({
        ...{ work, volume, people, label: labelIn(context, label) },
        ...{ perPersonAndDay: decimal(perPersonAndDay), minutesEach: decimal(minutesEach) },
      })),
    };
  }

  @Directive('@authenticated')
  @Mutation(() => OutsideFigurePayload, {
    description:
      'Records a figure that no event tells, such as training coverage, or corrects it. For managers and administrators.',
  })
  async recordOutsideFigure(
    @Arg('input', () => RecordOutsideFigureInput, { description: 'Which.' }) input: RecordOutsideFigureInput,
    @Ctx() context: GraphContext,
  ): Promise<OutsideFigurePayload> {
    const { tenantId, subject } = requireRole(context, 'manager', 'admin');
    const { expectedVersion, ...figure } = input;
    const { database, figures } = this.parts;
    const command = { ...figure, tenantId, subject, expectedVersion: expectedVersion ?? 0 };
    const { outcome, replayed } = await recordOutsideFigure(command, { database, figures, clock: this.clock });
    if (!outcome.ok) return { outsideFigure: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const known = await figures.until(database.reader(tenantId), input.until);
    const own = known.find(
      (each) => each.figure === input.figure && each.from === input.from && each.until === input.until,
    );
    return { outsideFigure: own === undefined ? null : toOutsideFigure(own), replayed, userErrors: [] };
  }
}

const toOutsideFigure = (figure: RecordedFigure): OutsideFigure => ({
  ...figure,
  id: toGlobalId('OutsideFigure', figure.id),
});

function toScorecardRow(row: ScorecardRow, context: GraphContext): ScorecardRowView {
  const { provision, metric = null, figure, outside, value = null, approximate, verdict } = row;
  const { target } = provision;
  return {
    ...{ metric, value, approximate, verdict, name: provision.metric, label: labelIn(context, provision.label) },
    ...{ comparator: target?.comparator ?? null, target: decimal(target?.value), unit: target?.unit ?? null },
    figure: figure === undefined ? null : toMetricValue(figure),
    outside: outside === undefined ? null : toOutsideFigure(outside),
  };
}
