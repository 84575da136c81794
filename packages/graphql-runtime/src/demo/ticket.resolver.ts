import { accept, money, refuse } from '@redress/kernel';
import type { Outcome } from '@redress/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  column,
  compileWhere,
  fromGlobalId,
  ListCost,
  LocaleName,
  readConnection,
  readMoney,
  requireRole,
  toGlobalId,
  toMoney,
  toUserErrors,
} from '../index';
import type { Connection, GraphContext, Locale, PubSub, RefusalTexts, Representation } from '../index';
import { CloseTicketInput, CloseTicketPayload, Ticket, TicketConnection, TicketsArgs } from './ticket.gql';
import type { TicketRow, TicketStore } from './ticket-store';

export const ticketTexts = {
  TICKET_ALREADY_CLOSED: { en: 'The ticket is closed already.', 'zh-CN': '工单已关闭。' },
  TICKET_TOO_EXPENSIVE: { en: 'A ticket costs {maximum} at most.', 'zh-CN': '工单费用最高为 {maximum}。' },
} as const satisfies RefusalTexts;

export function toTicket(row: TicketRow): Ticket {
  return Object.assign(new Ticket(), {
    id: toGlobalId('Ticket', row.id),
    title: row.title,
    state: row.state,
    openedAt: row.openedAt,
    cost: toMoney(money(row.costMinor, 'CNY')),
  });
}

@Resolver(() => Ticket)
export class TicketResolver {
  constructor(
    private readonly store: TicketStore,
    private readonly pubSub: PubSub,
  ) {}

  @ListCost()
  @Query(() => TicketConnection, { description: 'The tickets of the viewer’s organisation.' })
  tickets(@Args(() => TicketsArgs) args: TicketsArgs, @Ctx() context: GraphContext): Promise<Connection<Ticket>> {
    const where = compileWhere(args.where, {
      state: column('t.state'),
      title: column('t.title'),
      openedAt: column('t.opened_at'),
    });
    const list = {
      name: 'tickets',
      order: {
        name: args.orderBy,
        column: 't.opened_at',
        direction: args.orderBy === 'OPENED_AT_ASC' ? 'ascending' : 'descending',
      },
      idColumn: 't.id',
      select: 't.id, t.title',
      from: 'ticket t',
      where: `t.tenant_id = :tenantId AND ${where.sql}`,
      params: { ...where.params, tenantId: context.viewer.tenantId },
    } as const;
    return readConnection(context, this.store, list, args, toTicket);
  }

  @Query(() => Ticket, { nullable: true, description: 'One ticket; null when there is none.' })
  ticket(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext): Ticket | null {
    return findTickets(this.store, [fromGlobalId('Ticket', id)], context)[0] ?? null;
  }

  @Query(() => String, { description: 'Fails, for tests.' })
  broken(): string {
    throw new Error("ER_PARSE_ERROR near 'SELECT secret FROM ticket'");
  }

  @Query(() => String, { description: 'Takes as long as it is told to, for tests.' })
  slow(): Promise<string> {
    return this.store.slow.read();
  }

  @FieldResolver(() => String, { description: 'The state in words.' })
  stateLabel(
    @Root() ticket: Ticket,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'The language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    if ((locale ?? context.locale) === 'en') return ticket.state.toLowerCase();
    return ticket.state === 'OPEN' ? '待处理' : '已关闭';
  }

  @Mutation(() => CloseTicketPayload, { description: 'Closes a ticket.' })
  closeTicket(
    @Arg('input', () => CloseTicketInput, { description: 'Which, and at what cost.' }) input: CloseTicketInput,
    @Ctx() context: GraphContext,
  ): CloseTicketPayload {
    requireRole(context, 'handler', 'supervisor');
    const outcome = this.#close(input, context);
    if (!outcome.ok) return { ticket: null, userErrors: toUserErrors(outcome.refusals, context) };
    const ticket = toTicket(outcome.value);
    this.pubSub.publish('ticketChanged', context.viewer.tenantId, outcome.value.id);
    return { ticket, userErrors: [] };
  }

  @Subscription(() => Ticket, {
    topics: 'ticketChanged',
    topicId: ({ context }: { context: GraphContext }) => context.viewer.tenantId,
    nullable: true,
    description: 'A ticket of the viewer’s organisation that was just changed.',
  })
  ticketChanged(@Root() ticketId: string, @Ctx() context: GraphContext): Ticket | null {
    return findTickets(this.store, [ticketId], context)[0] ?? null;
  }

  #close(input: CloseTicketInput, context: GraphContext): Outcome<TicketRow> {
    const id = fromGlobalId('Ticket', input.ticketId);
    const row = this.store.rows.find((one) => one.id === id && one.tenantId === context.viewer.tenantId);
    if (row === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'ticketId'] });
    if (row.state === 'CLOSED') return refuse({ code: 'TICKET_ALREADY_CLOSED', details: { currentState: row.state } });
    if (row.version !== input.expectedVersion)
      return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: row.version } });
    const cost = readMoney(input.cost, ['input', 'cost']);
    if (!cost.ok) return cost;
    if (cost.value.amountMinor > 10_000n) {
      return refuse({
        code: 'TICKET_TOO_EXPENSIVE',
        facts: { maximum: '100.00 CNY' },
        details: { maximum: money(10_000n, 'CNY') },
      });
    }
    row.state = 'CLOSED';
    row.costMinor = cost.value.amountMinor;
    row.version += 1;
    return accept(row);
  }
}

export function ticketReferences(store: TicketStore) {
  return async (representations: readonly Representation[], context: GraphContext): Promise<(Ticket | null)[]> => {
    store.statements.push(`references ${representations.length}`);
    return Promise.resolve(
      findTickets(
        store,
        representations.map(({ id }) => fromGlobalId('Ticket', id)),
        context,
      ),
    );
  };
}

function findTickets(
  store: TicketStore,
  ids: readonly (string | undefined)[],
  context: GraphContext,
): (Ticket | null)[] {
  return ids.map((id) => {
    const row = store.rows.find((one) => one.id === id && one.tenantId === context.viewer.tenantId);
    return row === undefined ? null : toTicket(row);
  });
}
