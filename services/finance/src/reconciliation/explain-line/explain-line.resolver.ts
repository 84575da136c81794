import { fromGlobalId, requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import type { Actor } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { MatchCommandDependencies } from '../match-lines/match-lines.handler';
import { EXPLANATION_ACCOUNTS, type ExplanationAccount } from '../model/explanation.model';
import { StatementLineView } from '../view-statements/statement-line.gql';
import { lineOf } from '../view-statements/statement-line.query';
import { toStatementLine } from '../view-statements/statement-lines.resolver';
import { explainLine, type ExplainLine } from './explain-line.handler';

export const ExplanationAccountEnum = enumOf(EXPLANATION_ACCOUNTS);
registerEnumType(ExplanationAccountEnum, {
  name: 'StatementExplanation',
  description: 'What a line is that shows no payment of finance, and the account that takes it.',
  valuesConfig: {
    PAYMENT_FEES: { description: 'A charge of bank or provider.' },
    INTEREST: { description: 'Interest.' },
    ROUNDING: { description: 'A difference of rounding.' },
    EXCHANGE_DIFFERENCES: { description: 'A difference of exchange rates.' },
    UNKNOWN_RECEIPTS: { description: 'Money that came from somebody unknown; it stays a liability.' },
    RECEIPTS_CLEARING: { description: 'Receipts that are booked elsewhere.' },
    PROVIDER_CLEARING: { description: 'Money sent to the account’s provider, or back from it.' },
  },
});

@InputType({ description: 'What a line is.' })
export class ExplainLineInput {
  @Field(() => String, { description: 'Made by the client; the same key explains once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The line; it must be open.' })
  lineId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ExplanationAccountEnum, { description: 'What it is, and where it is booked.' })
  account!: ExplanationAccount;

  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'A line that nobody pursues any more.' })
export class WriteOffLineInput {
  @Field(() => String, { description: 'Made by the client; the same key writes off once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The line; it must be open.' })
  lineId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason!: string;
}

@ObjectType({ description: 'What came of a decision about a line.' })
export class StatementLinePayload {
  @Field(() => StatementLineView, { nullable: true, description: 'The line; null when it was refused.' })
  line!: StatementLineView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class ExplainLineResolver {
  constructor(
    private readonly dependencies: MatchCommandDependencies & { readonly calendar: Pick<TenantCalendar, 'dayOf'> },
  ) {}

  @Directive('@authenticated')
  @Mutation(() => StatementLinePayload, {
    description: 'Says what an open line is that shows no payment, and books it there. For finance and managers.',
  })
  explainLine(
    @Arg('input', () => ExplainLineInput, { description: 'What it is.' }) input: ExplainLineInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementLinePayload> {
    const actor = requireRole(context, ...DECIDERS);
    return this.decide(actor, { ...input, writeOff: false }, context);
  }

  @Directive('@authenticated')
  @Mutation(() => StatementLinePayload, { description: 'Writes an open line off. For managers.' })
  writeOffLine(
    @Arg('input', () => WriteOffLineInput, { description: 'Which, and why.' }) input: WriteOffLineInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementLinePayload> {
    const actor = requireRole(context, 'manager');
    return this.decide(actor, { ...input, account: 'ROUNDING', writeOff: true }, context);
  }

  private async decide(
    { tenantId, subject }: Actor,
    { lineId: globalId, ...input }: Omit<ExplainLine, 'tenantId' | 'subject'>,
    context: GraphContext,
  ): Promise<StatementLinePayload> {
    const lineId = fromGlobalId('StatementLine', globalId);
    const { outcome, replayed }: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (lineId === undefined
        ? notFound('lineId')
        : await explainLine({ ...input, tenantId, subject, lineId }, this.dependencies));
    if (!outcome.ok) return { line: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const { database, calendar, clock } = this.dependencies;
    const reader = database.reader(tenantId);
    const record = await lineOf(reader, outcome.value);
    const today = await calendar.dayOf(reader, clock.now());
    return { line: record === undefined ? null : toStatementLine(record, today), replayed, userErrors: [] };
  }
}
