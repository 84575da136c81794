import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  DateTimeFilter,
  enumFilter,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import type { Channel as ChannelName, ItemType as ItemTypeName } from '@redress/contracts';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import type { Priority as PriorityName } from '../model/matter.model';
import { Channel, ItemType, Priority } from '../vocabulary.gql';

const ChannelFilter = enumFilter(Channel, 'Channel');
const ItemTypeFilter = enumFilter(ItemType, 'ItemType');
const PriorityFilter = enumFilter(Priority, 'ComplaintPriority');

/** GraphQL input `ComplaintWhereInput`. */
@Combinable()
@InputType({ description: 'Which complaints. All given members must hold.' })
export class ComplaintWhereInput {
  AND?: ComplaintWhereInput[];
  OR?: ComplaintWhereInput[];
  NOT?: ComplaintWhereInput;

  @Field(() => StringFilter, { nullable: true, description: 'Its number.' })
  number?: StringFilter;

  @Field(() => ChannelFilter, { nullable: true, description: 'The way by which it came in.' })
  channel?: EnumFilter<ChannelName>;

  @Field(() => StringFilter, { nullable: true, description: 'The code of its category.' })
  category?: StringFilter;

  @Field(() => ItemTypeFilter, { nullable: true, description: 'What is brought forward.' })
  itemType?: EnumFilter<ItemTypeName>;

  @Field(() => PriorityFilter, { nullable: true, description: 'In what order it is taken up.' })
  priority?: EnumFilter<PriorityName>;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it was found to be a duplicate.' })
  merged?: BooleanFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The product or service that it is about.' })
  product?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The region that it comes from.' })
  region?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was received.' })
  receivedAt?: DateTimeFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The customer who complains.' })
  customer?: IdFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The source that it was taken over from.' })
  source?: StringFilter;
}

/** The GraphQL enum `ComplaintOrder`. */
export const ComplaintOrder = {
  RECEIVED_AT_DESC: 'RECEIVED_AT_DESC',
  RECEIVED_AT_ASC: 'RECEIVED_AT_ASC',
  NUMBER_DESC: 'NUMBER_DESC',
  NUMBER_ASC: 'NUMBER_ASC',
} as const;
export type ComplaintOrderName = keyof typeof ComplaintOrder;
registerEnumType(ComplaintOrder, {
  name: 'ComplaintOrder',
  description: 'Orders in which complaints can be listed.',
  valuesConfig: {
    RECEIVED_AT_DESC: { description: 'The latest receipt first.' },
    RECEIVED_AT_ASC: { description: 'The earliest receipt first.' },
    NUMBER_DESC: { description: 'By number, the highest first.' },
    NUMBER_ASC: { description: 'By number, the lowest first.' },
  },
});

/** Arguments of `complaints`. */
@ArgsType()
export class ComplaintsArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that all have to occur in text, product, order number or number, in Chinese, English or any other language; ' +
      'a word that ends in `*` stands for all that begin so.',
  })
  search?: string;

  @Field(() => ComplaintWhereInput, { nullable: true, description: 'Which complaints; all unless told.' })
  where?: ComplaintWhereInput;

  @Field(() => ComplaintOrder, { defaultValue: ComplaintOrder.RECEIVED_AT_DESC, description: 'In which order.' })
  orderBy!: ComplaintOrderName;
}
