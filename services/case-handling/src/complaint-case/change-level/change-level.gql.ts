import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Which level a case is given, and why.' })
export class ChangeLevelInput extends CaseInput {
  @Field(() => String, { description: 'Code of the level in the regulation.' })
  level!: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

export const ChangeLevelPayload = casePayload('ChangeLevel');
