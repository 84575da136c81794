import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'Against whom a complaint is: a member of staff or a unit, one of the two.' })
export class NameComplaineeInput extends CaseInput {
  @Field(() => String, { nullable: true, description: 'Subject of the member of staff.' })
  staff?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the unit; everybody of it stands aside.' })
  unit?: string | null;
}

export const NameComplaineePayload = casePayload('NameComplainee');
