import { Field, InputType, Int } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import type { Responsible as ResponsibleName } from '../model/responsibility.model';
import { Responsible } from '../view-responsibility/responsibility.gql';

@InputType({ description: 'An entry of the organisation’s base of losses with how often it counts.' })
export class LossEntryInput {
  @Field(() => String, { description: 'The entry, as the adoption names it.' })
  entry!: string;

  @Field(() => Int, { description: 'How often it counts, from 1.' })
  quantity!: number;
}

@InputType({ description: 'Who is responsible, and why.' })
export class DetermineResponsibilityInput extends CaseInput {
  @Field(() => Responsible, { description: 'What they are.' })
  responsible!: ResponsibleName;

  @Field(() => String, { nullable: true, description: 'Code of the unit or party; needed for a department.' })
  department?: string;

  @Field(() => String, { nullable: true, description: 'Subject of the member of staff; needed for a person.' })
  person?: string;

  @Field(() => String, { nullable: true, description: 'Name of the supplier or other company; needed for one.' })
  thirdParty?: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reasons!: string;

  @Field(() => [LossEntryInput], { defaultValue: [], description: 'From what the loss is computed.' })
  lossEntries!: LossEntryInput[];
}

export const DetermineResponsibilityPayload = casePayload('DetermineResponsibility');
