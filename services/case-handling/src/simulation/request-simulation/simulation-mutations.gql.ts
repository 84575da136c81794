import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { NumberingInput, OpenValueInput } from '../../adoption/adopt-regulation/open-value.gql';
import { OpeningHoursInput, OwnDayInput } from '../../adoption/adopt-regulation/opening-hours.gql';
import { Simulation } from '../view-simulations/simulation.gql';

@InputType({ description: 'The cases to replay: those received within it.' })
export class SimulationWindowInput {
  @Field(() => DateTimeScalar, { description: 'From this moment on.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Up to this moment, which is not part of it.' })
  to!: Date;
}

@InputType({ description: 'Values that the regulation leaves to the organisation.' })
export class SimulationSettingsInput {
  @Field(() => String, { description: 'IANA time zone in which days are counted.' })
  timeZone!: string;

  @Field(() => String, { description: 'Calendar of working days, for example `cn`.' })
  calendar!: string;

  @Field(() => NumberingInput, { nullable: true, description: 'How complaints are numbered; has no effect here.' })
  numbering?: NumberingInput | null;

  @Field(() => OpeningHoursInput, { nullable: true, description: 'When the organisation is open.' })
  openingHours?: OpeningHoursInput | null;

  @Field(() => [OwnDayInput], { nullable: true, description: 'Days on which it departs from the public calendar.' })
  ownDays?: OwnDayInput[] | null;

  @Field(() => [OpenValueInput], { description: 'A value for everything that the regulation leaves open.' })
  openValues!: OpenValueInput[];
}

@InputType({ description: 'Which regulation is tried, with which values, on which cases.' })
export class SimulateRegulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: 'Stable name of the regulation; either it or a draft.' })
  regulation?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its version; the newest unless told.' })
  version?: number | null;

  @Field(() => ID, { nullable: true, description: 'Global id of a draft; either it or a regulation.' })
  draftId?: string | null;

  @Field(() => SimulationSettingsInput, { nullable: true, description: 'Its values; those in force unless told.' })
  settings?: SimulationSettingsInput | null;

  @Field(() => SimulationWindowInput, { description: 'The cases to replay.' })
  window!: SimulationWindowInput;
}

@InputType({ description: 'Which simulation is stopped.' })
export class CancelSimulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id.' })
  simulationId!: string;
}

@ObjectType({ description: 'The simulation, or why it was refused.' })
export class SimulationPayload {
  @Field(() => Simulation, { nullable: true, description: 'The simulation as it is now; null when refused.' })
  simulation!: Simulation | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
