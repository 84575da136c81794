import type { Refusal } from '@redress/kernel';
import { requireRole, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { given, idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { readCustomer } from '../register-complaint/read-registration.gql';
import { findComplaints } from '../view-complaints/complaint.reference';
import { Complaint } from '../view-complaints/complaint.gql';
import type { ImportComplaints, ImportRow } from './import-complaints.command';
import {
  ImportComplaintsInput,
  ImportComplaintsPayload,
  ImportResult,
  type ImportComplaintRow,
} from './import-complaints.gql';
import { importComplaints, type RowResult } from './import-complaints.handler';
import type { ImportPorts } from './import-ports';

/** Takes complaints over in bulk. */
@Resolver(() => ImportResult)
export class ImportComplaintsResolver {
  constructor(private readonly ports: ImportPorts) {}

  @Mutation(() => ImportComplaintsPayload, {
    description:
      'Takes over complaints of a file or another system; a row that is there already adds nothing. For agents and administrators.',
  })
  async importComplaints(
    @Arg('input', () => ImportComplaintsInput, { description: 'The complaints.' }) input: ImportComplaintsInput,
    @Ctx() context: GraphContext,
  ): Promise<ImportComplaintsPayload> {
    const viewer = requireRole(context, 'agent', 'admin');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { outcome, replayed } = await importComplaints(readImport(input), viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const counts = { CREATED: 0, EXISTED: 0, REFUSED: 0 };
    for (const { status } of outcome.value) counts[status] += 1;
    return {
      results: outcome.value.map((result, row) => toResult(result, row, context)),
      created: counts.CREATED,
      existed: counts.EXISTED,
      refused: counts.REFUSED,
      replayed,
      userErrors: [],
    };
  }

  @FieldResolver(() => Complaint, { nullable: true, description: 'The complaint; null when the row was refused.' })
  async complaint(@Root() result: ImportResult, @Ctx() context: GraphContext): Promise<Complaint | null> {
    if (result.complaintUuid === null) return null;
    return context
      .loader('importedComplaint', (ids: readonly string[]) => findComplaints(this.ports.database, ids, context))
      .load(toGlobalId('Complaint', result.complaintUuid));
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): ImportComplaintsPayload {
  const userErrors = inputErrors(refusals, context);
  return { results: [], created: 0, existed: 0, refused: 0, replayed: false, userErrors };
}

function toResult(result: RowResult, row: number, context: GraphContext): ImportResult {
  if (result.status !== 'REFUSED')
    return { row, status: result.status, userErrors: [], complaintUuid: result.complaintId };
  const refusals = result.refusals.map((refusal) => ({
    ...refusal,
    path: ['rows', String(row), ...(refusal.path ?? [])],
  }));
  return { row, status: 'REFUSED', userErrors: inputErrors(refusals, context), complaintUuid: null };
}

function readImport({ source, rows }: ImportComplaintsInput): ImportComplaints {
  return { source, rows: rows.map(readRow) };
}

function readRow(row: ImportComplaintRow): ImportRow {
  const { externalId, receivedAt, channel, category, product, region, text, customer, history } = row;
  return {
    externalId,
    receivedAt,
    channel,
    category,
    ...given({
      product,
      region,
      text,
      customer: customer ? readCustomer(customer) : undefined,
      history: history ? given(history) : undefined,
    }),
  };
}
