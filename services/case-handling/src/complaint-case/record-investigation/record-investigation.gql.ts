import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import { SectionInput } from '../complete-stage/complete-stage.gql';
import type { Validity as ValidityName } from '../model/case.model';
import { Validity } from '../view-cases/case-enums.gql';

@InputType({ description: 'What was found out about a case.' })
export class RecordInvestigationInput extends CaseInput {
  @Field(() => Validity, { description: 'Whether the complaint is justified.' })
  validity!: ValidityName;

  @Field(() => String, {
    nullable: true,
    description: 'The findings; 16,000 characters at most. May be left out where there are sections.',
  })
  findings?: string;

  @Field(() => [SectionInput], {
    defaultValue: [],
    description: 'The sections that the regulation asks for in its report.',
  })
  sections!: SectionInput[];

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant was heard.' })
  heardComplainant?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether those complained of were heard.' })
  heardComplainee?: boolean;
}

export const RecordInvestigationPayload = casePayload('RecordInvestigation');
