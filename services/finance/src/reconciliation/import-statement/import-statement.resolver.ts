import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { accept, parseMoney, refuse, type Outcome } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { LONGEST_PART } from '../model/statement-import.model';
import type { StatementBalance } from '../model/statement.model';
import { importOf } from '../view-statements/statement-import.query';
import { toStatementImport } from '../view-statements/to-statement-import.gql';
import {
  AddStatementPartInput,
  BeginStatementImportInput,
  FinishStatementImportInput,
  ImportStatementInput,
  StatementImportPayload,
} from './import-statement.gql';
import { addPart, beginImport, finishImport, type Delivery, type ImportDependencies } from './import-statement.handler';

const MOST_BALANCES = 10;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** What the resolver needs beside the handlers. */
export interface ImportResolverDependencies extends ImportDependencies {
  /** Takes an import in at once, unless somebody does so already; for files that a request can carry. */
  readonly takeInNow: (tenantId: string, importId: string) => Promise<void>;
}

@Resolver()
export class ImportStatementResolver {
  constructor(private readonly dependencies: ImportResolverDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => StatementImportPayload, {
    description:
      'Imports a statement that fits into one request, or that the provider lists itself, and answers when it is taken in or refused, or QUEUED when another process has taken it up. For finance and managers.',
  })
  async importStatement(
    @Arg('input', () => ImportStatementInput, { description: 'The statement.' }) input: ImportStatementInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementImportPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey } = input;
    const delivery = await this.deliveryOf(input, tenantId);
    const content = input.format === 'PROVIDER' ? accept(undefined) : bytesOf(input.content ?? '');
    const unusable = unusableKey(idempotencyKey) ?? refusalOf(delivery) ?? refusalOf(content);
    if (unusable !== undefined || !delivery.ok || !content.ok)
      return this.answer(unusable ?? NOTHING, tenantId, context);
    const result = await beginImport(
      {
        ...{ tenantId, subject, idempotencyKey, delivery: delivery.value },
        ...(content.value === undefined ? {} : { content: content.value }),
      },
      this.dependencies,
    );
    if (result.outcome.ok) await this.dependencies.takeInNow(tenantId, result.outcome.value);
    return this.answer(result, tenantId, context);
  }

  @Directive('@authenticated')
  @Mutation(() => StatementImportPayload, {
    description: 'Begins the import of a statement that comes in parts. For finance and managers.',
  })
  async beginStatementImport(
    @Arg('input', () => BeginStatementImportInput, { description: 'The statement.' }) input: BeginStatementImportInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementImportPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey } = input;
    const delivery = await this.deliveryOf(input, tenantId);
    const unusable = unusableKey(idempotencyKey) ?? refusalOf(delivery);
    if (unusable !== undefined || !delivery.ok) return this.answer(unusable ?? NOTHING, tenantId, context);
    const begin = { tenantId, subject, idempotencyKey, delivery: delivery.value };
    return this.answer(await beginImport(begin, this.dependencies), tenantId, context);
  }

  @Directive('@authenticated')
  @Mutation(() => StatementImportPayload, { description: 'Adds a part to an import. For finance and managers.' })
  async addStatementPart(
    @Arg('input', () => AddStatementPartInput, { description: 'The part.' }) input: AddStatementPartInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementImportPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, sequence } = input;
    const importId = fromGlobalId('StatementImport', input.importId);
    const content = bytesOf(input.content);
    const unusable = unusableKey(idempotencyKey) ?? refusalOf(content);
    if (unusable !== undefined || !content.ok) return this.answer(unusable ?? NOTHING, tenantId, context);
    if (importId === undefined) return this.answer(notFound('importId'), tenantId, context);
    const part = { tenantId, subject, idempotencyKey, importId, sequence, content: content.value };
    return this.answer(await addPart(part, this.dependencies), tenantId, context);
  }

  @Directive('@authenticated')
  @Mutation(() => StatementImportPayload, {
    description: 'Says that all parts of an import are there; it is then read and taken in. For finance and managers.',
  })
  async finishStatementImport(
    @Arg('input', () => FinishStatementImportInput, { description: 'The import.' }) input: FinishStatementImportInput,
    @Ctx() context: GraphContext,
  ): Promise<StatementImportPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, parts } = input;
    const importId = fromGlobalId('StatementImport', input.importId);
    const sha256 = input.sha256 ?? undefined;
    const result =
      unusableKey(idempotencyKey) ??
      (importId === undefined
        ? notFound('importId')
        : await finishImport({ tenantId, subject, idempotencyKey, importId, parts, sha256 }, this.dependencies));
    return this.answer(result, tenantId, context);
  }

  private async deliveryOf(input: BeginStatementImportInput, tenantId: string): Promise<Outcome<Delivery, string>> {
    const { accounts, database } = this.dependencies;
    const accountId = fromGlobalId('BankAccount', input.accountId);
    const account = accountId && (await accounts.find(database.reader(tenantId), accountId));
    if (account === undefined || account === '') return refuse({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
    const { format, compression, fileName, statementName, part } = input;
    const balances = input.balances.map(({ kind, on, amount }): StatementBalance | undefined => {
      const read = parseMoney(amount, account.currency);
      return read === undefined ? undefined : { kind, on, amountMinor: read.amountMinor };
    });
    const usable: readonly (readonly [string, boolean])[] = [
      ['fileName', (fileName ?? '').length <= 255],
      ['statementName', (statementName ?? '').length <= 120],
      ['part', (part ?? '').length <= 32 && (!part || format !== 'CSV' || (statementName ?? '') !== '')],
      ['balances', balances.length <= MOST_BALANCES && !balances.includes(undefined)],
    ];
    const [wrong] = usable.filter(([, fine]) => !fine);
    if (wrong !== undefined) return refuse({ code: 'INPUT_INVALID', path: ['input', wrong[0]] });
    const name = statementName ?? '';
    return accept({
      ...{ accountId: account.id, format, compression },
      ...(fileName ? { fileName } : {}),
      ...(name === '' && !part ? {} : { statement: { name, part: part ?? '' } }),
      balances: balances.filter((each): each is StatementBalance => each !== undefined),
    });
  }

  private async answer(
    { outcome, replayed }: CommandResult<string>,
    tenantId: string,
    context: GraphContext,
  ): Promise<StatementImportPayload> {
    if (!outcome.ok) return { statementImport: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const record = await importOf(this.dependencies.database.reader(tenantId), outcome.value);
    return {
      statementImport: record === undefined ? null : toStatementImport(record, context),
      replayed,
      userErrors: [],
    };
  }
}

const NOTHING = notFound('accountId');

function bytesOf(content: string): Outcome<Buffer, 'INPUT_INVALID'> {
  const usable = content !== '' && content.length <= LONGEST_PART && content.length % 4 === 0 && BASE64.test(content);
  if (usable) return accept(Buffer.from(content, 'base64'));
  return refuse({ code: 'INPUT_INVALID', path: ['input', 'content'], details: { limit: LONGEST_PART } });
}

function refusalOf(outcome: Outcome<unknown>): CommandResult<never> | undefined {
  return outcome.ok ? undefined : { outcome, replayed: false };
}
