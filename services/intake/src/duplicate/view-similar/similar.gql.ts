import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { Customer } from '../../customer/view-customers/customer.gql';

/** The GraphQL type `SimilarOfCustomer`. */
@ObjectType({ description: 'How many similar complaints another customer has.' })
export class SimilarOfCustomer {
  @Field(() => Customer, { nullable: true, description: 'The other customer.' })
  customer!: Customer | null;

  @Field(() => Int, { description: 'How many.' })
  complaints!: number;

  readonly customerUuid!: string;
}

/** The GraphQL type `SimilarComplaints`. */
@ObjectType({ description: 'Complaints of other customers about the same product and category.' })
export class SimilarComplaints {
  @Field(() => Int, { description: 'How many there are, 200 at most.' })
  count!: number;

  @Field(() => Boolean, { description: 'False when there are more.' })
  exact!: boolean;

  @Field(() => Int, { description: 'How many other customers they are of.' })
  customerCount!: number;

  @Field(() => [SimilarOfCustomer], { description: 'By customer, the one with the most first; 50 at most.' })
  customers!: readonly SimilarOfCustomer[];

  @Field(() => [Complaint], { description: 'The latest of them.' })
  complaints!: readonly Complaint[];
}

/** The GraphQL type `SimilarProductCheck`. */
@ObjectType({ description: 'That somebody checked whether the same product failed at other customers (IN-21).' })
export class SimilarProductCheck {
  @Field(() => Boolean, { description: 'Whether the same was found at other customers.' })
  found!: boolean;

  @Field(() => Int, { description: 'At how many other customers.' })
  customers!: number;

  @Field(() => String, { nullable: true, description: 'What was looked at, and what came of it.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  checkedAt!: Date;

  @Field(() => String, { description: 'Who.' })
  checkedBy!: string;
}
