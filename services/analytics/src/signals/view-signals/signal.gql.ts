import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  enumFilter,
  LocalDateScalar,
  Node,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Complaint } from '../../changes/changes.gql';
import { AsOf } from '../../metrics/metrics.gql';
import type { DefinitionCode, SignalRule } from '../model/rule-definitions.model';
import type { Figure, WatchedDimension } from '../model/series.model';
import type { SignalState } from '../model/signal.transitions';
import { BilingualText } from '../public-graph/bilingual-text.gql';
import {
  SignalDefinitionCodeEnum,
  SignalFigureEnum,
  SignalRuleEnum,
  SignalStateEnum,
  WatchedDimensionEnum,
} from './signal-enums.gql';

@Directive('@key(fields: "id")')
@ObjectType('Signal', { implements: Node, description: 'A rise that is more than chance (质量预警).' })
export class SignalView extends Node {
  @Field(() => ID, { description: 'Global id.' })
  override id!: string;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => SignalStateEnum, { description: 'What people made of it.' })
  state!: SignalState;

  @Field(() => SignalFigureEnum, { description: 'What rose.' })
  figure!: Figure;

  @Field(() => WatchedDimensionEnum, { description: 'By what it was watched.' })
  dimension!: WatchedDimension;

  @Field(() => String, { description: 'The category, product or region in which it rose.' })
  value!: string;

  @Field(() => BilingualText, { description: 'It in words.' })
  title!: BilingualText;

  @Field(() => SignalRuleEnum, { description: 'The rule that fired.' })
  rule!: SignalRule;

  @Field(() => LocalDateScalar, { description: 'First local day of the rise.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'First local day after what was looked at.' })
  to!: string;

  @Field(() => Int, { description: 'How many were counted in that time.' })
  observed!: number;

  @Field(() => Float, { description: 'How many the baseline lets expect.' })
  expected!: number;

  @Field(() => Float, { description: 'The lower control limit at the latest point.' })
  lower!: number;

  @Field(() => Float, { description: 'The upper control limit at the latest point.' })
  upper!: number;

  @Field(() => Float, { description: 'The chance of so much or more, had nothing changed.' })
  probability!: number;

  @Field(() => Float, { description: 'Its rank: minus the decimal logarithm of the probability.' })
  score!: number;

  @Field(() => Boolean, { description: 'Whether the rise goes on.' })
  ongoing!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Local day on which it was back in limits.' })
  endedOn!: string | null;

  @Field(() => AsOf, { description: 'What its figures take into account.' })
  asOf!: AsOf;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  openedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided on it last.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}

export const SignalConnection = connectionType(SignalView, 'Signal');
export const SignalCaseConnection = connectionType(Complaint, 'SignalCase');

const SignalStateFilter = enumFilter(SignalStateEnum, 'SignalState');
const SignalFigureFilter = enumFilter(SignalFigureEnum, 'SignalFigure');
const WatchedDimensionFilter = enumFilter(WatchedDimensionEnum, 'WatchedDimension');

@Combinable()
@InputType({ description: 'Conditions on signals. All given members must hold.' })
export class SignalWhereInput {
  @Field(() => SignalStateFilter, { nullable: true, description: 'What people made of it.' })
  state?: EnumFilter<SignalState>;

  @Field(() => SignalFigureFilter, { nullable: true, description: 'What rose.' })
  figure?: EnumFilter<Figure>;

  @Field(() => WatchedDimensionFilter, { nullable: true, description: 'By what it was watched.' })
  dimension?: EnumFilter<WatchedDimension>;

  @Field(() => StringFilter, { nullable: true, description: 'The category, product or region.' })
  value?: StringFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether the rise goes on.' })
  ongoing?: BooleanFilter;
}

@ArgsType()
export class SignalsArgs extends ConnectionArgs {
  @Field(() => SignalWhereInput, { nullable: true, description: 'Only signals that fulfil these conditions.' })
  where?: SignalWhereInput;
}

@ObjectType({ description: 'A rule or a method by which rises are found, in words.' })
export class SignalDefinition {
  @Field(() => SignalDefinitionCodeEnum, { description: 'Its code.' })
  code!: DefinitionCode;

  @Field(() => BilingualText, { description: 'Its name.' })
  label!: BilingualText;

  @Field(() => BilingualText, { description: 'What it says.' })
  definition!: BilingualText;
}
