import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EmergencyDuty as Duty, EmergencyStep as Step } from '../model/emergency.model';
import { EmergencyDuty } from '../record-emergency/record-emergency.gql';

export const EmergencyStep = {
  TEAM: 'TEAM',
  ...EmergencyDuty,
  MAJOR_REPORT: 'MAJOR_REPORT',
} as const satisfies Record<Step, Step>;
registerEnumType(EmergencyStep, {
  name: 'EmergencyStep',
  description: 'What was done in an emergency.',
  valuesConfig: {
    TEAM: { description: 'The team was formed.' },
    MEETING: { description: 'An emergency meeting was held.' },
    RISK_ASSESSMENT: { description: 'The risk was assessed.' },
    CRISIS_HANDLING: { description: 'It was handled as a crisis.' },
    LEADERS_IN_PERSON: { description: 'Leaders attended to it in person.' },
    COORDINATION_GROUP: { description: 'A group coordinated the departments.' },
    REPORT_UP: { description: 'It was reported to the leaders.' },
    MAJOR_REPORT: { description: 'The report on a major complaint was written.' },
  },
});

@ObjectType({ description: 'A section of what was written down.' })
export class EmergencySection {
  @Field(() => String, { description: 'Its code or title.' })
  section!: string;

  @Field(() => String, { description: 'What stands in it.' })
  text!: string;
}

@ObjectType({ description: 'Somebody in an emergency team.' })
export class TeamMember {
  @Field(() => String, { description: 'For which role or party.' })
  party!: string;

  @Field(() => String, { description: 'Subject of the member of staff.' })
  subject!: string;
}

@ObjectType({ description: 'Something that was done in an emergency.' })
export class EmergencyRecord {
  @Field(() => ID, { description: 'Id of the record within its case.' })
  id!: string;

  @Field(() => EmergencyStep, { description: 'What was done.' })
  step!: Step;

  @Field(() => [TeamMember], { description: 'Of a team: its members.' })
  members!: TeamMember[];

  @Field(() => [EmergencySection], { description: 'Of a meeting or report: what was written.' })
  sections!: EmergencySection[];

  @Field(() => String, { nullable: true, description: 'What was done, in words.' })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a risk assessment: how likely, 1 to 5.' })
  probability!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a risk assessment: how grave, 1 to 5.' })
  impact!: number | null;

  @Field(() => Int, { nullable: true, description: 'One times the other, 1 to 25.' })
  riskScore!: number | null;

  @Field(() => String, { nullable: true, description: 'Of a risk assessment: what is done about it.' })
  measures!: string | null;

  @Field(() => String, { description: 'Subject of the person who recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'That the regulation treats the case as an emergency, and what it asks for.' })
export class Emergency {
  @Field(() => Boolean, { description: 'Whether at once.' })
  immediately!: boolean;

  @Field(() => [EmergencyDuty], { description: 'All that it asks for.' })
  does!: readonly Duty[];

  @Field(() => [EmergencyDuty], { description: 'What of that was not done yet.' })
  outstanding!: readonly Duty[];

  @Field(() => [String], { description: 'Roles and parties that belong to the team.' })
  team!: readonly string[];

  @Field(() => [String], { description: 'The sentences of the regulation.' })
  quotes!: readonly string[];
}
