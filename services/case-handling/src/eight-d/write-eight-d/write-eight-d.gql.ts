import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'The eight disciplines; 16,000 characters each at most.' })
export class DisciplinesInput {
  @Field(() => String, { nullable: true, description: 'D1: who works on it.' })
  team?: string;

  @Field(() => String, { nullable: true, description: 'D2: the problem and the product.' })
  problem?: string;

  @Field(() => String, { nullable: true, description: 'D3: temporary measures.' })
  containment?: string;

  @Field(() => String, { nullable: true, description: 'D4: the causes.' })
  cause?: string;

  @Field(() => String, { nullable: true, description: 'D5: the countermeasures.' })
  countermeasures?: string;

  @Field(() => String, { nullable: true, description: 'D6: what was carried out, and that it works.' })
  verification?: string;

  @Field(() => String, {
    nullable: true,
    description: 'D7: the documents that were made standard, against recurrence.',
  })
  standardisation?: string;

  @Field(() => String, { nullable: true, description: 'D8: the work of the team recognised.' })
  recognition?: string;
}

@InputType({ description: 'A version of the 8D report.' })
export class SubmitEightDInput extends CaseInput {
  @Field(() => DisciplinesInput, { description: 'What stands in it.' })
  disciplines!: DisciplinesInput;
}

@InputType({ description: 'Which version is signed.' })
export class SignEightDInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the version within its case; the newest.' })
  reportId!: string;
}

export const SubmitEightDPayload = casePayload('SubmitEightD');
export const SignEightDPayload = casePayload('SignEightD');
