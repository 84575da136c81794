import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'What is handed over to whom.' })
export class HandOverInput extends CaseInput {
  @Field(() => String, { description: 'Code of the hand-over in the regulation.' })
  handOver!: string;

  @Field(() => String, { description: 'Who receives it: a subject, or a role or party that the regulation names.' })
  to!: string;

  @Field(() => [String], { defaultValue: [], description: 'Names of the documents; 100 at most.' })
  documents!: string[];

  @Field(() => String, { nullable: true, description: 'A note; 16,000 characters at most.' })
  note?: string;
}

@InputType({ description: 'Which hand-over to confirm.' })
export class ConfirmHandOverInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the hand-over within its case.' })
  handOverId!: string;
}

export const HandOverPayload = casePayload('HandOver');
export const ConfirmHandOverPayload = casePayload('ConfirmHandOver');
