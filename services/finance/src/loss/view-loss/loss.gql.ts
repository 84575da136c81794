import { connectionType, LocalDateScalar, Money } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { CLAIM_STATES, type ClaimState } from '../receive-claim/supplier-claim.model';

/** GraphQL type `DepartmentLoss`. */
@ObjectType({ description: 'What cases cost the department that was found responsible (责任部门损失金额).' })
export class DepartmentLoss {
  @Field(() => String, {
    nullable: true,
    description: 'The department; null where a person without one was found responsible.',
  })
  department!: string | null;

  @Field(() => Int, { description: 'How many cases.' })
  cases!: number;

  @Field(() => Int, { description: 'Of how many of them the base of the organisation gave no amount.' })
  withoutAmount!: number;

  @Field(() => Money, { description: 'What they cost.' })
  loss!: Money;
}

export const ClaimStateEnum = enumOf(CLAIM_STATES);
registerEnumType(ClaimStateEnum, {
  name: 'BookedClaimState',
  description: 'State of a claim on a supplier.',
  valuesConfig: {
    OPEN: { description: 'Raised; not booked.' },
    AGREED: { description: 'The supplier agreed; booked.' },
    REJECTED: { description: 'The supplier refused, or was let off.' },
    PAID: { description: 'The supplier paid; booked.' },
  },
});

/** GraphQL type `BookedSupplierClaim`. */
@ObjectType('BookedSupplierClaim', { description: 'A claim on a supplier or another company as the books have it.' })
export class SupplierClaim {
  @Field(() => ID, { description: 'The case behind it.' })
  caseId!: string;

  @Field(() => ClaimStateEnum, { description: 'Where it stands.' })
  state!: ClaimState;

  @Field(() => Money, { description: 'What is claimed.' })
  amount!: Money;

  @Field(() => LocalDateScalar, { description: 'Day on which it was raised (UTC).' })
  openedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the last decision (UTC).' })
  decidedOn!: string | null;
}

export const SupplierClaimConnection = connectionType(SupplierClaim, 'BookedSupplierClaim');
