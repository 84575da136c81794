import {
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  enumFilter,
  IdFilter,
  Money,
  StringFilter,
  UserError,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { PENALTY_STATES, type PenaltyState } from '../model/penalty.model';

export const PenaltyStateEnum = enumOf(PENALTY_STATES);
registerEnumType(PenaltyStateEnum, {
  name: 'PenaltyState',
  description: 'State of a penalty.',
  valuesConfig: {
    DRAWN_UP: { description: 'Waits for the general manager.' },
    APPROVED: { description: 'Approved and booked; to be taken from a bonus.' },
    REJECTED: { description: 'Not approved.' },
    DEDUCTED: { description: 'Taken from the bonus.' },
  },
});

/** GraphQL type `Penalty`. */
@ObjectType({ description: 'A penalty on a performance bonus (绩效奖金处罚).' })
export class Penalty {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The case behind it.' })
  caseId!: string;

  @Field(() => String, { description: 'The sanction of the regulation.' })
  sanction!: string;

  @Field(() => String, { nullable: true, description: 'The department on which it falls.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the member of staff on whom it falls.' })
  person!: string | null;

  @Field(() => PenaltyStateEnum, { description: 'Where it stands.' })
  state!: PenaltyState;

  @Field(() => Money, { nullable: true, description: 'By the standard of deductions; null before it is approved.' })
  amount!: Money | null;

  @Field(() => DateTimeScalar, { description: 'When the sanction was approved.' })
  sanctionedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who approved or rejected the penalty.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The month of the bonus from which it is taken.' })
  bonusPeriod!: string | null;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`.' })
  version!: number;
}

export const PenaltyConnection = connectionType(Penalty);
const PenaltyStateFilter = enumFilter(PenaltyStateEnum, 'PenaltyState');

@Combinable()
@InputType({ description: 'Conditions on penalties. All given members must hold.' })
export class PenaltyWhereInput {
  @Field(() => PenaltyStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<PenaltyState>;

  @Field(() => StringFilter, { nullable: true, description: 'The department on which it falls.' })
  department?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Subject of the person on whom it falls.' })
  person?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The case behind it.' })
  case?: IdFilter;
}

@ArgsType()
export class PenaltiesArgs extends ConnectionArgs {
  @Field(() => PenaltyWhereInput, { nullable: true, description: 'Only what fulfils these conditions.' })
  where?: PenaltyWhereInput;
}

/** GraphQL type `BonusDeduction`. */
@ObjectType({ description: 'What is taken from the bonus of a department or person for a month.' })
export class BonusDeduction {
  @Field(() => String, { nullable: true, description: 'The department.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person; null where the department is charged.' })
  person!: string | null;

  @Field(() => Money, { description: 'Sum of the penalties.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many penalties.' })
  penalties!: number;

  @Field(() => Boolean, { description: 'Whether all of it was taken.' })
  deducted!: boolean;
}

@ObjectType({ description: 'What came of a decision on a penalty.' })
export class PenaltyPayload {
  @Field(() => Penalty, { nullable: true, description: 'The penalty; null when the decision was refused.' })
  penalty!: Penalty | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
