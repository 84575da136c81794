import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { FollowUpLeads as Leads, FollowUpMeans as Means } from '../model/follow-up.model';

export const FollowUpMeans = {
  PHONE: 'PHONE',
  SMS: 'SMS',
  EMAIL: 'EMAIL',
  VISIT: 'VISIT',
  LETTER: 'LETTER',
  QUESTIONNAIRE: 'QUESTIONNAIRE',
  ONLINE: 'ONLINE',
} as const satisfies Record<Means, Means>;
registerEnumType(FollowUpMeans, {
  name: 'FollowUpMeans',
  description: 'How a complainant is asked after the handling.',
  valuesConfig: {
    PHONE: { description: 'By telephone.' },
    SMS: { description: 'By text message.' },
    EMAIL: { description: 'By e-mail.' },
    VISIT: { description: 'In person.' },
    LETTER: { description: 'By letter.' },
    QUESTIONNAIRE: { description: 'With a questionnaire.' },
    ONLINE: { description: 'On the web.' },
  },
});

export const FollowUpLeads = {
  NOTHING: 'NOTHING',
  REOPENING: 'REOPENING',
  REMEDIAL_MEASURES: 'REMEDIAL_MEASURES',
  RECORD: 'RECORD',
} as const satisfies Record<Leads, Leads>;
registerEnumType(FollowUpLeads, {
  name: 'FollowUpLeads',
  description: 'What a follow-up leads to.',
  valuesConfig: {
    NOTHING: { description: 'Satisfied, or not reached.' },
    REOPENING: { description: 'Back to the department; the case is handled anew.' },
    REMEDIAL_MEASURES: { description: 'A further resolution on top.' },
    RECORD: { description: 'Dissatisfaction is noted; the regulation asks for no more.' },
  },
});

@ObjectType({ description: 'How satisfied the complainant is, 1 to 5; null for what was not asked.' })
export class SatisfactionScores {
  @Field(() => Int, { nullable: true, description: 'With the result.' })
  result!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whether what they expected was met.' })
  expectation!: number | null;

  @Field(() => Int, { nullable: true, description: 'With the attitude of the staff.' })
  attitude!: number | null;

  @Field(() => Int, { nullable: true, description: 'With how quickly it was handled.' })
  efficiency!: number | null;
}

@ObjectType({ description: 'A time when the complainant was asked how satisfied they are, or could not be reached.' })
export class FollowUp {
  @Field(() => ID, { description: 'Id of the follow-up within its case.' })
  id!: string;

  @Field(() => FollowUpMeans, { description: 'How they were asked.' })
  means!: Means;

  @Field(() => Boolean, { description: 'Whether they were reached.' })
  reached!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are satisfied; null where not reached.' })
  satisfied!: boolean | null;

  @Field(() => SatisfactionScores, { description: 'The scores.' })
  satisfaction!: SatisfactionScores;

  @Field(() => String, { nullable: true, description: 'What they suggest.' })
  suggestions!: string | null;

  @Field(() => String, { nullable: true, description: 'Note of the staff; null for the complainant.' })
  note!: string | null;

  @Field(() => FollowUpLeads, { description: 'What it leads to.' })
  leadsTo!: Leads;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the next attempt or the next follow-up is planned.',
  })
  nextAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who asked; null for the complainant.' })
  recordedBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A planned follow-up that is due.' })
export class DueFollowUp {
  @Field(() => Case, { description: 'Its case.' })
  case!: Case;

  @Field(() => DateTimeScalar, { description: 'When it was planned for.' })
  dueAt!: Date;
}
