import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Which case to give to whom.' })
export class AssignCaseInput extends CaseInput {
  @Field(() => String, { description: 'Subject of a registered member of staff who may investigate.' })
  assignee!: string;
}

export const AssignCasePayload = casePayload('AssignCase');
