import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import type { Validity as ValidityName } from '../model/case.model';
import { Validity } from '../view-cases/case-enums.gql';

@InputType({ description: 'What was found out about a case.' })
export class RecordInvestigationInput extends CaseInput {
  @Field(() => Validity, { description: 'Whether the complaint is justified.' })
  validity!: ValidityName;

  @Field(() => String, { description: 'The findings; 16,000 characters at most. Not shown to the complainant.' })
  findings!: string;
}

export const RecordInvestigationPayload = casePayload('RecordInvestigation');
