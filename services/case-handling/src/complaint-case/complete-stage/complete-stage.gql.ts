import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'A section of a paper.' })
export class SectionInput {
  @Field(() => String, { description: 'Its code in the regulation, for example `cause`.' })
  section!: string;

  @Field(() => String, { description: 'What stands in it; 16,000 characters at most.' })
  text!: string;
}

@InputType({ description: 'What was written down on a stage.' })
export class CompleteStageInput extends CaseInput {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => [SectionInput], {
    defaultValue: [],
    description: 'The sections that the paper of the stage asks for.',
  })
  sections!: SectionInput[];

  @Field(() => String, { nullable: true, description: 'A note; needed where there is no section.' })
  note?: string;
}

export const CompleteStagePayload = casePayload('CompleteStage');
