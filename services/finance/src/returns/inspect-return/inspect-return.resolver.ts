import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { accept, refuse, type Outcome } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { GOODS_RECEIVERS } from '../../access/access.rules';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { ReturnRefusal } from '../model/return.errors';
import { ReturnPayload } from '../view-returns/return-payload.gql';
import type { ReturnLoader } from '../view-returns/return.loader';
import { InspectReturnInput, type InspectedLineInput } from './inspect-return.gql';
import { inspectReturn, type InspectionDependencies, type InspectReturn } from './inspect-return.handler';

const MOST_LINES = 50;
const LONGEST_FINDINGS = 500;
const PLAIN = /^\d{1,12}(\.\d{1,6})?$/;

@Resolver()
export class InspectReturnResolver {
  constructor(
    private readonly dependencies: InspectionDependencies,
    private readonly returns: ReturnLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReturnPayload, {
    description: 'Records what becomes of goods that came back. For handlers, finance and administrators.',
  })
  async inspectReturn(
    @Arg('input', () => InspectReturnInput, { description: 'Which, and what was found.' }) input: InspectReturnInput,
    @Ctx() context: GraphContext,
  ): Promise<ReturnPayload> {
    const { tenantId, subject } = requireRole(context, ...GOODS_RECEIVERS);
    const { idempotencyKey, expectedVersion } = input;
    const returnId = fromGlobalId('ReturnAuthorisation', input.returnId);
    const findings = readFindings(input.lines);
    const result =
      unusableKey(idempotencyKey) ??
      (returnId === undefined ? notFound('returnId') : undefined) ??
      (findings.ok ? undefined : { outcome: findings, replayed: false as const });
    if (result !== undefined || returnId === undefined || !findings.ok) {
      return this.returns.answer(result ?? notFound('returnId'), context);
    }
    const command = { tenantId, subject, idempotencyKey, returnId, expectedVersion, findings: findings.value };
    return this.returns.answer(await inspectReturn(command, this.dependencies), context);
  }
}

function readFindings(lines: readonly InspectedLineInput[]): Outcome<InspectReturn['findings'], ReturnRefusal> {
  const path = ['input', 'lines'];
  if (lines.length < 1 || lines.length > MOST_LINES) {
    return refuse({ code: 'INPUT_INVALID', path, details: { limit: MOST_LINES } });
  }
  const read: InspectReturn['findings'][number][] = [];
  for (const [index, line] of lines.entries()) {
    const { resale, repair, scrap, backToCustomer, findings } = line;
    const at = [...path, String(index)];
    const lineId = fromGlobalId('ReturnLine', line.lineId);
    if (lineId === undefined) return refuse({ code: 'NOT_FOUND', path: [...at, 'lineId'] });
    if (![resale, repair, scrap, backToCustomer].every((each) => PLAIN.test(each))) {
      return refuse({ code: 'INPUT_INVALID', path: at });
    }
    if (findings !== undefined && findings.length > LONGEST_FINDINGS) {
      return refuse({ code: 'INPUT_INVALID', path: [...at, 'findings'], details: { limit: LONGEST_FINDINGS } });
    }
    const quantities = {
      RESALE: parseQuantity(resale),
      REPAIR: parseQuantity(repair),
      SCRAP: parseQuantity(scrap),
      BACK_TO_CUSTOMER: parseQuantity(backToCustomer),
    };
    read.push({ lineId, quantities, ...(findings === undefined ? {} : { findings }) });
  }
  return accept(read);
}
