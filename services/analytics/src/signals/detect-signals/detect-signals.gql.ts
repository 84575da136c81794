import { BigIntScalar, DateTimeScalar, LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { WatchedDimension } from '../model/series.model';
import { WatchedDimensionEnum } from '../view-signals/signal-enums.gql';

@InputType({ description: 'A look at every series now, beside those that are taken by themselves.' })
export class DetectSignalsInput {
  @Field(() => String, { description: 'Made by the client; the same key looks once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'A dimension of which more values have complaints than are watched.' })
export class CappedDimension {
  @Field(() => WatchedDimensionEnum, { description: 'The dimension.' })
  dimension!: WatchedDimension;

  @Field(() => Int, { description: 'How many of its values are watched: those with the most complaints.' })
  watched!: number;

  @Field(() => Int, { description: 'How many values have complaints.' })
  values!: number;
}

@ObjectType({ description: 'What a look at every series came to.' })
export class SignalDetection {
  @Field(() => Int, { description: 'Rises that nobody was told of before.' })
  begun!: number;

  @Field(() => Int, { description: 'Known rises that go on, with another day or week.' })
  extended!: number;

  @Field(() => Int, { description: 'Known rises that are back in limits.' })
  ended!: number;

  @Field(() => Int, { description: 'How many series were looked at.' })
  seriesWatched!: number;

  @Field(() => LocalDateScalar, {
    description: 'The local day; what happened on it is not complete and not looked at.',
  })
  today!: string;

  @Field(() => [CappedDimension], { description: 'Dimensions of which not every value is watched.' })
  capped!: CappedDimension[];

  @Field(() => BigIntScalar, { description: 'Position in the change feed up to which events are in the figures.' })
  position!: bigint;

  @Field(() => DateTimeScalar, { description: 'The moment of the figures.' })
  time!: Date;
}

@ObjectType({ description: 'What came of `detectSignals`.' })
export class DetectSignalsPayload {
  @Field(() => SignalDetection, { nullable: true, description: 'What it came to; null when it was refused.' })
  detection!: SignalDetection | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
