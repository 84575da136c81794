import { MoneyInput } from '@redress/graphql-runtime';
import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'A sanction against whoever was found responsible.' })
export class ProposeSanctionInput extends CaseInput {
  @Field(() => ID, { description: 'The determination of responsibility that it rests on.' })
  determinationId!: string;

  @Field(() => String, { description: 'Its code in the regulation.' })
  sanction!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Of a penalty on a bonus.' })
  amount?: MoneyInput;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'Which sanction is approved.' })
export class ApproveSanctionInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the sanction within its case.' })
  sanctionId!: string;
}

@InputType({ description: 'Which sanction is not approved, and why.' })
export class RejectSanctionInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the sanction within its case.' })
  sanctionId!: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

export const ProposeSanctionPayload = casePayload('ProposeSanction');
export const ApproveSanctionPayload = casePayload('ApproveSanction');
export const RejectSanctionPayload = casePayload('RejectSanction');
