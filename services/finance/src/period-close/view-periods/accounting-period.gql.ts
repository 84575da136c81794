import { connectionType, DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { PERIOD_STATES, type PeriodState } from '../../ledger/model/period.model';
import { PERIOD_CHECKS, type PeriodCheckName } from '../model/period-check.model';
import type { PeriodActKind } from '../model/period-act.policy';

export const PeriodStateEnum = enumOf(PERIOD_STATES);
registerEnumType(PeriodStateEnum, {
  name: 'AccountingPeriodState',
  description: 'State of a month of the books.',
  valuesConfig: {
    OPEN: { description: 'Entries are booked in it.' },
    CLOSED: { description: 'Sealed; what comes later stands in an open month.' },
    REOPENED: { description: 'Opened again after it was closed, for a reason that is kept.' },
  },
});

export const PeriodCheckEnum = enumOf(PERIOD_CHECKS);
registerEnumType(PeriodCheckEnum, {
  name: 'AccountingPeriodCheck',
  description: 'What a month is looked through for.',
  valuesConfig: {
    ENTRIES_UNBALANCED: { description: 'Entries whose debits do not equal their credits.' },
    BOOKS_DISAGREE: { description: 'Settlements, ceilings, payments and entries that do not agree.' },
    PAYMENTS_UNKNOWN: { description: 'Payments of which nobody knows yet whether they were made.' },
    PAYABLES_OPEN: { description: 'Settlements that are owed and not yet paid.' },
    ENTRIES_WITHOUT_WORTH: { description: 'Entries in a currency for which no rate to the base currency is known.' },
    STATEMENTS_MISSING: {
      description:
        'Accounts whose statements do not reach the end of the month, by a line, a balance or a signature, or whose bank says more than its lines come to.',
    },
    LINES_WITHOUT_OWNER: { description: 'Statement lines that nothing explains and that were given to nobody.' },
    PAYMENTS_WITHOUT_OWNER: {
      description: 'Payments that a statement should show by the end of the month and that were given to nobody.',
    },
    EXCEPTIONS_WITHOUT_OWNER: { description: 'Money handed over beyond its ceiling that was given to nobody.' },
    RECONCILIATION_OPEN: { description: 'Statement lines that nothing explains and somebody looks after.' },
    PAYMENTS_UNSEEN: { description: 'Payments that no statement shows in time and somebody looks after.' },
    RETURN_EXCEPTIONS_OPEN: { description: 'Open exceptions of returns that were raised by the end of the month.' },
    EXCEPTIONS_OPEN: { description: 'Money handed over beyond its ceiling that somebody looks after.' },
  },
});

export const PeriodActKindEnum = enumOf<PeriodActKind>(['CLOSED', 'REOPENED']);
registerEnumType(PeriodActKindEnum, {
  name: 'AccountingPeriodActKind',
  description: 'What was done with a month of the books.',
  valuesConfig: { CLOSED: { description: 'It was closed.' }, REOPENED: { description: 'It was opened again.' } },
});

/** GraphQL type `AccountingPeriod`. */
@ObjectType({ description: 'A month of the books (会计期间), in the organisation’s own calendar.' })
export class AccountingPeriod {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  period!: string;

  @Field(() => PeriodStateEnum, { description: 'Whether entries are still booked in it.' })
  state!: PeriodState;

  @Field(() => String, { nullable: true, description: 'Who closed it last; null for one that never was.' })
  closedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed last.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The hash of its last closing, which seals its entries.' })
  hash!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many entries its last closing sealed.' })
  entries!: number | null;

  @Field(() => Int, { description: 'Grows each time it is closed or opened; pass it as `expectedVersion`.' })
  version!: number;
}

export const AccountingPeriodConnection = connectionType(AccountingPeriod);

/** GraphQL type `AcknowledgedFinding`. */
@ObjectType({ description: 'What was open in a month when somebody closed it knowingly.' })
export class AcknowledgedFinding {
  @Field(() => String, { description: 'The check that found it.' })
  check!: string;

  @Field(() => Int, { description: 'How much was found.' })
  count!: number;
}

/** GraphQL type `AccountingPeriodAct`. */
@ObjectType({ description: 'A closing or re-opening: a link of the organisation’s chain, never changed.' })
export class AccountingPeriodAct {
  @Field(() => Int, { description: 'Its place in the chain, from 1.' })
  sequence!: number;

  @Field(() => String, { description: 'The month.' })
  period!: string;

  @Field(() => PeriodActKindEnum, { description: 'What was done.' })
  kind!: PeriodActKind;

  @Field(() => Int, { description: 'How many entries a closing sealed; 0 for a re-opening.' })
  entries!: number;

  @Field(() => String, {
    description: 'SHA-256 over the act, with the hash of its entries and that of the act before.',
  })
  hash!: string;

  @Field(() => String, { description: 'The hash of the act before it; zeros for the first.' })
  previousHash!: string;

  @Field(() => String, { nullable: true, description: 'Why it was opened again; null for a closing.' })
  reason!: string | null;

  @Field(() => [String], { description: 'Checks that found something and did not stand in the way.' })
  warnings!: string[];

  @Field(() => [AcknowledgedFinding], { description: 'What was open when it was closed and was acknowledged.' })
  acknowledged!: AcknowledgedFinding[];

  @Field(() => String, { description: 'Who did it.' })
  actedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  actedAt!: Date;
}

export const AccountingPeriodActConnection = connectionType(AccountingPeriodAct);

/** GraphQL type `AccountingPeriodFinding`. */
@ObjectType({ description: 'What a look through a month found.' })
export class AccountingPeriodFinding {
  @Field(() => PeriodCheckEnum, { description: 'What was looked for.' })
  check!: PeriodCheckName;

  @Field(() => Boolean, { description: 'Whether the month cannot be closed as long as anything is found.' })
  blocking!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the month is closed only by somebody who passes this finding as `acknowledged`.',
  })
  toAcknowledge!: boolean;

  @Field(() => Int, { description: 'How much was found; of BOOKS_DISAGREE 100 or more of a kind count as 100.' })
  count!: number;

  @Field(() => [ID], {
    description: 'What was found, at most 100: ids by which the graph knows it, of entries those of the books.',
  })
  ids!: readonly string[];
}
