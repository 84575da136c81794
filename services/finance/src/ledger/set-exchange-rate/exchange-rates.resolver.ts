import {
  ListCost,
  readConnection,
  requireRole,
  toUserErrors,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { BOOK_READERS, DECIDERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import {
  ExchangeRate,
  ExchangeRateConnection,
  ExchangeRatesArgs,
  SetExchangeRateInput,
  SetExchangeRatePayload,
} from './exchange-rate.gql';
import { exchangeRateList, exchangeRateOf } from './exchange-rates.query';
import { setExchangeRate, type ExchangeRateDependencies } from './set-exchange-rate.handler';

@Resolver()
export class ExchangeRatesResolver {
  constructor(private readonly dependencies: ExchangeRateDependencies) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ExchangeRateConnection, {
    description: 'The rates that were set, latest day first. For finance, managers, auditors and administrators.',
  })
  exchangeRates(
    @Args(() => ExchangeRatesArgs) args: ExchangeRatesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ExchangeRate>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const reader = this.dependencies.database.reader(tenantId);
    return readConnection(context, reader, exchangeRateList(args.currency), args, (rate: ExchangeRate) => rate);
  }

  @Directive('@authenticated')
  @Mutation(() => SetExchangeRatePayload, {
    description: 'Sets what a currency is worth in the base currency from a day on. For finance and managers.',
  })
  async setExchangeRate(
    @Arg('input', () => SetExchangeRateInput, { description: 'The rate.' }) input: SetExchangeRateInput,
    @Ctx() context: GraphContext,
  ): Promise<SetExchangeRatePayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { outcome, replayed } =
      unusableKey(input.idempotencyKey) ?? (await setExchangeRate({ tenantId, subject, ...input }, this.dependencies));
    if (!outcome.ok) return { exchangeRate: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const reader = this.dependencies.database.reader(tenantId);
    const rate = await exchangeRateOf(reader, input.currency, input.validOn);
    return { exchangeRate: rate ?? null, replayed, userErrors: [] };
  }
}
