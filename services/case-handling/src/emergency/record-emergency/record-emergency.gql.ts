import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import { SectionInput } from '../../complaint-case/complete-stage/complete-stage.gql';
import type { EmergencyDuty as Duty } from '../model/emergency.model';

export const EmergencyDuty = {
  MEETING: 'MEETING',
  RISK_ASSESSMENT: 'RISK_ASSESSMENT',
  CRISIS_HANDLING: 'CRISIS_HANDLING',
  LEADERS_IN_PERSON: 'LEADERS_IN_PERSON',
  COORDINATION_GROUP: 'COORDINATION_GROUP',
  REPORT_UP: 'REPORT_UP',
} as const satisfies Record<Duty, Duty>;
registerEnumType(EmergencyDuty, {
  name: 'EmergencyDuty',
  description: 'What a regulation asks for in an emergency.',
  valuesConfig: {
    MEETING: { description: 'An emergency meeting.' },
    RISK_ASSESSMENT: { description: 'An assessment of the risk.' },
    CRISIS_HANDLING: { description: 'Handling as a crisis.' },
    LEADERS_IN_PERSON: { description: 'Leaders attend to it in person.' },
    COORDINATION_GROUP: { description: 'A group that coordinates the departments.' },
    REPORT_UP: { description: 'A report to the leaders.' },
  },
});

@InputType({ description: 'Somebody in an emergency team.' })
export class TeamMemberInput {
  @Field(() => String, { description: 'For which role or party of the regulation.' })
  party!: string;

  @Field(() => String, { description: 'Subject of the member of staff.' })
  subject!: string;
}

@InputType({ description: 'Who belongs to the emergency team.' })
export class FormEmergencyTeamInput extends CaseInput {
  @Field(() => [TeamMemberInput], { description: 'Its members; 50 at most.' })
  members!: TeamMemberInput[];
}

@InputType({ description: 'What an emergency meeting decided.' })
export class RecordEmergencyMeetingInput extends CaseInput {
  @Field(() => [SectionInput], { description: 'The minutes in sections.' })
  sections!: SectionInput[];
}

@InputType({ description: 'How likely and how grave the risk is.' })
export class RecordRiskAssessmentInput extends CaseInput {
  @Field(() => Int, { description: 'How likely, 1 to 5.' })
  probability!: number;

  @Field(() => Int, { description: 'How grave, 1 to 5.' })
  impact!: number;

  @Field(() => String, { description: 'What is done about it; 16,000 characters at most.' })
  measures!: string;
}

@InputType({ description: 'What was done of what the regulation asks for.' })
export class RecordEmergencyStepInput extends CaseInput {
  @Field(() => EmergencyDuty, { description: 'Which.' })
  step!: Duty;

  @Field(() => String, { description: 'What was done; 16,000 characters at most.' })
  note!: string;
}

@InputType({ description: 'The report on a major complaint.' })
export class WriteMajorReportInput extends CaseInput {
  @Field(() => [SectionInput], { description: 'Its sections; those that the regulation asks for.' })
  sections!: SectionInput[];
}

export const FormEmergencyTeamPayload = casePayload('FormEmergencyTeam');
export const RecordEmergencyMeetingPayload = casePayload('RecordEmergencyMeeting');
export const RecordRiskAssessmentPayload = casePayload('RecordRiskAssessment');
export const RecordEmergencyStepPayload = casePayload('RecordEmergencyStep');
export const WriteMajorReportPayload = casePayload('WriteMajorReport');
