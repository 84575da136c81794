import { LocalDateScalar } from '@redress/graphql-runtime';
import { Field, InputType, registerEnumType } from 'type-graphql';

export const Weekday = {
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
  SUNDAY: 'SUNDAY',
} as const;
export type Weekday = keyof typeof Weekday;
registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesConfig: {
    MONDAY: { description: 'Monday.' },
    TUESDAY: { description: 'Tuesday.' },
    WEDNESDAY: { description: 'Wednesday.' },
    THURSDAY: { description: 'Thursday.' },
    FRIDAY: { description: 'Friday.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
  },
});

@InputType({ description: 'A stretch of a day in which the organisation is open.' })
export class OpeningWindowInput {
  @Field(() => String, { description: 'Local time, for example `09:00`.' })
  from!: string;

  @Field(() => String, { description: 'Local time, to `24:00`.' })
  to!: string;
}

@InputType({ description: 'When the organisation is open on a day of the week.' })
export class WeekdayHoursInput {
  @Field(() => Weekday, { description: 'Which day.' })
  weekday!: Weekday;

  @Field(() => [OpeningWindowInput], { description: 'In order, with breaks between them.' })
  windows!: OpeningWindowInput[];
}

@InputType({ description: 'Other opening hours on a single date.' })
export class DateHoursInput {
  @Field(() => LocalDateScalar, { description: 'Which date.' })
  date!: string;

  @Field(() => [OpeningWindowInput], { description: 'None for a date on which it is closed.' })
  windows!: OpeningWindowInput[];
}

@InputType({ description: 'When the organisation is open; spans in WORKING_HOURS are counted in it.' })
export class OpeningHoursInput {
  @Field(() => [WeekdayHoursInput], { description: 'By day of the week.' })
  weekly!: WeekdayHoursInput[];

  @Field(() => [OpeningWindowInput], {
    nullable: true,
    description: 'On a make-up working day (调休上班); the hours of Monday unless told.',
  })
  makeUpDays?: OpeningWindowInput[] | null;

  @Field(() => [DateHoursInput], { nullable: true, description: 'On single dates.' })
  dates?: DateHoursInput[] | null;
}

@InputType({ description: 'A day on which the organisation departs from the public calendar.' })
export class OwnDayInput {
  @Field(() => LocalDateScalar, { description: 'Which date.' })
  date!: string;

  @Field(() => Boolean, { description: 'Whether people work on it.' })
  working!: boolean;

  @Field(() => String, { description: 'Why.' })
  name!: string;
}
