import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import type { FollowUpMeans as Means } from '../model/follow-up.model';
import { FollowUpMeans } from '../view-follow-ups/follow-up.gql';

@InputType({ description: 'How satisfied the complainant is, 1 to 5, the best being 5.' })
export class SatisfactionInput {
  @Field(() => Int, { nullable: true, description: 'With the result.' })
  result?: number;

  @Field(() => Int, { nullable: true, description: 'Whether what they expected was met.' })
  expectation?: number;

  @Field(() => Int, { nullable: true, description: 'With the attitude of the staff.' })
  attitude?: number;

  @Field(() => Int, { nullable: true, description: 'With how quickly it was handled.' })
  efficiency?: number;
}

@InputType({ description: 'What the complainant said when they were asked, or that they could not be reached.' })
export class RecordFollowUpInput extends CaseInput {
  @Field(() => FollowUpMeans, { description: 'How they were asked.' })
  means!: Means;

  @Field(() => Boolean, { description: 'Whether they were reached; otherwise it is tried again.' })
  reached!: boolean;

  @Field(() => SatisfactionInput, { nullable: true, description: 'The scores that the regulation asks for.' })
  satisfaction?: SatisfactionInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are satisfied; needed where they were reached.' })
  satisfied?: boolean;

  @Field(() => String, { nullable: true, description: 'What they suggest; 16,000 characters at most.' })
  suggestions?: string;

  @Field(() => String, { nullable: true, description: 'A note; 16,000 characters at most.' })
  note?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried again, or, for regular follow-ups, when the next is due.',
  })
  nextAt?: Date;
}

export const RecordFollowUpPayload = casePayload('RecordFollowUp');
