import { fromGlobalId, requireRole, toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { refuse } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { BOOK_READERS, DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { MatchingRunRepository, MatchingRunView } from '../model/matching-run.repository';
import { matchesOf } from '../view-statements/statement-line.query';
import { toStatementMatch } from '../view-statements/statement-lines.resolver';
import {
  MatchingRunObject,
  MatchLinesInput,
  MatchStatementInput,
  MatchStatementPayload,
  StatementMatchPayload,
  UnmatchLinesInput,
} from './match-lines.gql';
import { matchLines, unmatchLines, type MatchCommandDependencies } from './match-lines.handler';
import { requestRun } from './request-run.handler';

const MOST_AT_ONCE = 100;

/** What the resolver needs beside the handlers. */
export interface MatchResolverDependencies extends MatchCommandDependencies {
  readonly runs: MatchingRunRepository;
  readonly wake: () => void;
}

@Resolver()
export class MatchLinesResolver {
  constructor(private readonly dependencies: MatchResolverDependencies) {}

  @Directive('@authenticated')
  @Query(() => MatchingRunObject, { nullable: true, description: 'A run; null when there is none of that id.' })
  async matchingRun(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<MatchingRunObject | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return this.run(tenantId, fromGlobalId('MatchingRun', id));
  }

  @Directive('@authenticated')
  @Mutation(() => MatchStatementPayload, {
    description:
      'Tries the account’s rules on all its open lines; ask `matchingRun` how far it is. For finance and managers.',
  })
  async matchStatement(
    @Arg('input', () => MatchStatementInput, { description: 'The account.' }) input: MatchStatementInput,
    @Ctx() context: GraphContext,
  ): Promise<MatchStatementPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey } = input;
    const accountId = fromGlobalId('BankAccount', input.accountId);
    const { outcome, replayed }: CommandResult<string> =
      unusableKey(idempotencyKey) ??
      (accountId === undefined
        ? notFound('accountId')
        : await requestRun({ tenantId, subject, idempotencyKey, accountId }, this.dependencies));
    if (!outcome.ok) return { matchingRun: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { matchingRun: await this.run(tenantId, outcome.value), replayed, userErrors: [] };
  }

  @Directive('@authenticated')
  @Mutation(() => StatementMatchPayload, {
    description:
      'Matches lines with payments by hand. It links, and moves nothing but from clearing to bank. For finance and managers.',
  })
  async matchLines(
    @Arg('input', () => MatchLinesInput, { description: 'What belongs together.' }) input: MatchLinesInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementMatchPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, differenceTo, reason } = input;
    const accountId = fromGlobalId('BankAccount', input.accountId);
    const lineIds = plainIds('StatementLine', input.lineIds);
    const paymentIds = plainIds('Payout', input.paymentIds);
    const result =
      unusableKey(idempotencyKey) ??
      tooMany('lineIds', lineIds) ??
      tooMany('paymentIds', paymentIds) ??
      ((reason ?? '').length > 500 ? invalid('reason', 500) : undefined) ??
      (accountId === undefined
        ? notFound('accountId')
        : await matchLines(
            {
              ...{ tenantId, subject, idempotencyKey, accountId, lineIds, paymentIds },
              ...(differenceTo ? { differenceTo } : {}),
              ...(reason ? { reason } : {}),
            },
            this.dependencies,
          ));
    return this.answer(result, tenantId, context);
  }

  @Directive('@authenticated')
  @Mutation(() => StatementMatchPayload, {
    description:
      'Undoes a match or an explanation: its lines are open again, what was booked is mirrored. For finance and managers.',
  })
  async unmatchLines(
    @Arg('input', () => UnmatchLinesInput, { description: 'The match.' }) input: UnmatchLinesInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementMatchPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, expectedVersion, reason } = input;
    const matchId = fromGlobalId('StatementMatch', input.matchId);
    const result =
      unusableKey(idempotencyKey) ??
      (matchId === undefined
        ? notFound('matchId')
        : await unmatchLines(
            { tenantId, subject, idempotencyKey, matchId, expectedVersion, reason },
            this.dependencies,
          ));
    return this.answer(result, tenantId, context);
  }

  private async answer(
    { outcome, replayed }: CommandResult<string>,
    tenantId: string,
    context: GraphContext,
  ): Promise<StatementMatchPayload> {
    if (!outcome.ok) return { match: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [record] = await matchesOf(this.dependencies.database.reader(tenantId), [outcome.value]);
    return { match: record === undefined ? null : toStatementMatch(record), replayed, userErrors: [] };
  }

  private async run(tenantId: string, id: string | undefined): Promise<MatchingRunObject | null> {
    if (id === undefined) return null;
    const { runs, database } = this.dependencies;
    const run = await runs.find(database.reader(tenantId), id);
    return run === undefined ? null : toRun(run);
  }
}

function toRun({ accountId: _account, id, ...plain }: MatchingRunView): MatchingRunObject {
  return { ...plain, id: toGlobalId('MatchingRun', id) };
}

/** An id of another kind stays in the list as one that nothing has. */
function plainIds(type: string, ids: readonly string[]): string[] {
  return ids.map((id) => fromGlobalId(type, id) ?? '');
}

function tooMany(field: string, ids: readonly string[]): CommandResult<never> | undefined {
  return ids.length === 0 || ids.length > MOST_AT_ONCE ? invalid(field, MOST_AT_ONCE) : undefined;
}

function invalid(field: string, limit: number): CommandResult<never> {
  return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', field], details: { limit } }), replayed: false };
}
