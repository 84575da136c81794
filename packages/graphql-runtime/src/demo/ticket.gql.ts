import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  Money,
  MoneyInput,
  Node,
  StringFilter,
  UserError,
} from '../index';
import type { EnumFilter } from '../index';

export const TicketState = { OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
export type TicketState = keyof typeof TicketState;
registerEnumType(TicketState, {
  name: 'TicketState',
  description: 'Whether a ticket still needs work.',
  valuesConfig: { OPEN: { description: 'Needs work.' }, CLOSED: { description: 'Is done.' } },
});

export const TicketOrder = { OPENED_AT_DESC: 'OPENED_AT_DESC', OPENED_AT_ASC: 'OPENED_AT_ASC' } as const;
export type TicketOrder = keyof typeof TicketOrder;
registerEnumType(TicketOrder, {
  name: 'TicketOrder',
  description: 'Orders of a list of tickets.',
  valuesConfig: { OPENED_AT_DESC: { description: 'Newest first.' }, OPENED_AT_ASC: { description: 'Oldest first.' } },
});

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A small thing for tests.' })
export class Ticket extends Node {
  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => TicketState, { description: 'Whether it still needs work.' })
  state!: TicketState;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => Money, { description: 'What it costs.' })
  cost!: Money;
}

export const TicketConnection = connectionType(Ticket);

export const TicketStateFilter = enumFilter(TicketState, 'TicketState');

@Combinable()
@InputType({ description: 'Conditions on tickets. All given members must hold.' })
export class TicketWhere {
  @Field(() => StringFilter, { nullable: true, description: 'Condition on the title.' })
  title?: StringFilter;

  @Field(() => TicketStateFilter, { nullable: true, description: 'Condition on the state.' })
  state?: EnumFilter<TicketState>;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on the time of opening.' })
  openedAt?: DateTimeFilter;

  declare AND?: TicketWhere[];
  declare OR?: TicketWhere[];
  declare NOT?: TicketWhere;
}

@ArgsType()
export class TicketsArgs extends ConnectionArgs {
  @Field(() => TicketWhere, { nullable: true, description: 'Only tickets that fulfil these conditions.' })
  where?: TicketWhere;

  @Field(() => TicketOrder, { defaultValue: TicketOrder.OPENED_AT_DESC, description: 'Order of the list.' })
  orderBy!: TicketOrder;
}

@InputType({ description: 'Which ticket to close, and at what cost.' })
export class CloseTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => MoneyInput, { description: 'What it has cost in the end.' })
  cost!: MoneyInput;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@ObjectType({ description: 'The closed ticket, or why it was not closed.' })
export class CloseTicketPayload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now; null when refused.' })
  ticket!: Ticket | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
