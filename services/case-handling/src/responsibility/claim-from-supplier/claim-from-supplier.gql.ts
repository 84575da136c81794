import { MoneyInput } from '@redress/graphql-runtime';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

export const SupplierClaimOutcome = { AGREED: 'AGREED', REJECTED: 'REJECTED', PAID: 'PAID' } as const;
export type SupplierClaimOutcome = keyof typeof SupplierClaimOutcome;
registerEnumType(SupplierClaimOutcome, {
  name: 'SupplierClaimOutcome',
  description: 'What may become of a claim on a third party.',
  valuesConfig: {
    AGREED: { description: 'The third party agreed to pay.' },
    REJECTED: { description: 'The third party does not pay.' },
    PAID: { description: 'Paid.' },
  },
});

@InputType({ description: 'What a third party that was found responsible is held to pay.' })
export class OpenSupplierClaimInput extends CaseInput {
  @Field(() => ID, { description: 'The determination of responsibility that it rests on.' })
  determinationId!: string;

  @Field(() => String, { description: 'Name of the supplier or other company.' })
  thirdParty!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'What became of a claim.' })
export class DecideSupplierClaimInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the claim within its case.' })
  claimId!: string;

  @Field(() => SupplierClaimOutcome, { description: 'What became of it.' })
  state!: SupplierClaimOutcome;

  @Field(() => String, { description: 'In words; 16,000 characters at most.' })
  outcome!: string;
}

export const OpenSupplierClaimPayload = casePayload('OpenSupplierClaim');
export const DecideSupplierClaimPayload = casePayload('DecideSupplierClaim');
