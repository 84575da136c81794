import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import type { ConsentDecision as Decision } from '../model/case.model';
import { ConsentDecision } from '../view-cases/case-enums.gql';

@InputType({ description: 'What the complainant says to the resolution.' })
export class RecordConsentInput extends CaseInput {
  @Field(() => ConsentDecision, { description: 'Agreement or objection.' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'In the words of the complainant; 16,000 characters at most.' })
  note?: string;
}

export const RecordConsentPayload = casePayload('RecordConsent');
