import {
  Combinable,
  ConnectionArgs,
  connectionType,
  BooleanFilter,
  DateTimeFilter,
  DateTimeScalar,
  IdFilter,
  Money,
  StringFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import { SettlementInstrumentEnum } from '../../settlement/view-settlements/settlement.gql';

/** GraphQL type `OnTheSpotPayment`. */
@ObjectType('OnTheSpotPayment', { description: 'Money that the front line handed over at once.' })
export class OnTheSpotPaymentView {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The complaint that it settled.' })
  complaintId!: string;

  @Field(() => SettlementInstrumentEnum, { description: 'The kind of remedy.' })
  instrument!: Instrument;

  @Field(() => Money, { description: 'What was handed over.' })
  amount!: Money;

  @Field(() => String, { description: 'The unit whose cash it was; the person where the unit is not known.' })
  outlet!: string;

  @Field(() => String, { description: 'Who handed it over.' })
  paidBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was handed over.' })
  paidAt!: Date;

  @Field(() => Money, { nullable: true, description: 'What passed the ceiling; null where nothing did.' })
  over!: Money | null;

  @Field(() => String, { nullable: true, description: 'Why it is an exception: a stable code; null where it is none.' })
  exceptionReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who settles the exception; null as long as nobody took it.' })
  exceptionOwner!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the exception was settled; null while it is open.',
  })
  exceptionEndedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'How it was settled.' })
  exceptionNote!: string | null;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`.' })
  version!: number;
}

export const OnTheSpotPaymentConnection = connectionType(OnTheSpotPaymentView, 'OnTheSpotPayment');

@Combinable()
@InputType({ description: 'Conditions on money that the front line handed over. All given members must hold.' })
export class OnTheSpotPaymentWhereInput {
  @Field(() => BooleanFilter, {
    nullable: true,
    description: 'Whether it is an exception that nobody has settled yet.',
  })
  openException?: BooleanFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Who settles the exception.' })
  exceptionOwner?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The unit whose cash it was.' })
  outlet?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was handed over.' })
  paidAt?: DateTimeFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The complaint that it settled.' })
  complaint?: IdFilter;
}

@ArgsType()
export class OnTheSpotPaymentsArgs extends ConnectionArgs {
  @Field(() => OnTheSpotPaymentWhereInput, { nullable: true, description: 'Only what fulfils these conditions.' })
  where?: OnTheSpotPaymentWhereInput;
}
