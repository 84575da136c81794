import {
  CurrencyCodeScalar,
  DecimalScalar,
  Money,
  requireRole,
  toMoney,
  toUserErrors,
  UserError,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock, Refusal } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import type { CollectionBase } from '../../ledger/model/books-setting.model';
import type { BooksSettings } from '../../ledger/model/books-setting.repository';
import { firstDayOf, nextPeriod } from '../../ledger/model/period.model';
import { CollectionBaseEnum } from '../../ledger/set-books-setting/books-setting.gql';
import { requirePeriod } from '../../ledger/view-trial-balance/trial-balance.resolver';
import { collectedBy, share, type Collected } from './collection-rates.query';

/** GraphQL type `CollectionRate`. */
@ObjectType({ description: 'What a member of staff collected of what was due (应收账款回收率).' })
export class CollectionRate {
  @Field(() => String, { description: 'The member of staff.' })
  salesperson!: string;

  @Field(() => Money, { description: 'What counts: without what was credited and what is disputed in an open case.' })
  base!: Money;

  @Field(() => Money, { description: 'What was taken out because it is disputed.' })
  disputed!: Money;

  @Field(() => Money, { description: 'What was collected of it.' })
  collected!: Money;

  @Field(() => DecimalScalar, { nullable: true, description: 'Collected by base; null where nothing counts.' })
  rate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The rate multiplied by the factor, for the bonus.' })
  weighted!: string | null;
}

/** GraphQL type `CollectionRates`. */
@ObjectType({ description: 'Collection rates of a month, or what has to be decided before there are any.' })
export class CollectionRates {
  @Field(() => CollectionBaseEnum, { nullable: true, description: 'What was measured against; null while it is open.' })
  measuredAgainst!: CollectionBase | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The factor; null while it is open.' })
  factor!: string | null;

  @Field(() => [CollectionRate], { description: 'One for each member of staff; none while base or factor is open.' })
  rates!: CollectionRate[];

  @Field(() => [UserError], { description: 'What has to be decided first; empty when there are rates.' })
  userErrors!: UserError[];
}

export type CollectionRefusal = 'FINANCE_COLLECTION_FACTOR_OPEN';

@Resolver()
export class CollectionRatesResolver {
  constructor(
    private readonly dependencies: {
      readonly database: Database;
      readonly booksSettings: BooksSettings;
      readonly clock: Clock;
    },
  ) {}

  @Directive('@authenticated')
  @Query(() => CollectionRates, {
    description:
      'Who collected how much of what was due in a month. The regulation leaves formula and factor open, so that they are refused until `setBooksSetting` decided them. For finance, managers, auditors and administrators.',
  })
  async collectionRates(
    @Arg('period', () => String, { description: 'The month: `2026-11`.' }) period: string,
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Arg('salesperson', () => String, { nullable: true, description: 'Only of this member of staff.' })
    salesperson: string | undefined,
    @Ctx() context: GraphContext,
  ): Promise<CollectionRates> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    requirePeriod(period);
    const { database, booksSettings, clock } = this.dependencies;
    const reader = database.reader(tenantId);
    const { collectionBase: base, collectionFactor: factor } = await booksSettings.read(reader);
    if (base === undefined || factor === undefined) {
      const open: Refusal<CollectionRefusal> = { code: 'FINANCE_COLLECTION_FACTOR_OPEN' };
      const known = { measuredAgainst: base ?? null, factor: factor ?? null };
      return { ...known, rates: [], userErrors: toUserErrors([open], context) };
    }
    const end = new Date(firstDayOf(nextPeriod(period)));
    const now = clock.now();
    const whose = typeof salesperson === 'string' ? { salesperson } : {};
    const scope = { period, currency, base, until: now < end ? now : end, ...whose };
    const rates = (await collectedBy(reader, scope)).map((each) => toRate(each, currency, factor));
    return { measuredAgainst: base, factor, rates, userErrors: [] };
  }
}

function toRate(
  { salesperson, baseMinor, disputedMinor, collectedMinor }: Collected,
  currency: string,
  factor: string,
): CollectionRate {
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  return {
    salesperson,
    base: money(baseMinor),
    disputed: money(disputedMinor),
    collected: money(collectedMinor),
    rate: share(collectedMinor, baseMinor) ?? null,
    weighted: share(collectedMinor, baseMinor, factor) ?? null,
  };
}
