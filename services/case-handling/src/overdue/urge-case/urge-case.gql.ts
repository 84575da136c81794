import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'A reminder that a person writes.' })
export class UrgeCaseInput extends CaseInput {
  @Field(() => String, {
    nullable: true,
    description: 'Stage of the regulation that is waited for; the most urgent of those in turn, unless told.',
  })
  stage?: string;

  @Field(() => String, { description: 'What it says; 16,000 characters at most.' })
  text!: string;
}

export const UrgeCasePayload = casePayload('UrgeCase');
