import { LocalDateScalar } from '@redress/graphql-runtime';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ExposureUnit, Grain } from '../model/control-chart.model';
import type { SignalRule } from '../model/rule-definitions.model';
import { BilingualText } from '../public-graph/bilingual-text.gql';
import { SignalExposureUnitEnum, SignalGrainEnum, SignalRuleEnum } from './signal-enums.gql';

@ObjectType({ description: 'The time before, with which the points that are tested are compared.' })
export class SignalBaseline {
  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'First local day after it.' })
  to!: string;

  @Field(() => Int, { description: 'How many were counted.' })
  observed!: number;

  @Field(() => Float, { description: 'How much of the unit they are held against.' })
  exposure!: number;

  @Field(() => SignalExposureUnitEnum, { description: 'The unit.' })
  unit!: ExposureUnit;

  @Field(() => Int, { description: 'How many points it has.' })
  points!: number;

  @Field(() => Float, {
    description: 'How much more it varies than by chance; 1 or more. The limits are as much wider.',
  })
  dispersion!: number;
}

@ObjectType({ description: 'One day or week of a chart, all in counts at its own exposure.' })
export class SignalPoint {
  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'First local day after it.' })
  to!: string;

  @Field(() => Int, { description: 'How many were counted.' })
  observed!: number;

  @Field(() => Float, { description: 'How much of the unit of the baseline it is held against.' })
  exposure!: number;

  @Field(() => Boolean, { description: 'Whether it belongs to the baseline.' })
  inBaseline!: boolean;

  @Field(() => Float, { description: 'The centre line.' })
  expected!: number;

  @Field(() => Float, { description: 'The lower control limit.' })
  lower!: number;

  @Field(() => Float, { description: 'The upper control limit.' })
  upper!: number;

  @Field(() => Float, { nullable: true, description: 'The moving average; none in the baseline.' })
  ewma!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper limit of the moving average; none in the baseline.' })
  ewmaUpper!: number | null;
}

@ObjectType({ description: 'The control chart by which a rise was found, as it was when it was last looked at.' })
export class SignalChart {
  @Field(() => SignalGrainEnum, { description: 'Length of its points.' })
  grain!: Grain;

  @Field(() => SignalBaseline, { description: 'The time before.' })
  baseline!: SignalBaseline;

  @Field(() => Float, { description: 'The centre: counts for each unit of exposure, or the share.' })
  centre!: number;

  @Field(() => [SignalPoint], { description: 'The points, oldest first.' })
  points!: SignalPoint[];

  @Field(() => SignalRuleEnum, { description: 'The rule that fired.' })
  rule!: SignalRule;

  @Field(() => BilingualText, { description: 'The rule in words.' })
  ruleInWords!: BilingualText;
}
