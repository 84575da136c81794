import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { requirePeriod } from '../../ledger/view-trial-balance/trial-balance.resolver';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { PeriodDependencies } from '../close-period/close-period.handler';
import { verifyPeriod, type DifferingEntry } from './verify-period.query';

const DifferenceEnum = enumOf<DifferingEntry['difference']>(['CHANGED', 'MISSING', 'ADDED']);
registerEnumType(DifferenceEnum, {
  name: 'SealedEntryDifference',
  description: 'How an entry differs from what the closing sealed.',
  valuesConfig: {
    CHANGED: { description: 'It is not what it was.' },
    MISSING: { description: 'It is gone.' },
    ADDED: { description: 'It came after the closing.' },
  },
});

/** GraphQL type `SealedEntryDifference`. */
@ObjectType({ description: 'An entry that is not as the closing sealed it.' })
export class DifferingLedgerEntry {
  @Field(() => ID, { description: 'The entry, as the books keep it.' })
  entryId!: string;

  @Field(() => DifferenceEnum, { description: 'How it differs.' })
  difference!: DifferingEntry['difference'];
}

/** GraphQL type `AccountingPeriodVerification`. */
@ObjectType({ description: 'A closed month, computed again and compared with what its closing sealed.' })
export class AccountingPeriodVerification {
  @Field(() => String, { description: 'The month.' })
  period!: string;

  @Field(() => Boolean, {
    description: 'Whether entries, seal and chain are what they were when the month was closed.',
  })
  equal!: boolean;

  @Field(() => Int, { description: 'Place of the closing in the chain.' })
  sequence!: number;

  @Field(() => String, { description: 'The hash of the entries that the closing sealed.' })
  sealedHash!: string;

  @Field(() => String, { description: 'The hash of the entries as they are now.' })
  currentHash!: string;

  @Field(() => [DifferingLedgerEntry], { description: 'Entries that differ, in the order of their ids; at most 100.' })
  differing!: readonly DifferingLedgerEntry[];

  @Field(() => Boolean, { description: 'Whether the list of what was sealed still gives the sealed hash.' })
  sealIntact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The first act of the chain that is not what it was; null when the chain is whole.',
  })
  chainBrokenAt!: number | null;
}

@Resolver()
export class VerifyPeriodResolver {
  constructor(private readonly dependencies: PeriodDependencies) {}

  @Directive('@authenticated')
  @Query(() => AccountingPeriodVerification, {
    nullable: true,
    description:
      'Verifies a month against its last closing; null when it was never closed. For finance, managers, auditors and administrators.',
  })
  async verifyPeriod(
    @Arg('period', () => String, { description: 'The month: `2026-11`.' }) period: string,
    @Ctx() context: GraphContext,
  ): Promise<AccountingPeriodVerification | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    requirePeriod(period);
    const { database } = this.dependencies;
    const found = await verifyPeriod(database.reader(tenantId), period);
    if (found === undefined) return null;
    const { act, entriesHash, differing, sealIntact, chainBrokenAt } = found;
    return {
      period,
      equal: entriesHash === act.entriesHash && sealIntact && chainBrokenAt === undefined,
      sequence: act.sequence,
      sealedHash: act.entriesHash,
      currentHash: entriesHash,
      differing: [...differing],
      sealIntact,
      chainBrokenAt: chainBrokenAt ?? null,
    };
  }
}
