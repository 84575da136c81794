import { fromGlobalId, readMoney, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { ReceivableDependencies } from '../dispute-receivable/dispute-receivable.handler';
import { receivablesBy } from '../view-receivables/receivable-list.query';
import { RegisterReceivablesInput, RegisterReceivablesPayload, type ReceivableInput } from './register-receivables.gql';
import { registerReceivables, type ReceivableContent } from './register-receivables.handler';

const MOST = 500;
const LONGEST = 64;

@Resolver()
export class RegisterReceivablesResolver {
  constructor(private readonly dependencies: ReceivableDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => RegisterReceivablesPayload, {
    description: 'Takes over what customers owe, many at once; each document once. For finance and managers.',
  })
  async registerReceivables(
    @Arg('input', () => RegisterReceivablesInput, { description: 'The receivables.' }) input: RegisterReceivablesInput,
    @Ctx() context: GraphContext,
  ): Promise<RegisterReceivablesPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey } = input;
    const read = readRows(input);
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (read.ok
        ? await registerReceivables({ tenantId, subject, idempotencyKey, receivables: read.value }, this.dependencies)
        : { outcome: read, replayed: false });
    if (!outcome.ok) return { rows: [], replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const reader = this.dependencies.database.reader(tenantId);
    const known = await receivablesBy(
      reader,
      outcome.value.flatMap(({ id }) => id ?? []),
    );
    const rows = outcome.value.map(({ id, existed, refusals }) => ({
      receivable: known.get(id ?? '') ?? null,
      existed,
      userErrors: toUserErrors(refusals, context),
    }));
    return { rows, replayed, userErrors: [] };
  }
}

function readRows({ receivables }: RegisterReceivablesInput): Outcome<ReceivableContent[], string> {
  if (receivables.length === 0 || receivables.length > MOST) {
    return refuse({ code: 'INPUT_INVALID', path: ['input', 'receivables'], details: { limit: MOST } });
  }
  const read = receivables.map((row, index) => readRow(row, ['input', 'receivables', String(index)]));
  const [first, ...others] = read.flatMap((each) => (each.ok ? [] : each.refusals));
  if (first !== undefined) return refuse(first, ...others);
  return accept(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

function readRow(row: ReceivableInput, path: readonly string[]): Outcome<ReceivableContent, string> {
  const { documentNumber, orderNumber, lineNumber, issuedOn, dueOn, salesperson, department } = row;
  const customerId = fromGlobalId('Customer', row.customerId);
  const amount = readMoney(row.amount, [...path, 'amount']);
  const refusals: Refusal[] = [
    ...(customerId === undefined ? [{ code: 'NOT_FOUND', path: [...path, 'customerId'] }] : []),
    ...(amount.ok ? [] : amount.refusals),
    ...tooLong('documentNumber', documentNumber, path, 1),
    ...tooLong('salesperson', salesperson, path, 1, 255),
    ...tooLong('orderNumber', orderNumber ?? '', path),
    ...tooLong('department', department ?? '', path),
  ];
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  if (!amount.ok || customerId === undefined) return refuse({ code: 'INPUT_INVALID', path });
  return accept({
    ...{ customerId, documentNumber, amount: amount.value, issuedOn, dueOn, salesperson },
    ...(typeof orderNumber === 'string' ? { orderNumber } : {}),
    ...(typeof lineNumber === 'number' ? { lineNumber } : {}),
    ...(typeof department === 'string' ? { department } : {}),
  });
}

function tooLong(field: string, text: string, path: readonly string[], least = 0, most = LONGEST): Refusal[] {
  if (text.length >= least && text.length <= most) return [];
  return [{ code: 'INPUT_INVALID', path: [...path, field], details: { limit: most } }];
}
