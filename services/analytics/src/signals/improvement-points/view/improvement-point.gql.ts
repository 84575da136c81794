import {
  ConnectionArgs,
  connectionType,
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  Node,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AsOf } from '../../../metrics/metrics.gql';
import type { Figure, WatchedDimension } from '../../model/series.model';
import { BilingualText } from '../../public-graph/bilingual-text.gql';
import { described, enumOf } from '../../public-graph/enum-of.gql';
import { SignalFigureEnum, WatchedDimensionEnum } from '../../view-signals/signal-enums.gql';
import { SignalView } from '../../view-signals/signal.gql';
import { IMPROVEMENT_SOURCES, type ImprovementSource } from '../model/improvement-point.model';
import { IMPROVEMENT_STATES, type ImprovementState } from '../model/improvement-point.transitions';

export const ImprovementPointStateEnum = enumOf(IMPROVEMENT_STATES);
registerEnumType(ImprovementPointStateEnum, {
  name: 'ImprovementPointState',
  description: 'How far an improvement is.',
  valuesConfig: described({
    PROPOSED: 'The figures suggest it.',
    ADOPTED: 'It has an owner, a measure and a due day.',
    REJECTED: 'It is not done, for a reason.',
    DONE: 'The measure was carried out.',
    EFFECT_MEASURED: 'It is known what the measure has done to the figure.',
  }),
});

export const ImprovementPointSourceEnum = enumOf(IMPROVEMENT_SOURCES);
registerEnumType(ImprovementPointSourceEnum, {
  name: 'ImprovementPointSource',
  description: 'Why an improvement is proposed.',
  valuesConfig: described({
    SIGNAL: 'A rise that is more than chance.',
    MOST_COMPLAINTS: 'It has one of the largest parts of the complaints of the month.',
    MOST_COST: 'It has one of the largest parts of what was paid for complaints in the month.',
  }),
});

@ObjectType({ description: 'The figures that suggest an improvement, as they were then.' })
export class ImprovementPointEvidence {
  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'First local day after it.' })
  to!: string;

  @Field(() => DecimalScalar, { description: 'How many complaints, or how much money.' })
  observed!: string;

  @Field(() => DecimalScalar, { description: 'What the baseline lets expect, or the whole of which it is a part.' })
  comparedWith!: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of an amount.' })
  currency!: string | null;
}

@ObjectType({ description: 'A figure over a window.' })
export class ImprovementMeasurement {
  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'First local day after it.' })
  to!: string;

  @Field(() => Int, { description: 'How many were counted.' })
  observed!: number;

  @Field(() => Float, { description: 'Of how many days, lines sold or complaints.' })
  exposure!: number;
}

@ObjectType({ description: 'What a measure has done to the figure, over windows of equal length before and after.' })
export class ImprovementEffect {
  @Field(() => ImprovementMeasurement, { description: 'Before it was adopted.' })
  before!: ImprovementMeasurement;

  @Field(() => ImprovementMeasurement, { description: 'After it was completed.' })
  after!: ImprovementMeasurement;

  @Field(() => Float, {
    nullable: true,
    description: 'Change of the rate or share in percent; none where there was nothing before.',
  })
  change!: number | null;

  @Field(() => Float, { description: 'The chance of such a change or more, either way, had nothing changed.' })
  probability!: number;

  @Field(() => Boolean, { description: 'Whether that chance is below 5 %.' })
  significant!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was measured.' })
  measuredAt!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'Something to be improved (改进点), proposed with evidence and followed.',
})
export class ImprovementPoint extends Node {
  @Field(() => ID, { description: 'Global id.' })
  override id!: string;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => ImprovementPointStateEnum, { description: 'How far it is.' })
  state!: ImprovementState;

  @Field(() => String, { description: 'Local month whose figures suggest it: `2026-11`.' })
  month!: string;

  @Field(() => BilingualText, { description: 'It in words.' })
  title!: BilingualText;

  @Field(() => ImprovementPointSourceEnum, { description: 'Why it is proposed.' })
  source!: ImprovementSource;

  @Field(() => SignalView, { nullable: true, description: 'The rise that suggests it; none for the largest parts.' })
  signal!: SignalView | null;

  @Field(() => SignalFigureEnum, { description: 'The figure by which its effect is measured.' })
  figure!: Figure;

  @Field(() => WatchedDimensionEnum, { description: 'What `value` is.' })
  dimension!: WatchedDimension;

  @Field(() => String, { description: 'The category, product or region.' })
  value!: string;

  @Field(() => ImprovementPointEvidence, { description: 'The figures that suggest it.' })
  evidence!: ImprovementPointEvidence;

  @Field(() => AsOf, { description: 'What those figures take into account.' })
  asOf!: AsOf;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who answers for it; none until it is adopted.' })
  owner!: string | null;

  @Field(() => String, { nullable: true, description: 'What is done; none until it is adopted.' })
  measure!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it is adopted, not done, and its day has passed.' })
  overdue!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Local day on which it was adopted.' })
  adoptedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Local day on which it was carried out.' })
  completedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Over how many days its effect is measured.' })
  effectDays!: number | null;

  @Field(() => ImprovementEffect, { nullable: true, description: 'What it has done; none until it is measured.' })
  effect!: ImprovementEffect | null;

  @Field(() => String, { nullable: true, description: 'Who decided on it last.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected, or what was done.' })
  reason!: string | null;
}

export const ImprovementPointConnection = connectionType(ImprovementPoint);

@ArgsType()
export class ImprovementPointsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Only those of a local month, `2026-11`.' })
  month?: string;

  @Field(() => [ImprovementPointStateEnum], { nullable: true, description: 'Only those in one of these states.' })
  states?: ImprovementState[];
}
