import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'Why a stage was late.' })
export class AnswerOverdueInquiryInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the inquiry within its case.' })
  paperId!: string;

  @Field(() => String, { description: 'The cause; 16,000 characters at most.' })
  cause!: string;

  @Field(() => String, { description: 'What is done so that it does not happen again; 16,000 characters at most.' })
  measure!: string;
}

export const AnswerOverdueInquiryPayload = casePayload('AnswerOverdueInquiry');
