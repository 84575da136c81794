import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Why a complaint is not accepted, and what its complainant is told.' })
export class RefuseAcceptanceInput extends CaseInput {
  @Field(() => String, { description: 'Code of the ground in the regulation.' })
  ground!: string;

  @Field(() => String, { description: 'Why, for the file; 16,000 characters at most.' })
  reason!: string;

  @Field(() => String, { description: 'The polite reply to the complainant; 16,000 characters at most.' })
  reply!: string;
}

export const RefuseAcceptancePayload = casePayload('RefuseAcceptance');
