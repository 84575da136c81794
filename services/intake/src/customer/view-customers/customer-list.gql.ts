import { Combinable, ConnectionArgs } from '@redress/graphql-runtime';
import { ArgsType, Field, InputType } from 'type-graphql';

/** GraphQL input `ExactTextFilter`. */
@InputType({ description: 'Condition on personal data, which is sealed and can be looked up whole only.' })
export class ExactTextFilter {
  @Field(() => String, { nullable: true, description: 'Equals this, whatever its spaces, case or way of writing.' })
  eq?: string;
}

/** GraphQL input `CustomerWhereInput`. */
@Combinable()
@InputType({ description: 'Which customers. All given members must hold.' })
export class CustomerWhereInput {
  AND?: CustomerWhereInput[];
  OR?: CustomerWhereInput[];
  NOT?: CustomerWhereInput;

  @Field(() => ExactTextFilter, { nullable: true, description: 'Name.' })
  name?: ExactTextFilter;

  @Field(() => ExactTextFilter, { nullable: true, description: 'E-mail address.' })
  email?: ExactTextFilter;

  @Field(() => ExactTextFilter, { nullable: true, description: 'Telephone number.' })
  phone?: ExactTextFilter;

  @Field(() => ExactTextFilter, { nullable: true, description: "The organisation's own customer number." })
  externalRef?: ExactTextFilter;
}

/** Arguments of `customers`. */
@ArgsType()
export class CustomersArgs extends ConnectionArgs {
  @Field(() => CustomerWhereInput, { nullable: true, description: 'Which customers; all unless told.' })
  where?: CustomerWhereInput;
}
