import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'A copy of a paper that goes to its holder.' })
export class HandOutCopyInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the paper within its case.' })
  paper!: string;

  @Field(() => Int, { description: 'Which copy.' })
  copy!: number;

  @Field(() => String, { nullable: true, description: 'Subject of who received it for the holder.' })
  to?: string;
}

export const HandOutCopyPayload = casePayload('HandOutCopy');
