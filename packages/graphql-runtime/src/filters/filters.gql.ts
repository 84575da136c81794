import 'reflect-metadata';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { DateTimeScalar } from '../scalars/date-time';
import { LocalDateScalar } from '../scalars/local-date';

/** Condition on a text. All given members must hold. */
@InputType({ description: 'Condition on a text. All given members must hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: 'Equals this text.' })
  eq?: string;

  @Field(() => [String], { nullable: true, description: 'Equals one of these, 100 at most.' })
  in?: string[];

  @Field(() => String, { nullable: true, description: 'Contains this text.' })
  contains?: string;
}

/** Condition on a global id. */
@InputType({ description: 'Condition on a global id. All given members must hold.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: 'Is this object.' })
  eq?: string;

  @Field(() => [ID], { nullable: true, description: 'Is one of these, 100 at most.' })
  in?: string[];
}

/** A span of time. */
@InputType({ description: 'A span of time; leave one end out for an open one.' })
export class DateTimeRange {
  @Field(() => DateTimeScalar, { nullable: true, description: 'At or after this moment.' })
  from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' })
  to?: Date;
}

/** Condition on a moment. */
@InputType({ description: 'Condition on a moment. All given members must hold.' })
export class DateTimeFilter {
  @Field(() => DateTimeRange, { nullable: true, description: 'Lies within this span.' })
  range?: DateTimeRange;
}

/** A span of days. */
@InputType({ description: 'A span of calendar days; leave one end out for an open one.' })
export class DateRange {
  @Field(() => LocalDateScalar, { nullable: true, description: 'On or after this day.' })
  from?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Before this day.' })
  to?: string;
}

/** Condition on a day. */
@InputType({ description: 'Condition on a calendar day. All given members must hold.' })
export class DateFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Is this day.' })
  eq?: string;

  @Field(() => DateRange, { nullable: true, description: 'Lies within this span.' })
  range?: DateRange;
}

/** A span of numbers. */
@InputType({ description: 'A span of numbers; leave one end out for an open one.' })
export class NumberRange {
  @Field(() => Float, { nullable: true, description: 'This much or more.' })
  from?: number;

  @Field(() => Float, { nullable: true, description: 'Less than this.' })
  to?: number;
}

/** Condition on a whole number. */
@InputType({ description: 'Condition on a whole number. All given members must hold.' })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: 'Equals this number.' })
  eq?: number;

  @Field(() => [Int], { nullable: true, description: 'Equals one of these, 100 at most.' })
  in?: number[];

  @Field(() => NumberRange, { nullable: true, description: 'Lies within this span.' })
  range?: NumberRange;
}

/** Condition on yes or no. */
@InputType({ description: 'Condition on a yes or no.' })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: 'Equals this.' })
  eq?: boolean;
}

/** What an enum filter looks like to the code that reads it. */
export interface EnumFilter<Value> {
  eq?: Value;
  in?: Value[];
}

/** Makes the input `<Name>Filter` for an enum that was registered with type-graphql. */
export function enumFilter<Enum extends Readonly<Record<string, string>>>(
  enumObject: Enum,
  name: string,
): ClassType<EnumFilter<Enum[keyof Enum]>> {
  @InputType(`${name}Filter`, { description: `Condition on a ${name}. All given members must hold.` })
  class Filter implements EnumFilter<Enum[keyof Enum]> {
    @Field(() => enumObject, { nullable: true, description: 'Equals this value.' })
    eq?: Enum[keyof Enum];

    @Field(() => [enumObject], { nullable: true, description: 'Equals one of these, 100 at most.' })
    in?: Enum[keyof Enum][];
  }
  return Filter;
}

/** Adds `AND`, `OR` and `NOT` to a where-input; declare them in the class as optional members of its own type. */
export function Combinable(): ClassDecorator {
  return (target) => {
    const type = target as unknown as ClassType;
    const prototype = (target as unknown as { prototype: object }).prototype;
    Field(() => [type], { nullable: true, description: 'All of these hold.' })(prototype, 'AND');
    Field(() => [type], { nullable: true, description: 'At least one of these holds.' })(prototype, 'OR');
    Field(() => type, { nullable: true, description: 'This does not hold.' })(prototype, 'NOT');
  };
}
