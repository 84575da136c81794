import { toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database, TenantReader } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { ReturnLine as LineModel } from '../model/return-line.model';
import type { ReturnAuthorisation, ReturnInspection, ReturnLine } from './return.gql';
import {
  inspectionsByLine,
  linesByReturn,
  returnLinesById,
  returnsBy,
  type InspectionRecord,
  type ReturnKey,
  type ReturnRecord,
} from './return.query';
import { toInspection, toReturn, toReturnLine } from './to-return.gql';

/** The return that a mutation was about, or why it was refused. */
export interface ReturnAnswer {
  readonly return: ReturnAuthorisation | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** Finds returns for one request, in one statement for each level; only staff see any. */
export class ReturnLoader {
  constructor(private readonly database: Database) {}

  async find({ viewer, loader }: GraphContext, key: ReturnKey, value: string): Promise<ReturnAuthorisation | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.reader(viewer.tenantId);
    const name = `returns:${key}`;
    const record = await loader<string, ReturnRecord>(name, (values) => returnsBy(reader, key, values)).load(value);
    return record === null ? null : toReturn(record);
  }

  async lines({ viewer, loader }: GraphContext, returnId: string): Promise<ReturnLine[]> {
    const reader = this.reader(viewer.tenantId);
    const lines = loader<string, LineModel[]>('return-lines', (ids) => linesByReturn(reader, ids));
    return ((await lines.load(returnId)) ?? []).map(toReturnLine);
  }

  async line({ viewer, loader }: GraphContext, lineId: string): Promise<ReturnLine | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.reader(viewer.tenantId);
    const line = await loader<string, LineModel>('return-line', (ids) => returnLinesById(reader, ids)).load(lineId);
    return line === null ? null : toReturnLine(line);
  }

  async inspections({ viewer, loader }: GraphContext, lineId: string): Promise<ReturnInspection[]> {
    const reader = this.reader(viewer.tenantId);
    const found = loader<string, InspectionRecord[]>('return-inspections', (ids) => inspectionsByLine(reader, ids));
    return ((await found.load(lineId)) ?? []).map(toInspection);
  }

  /** What a mutation answers: the return as it is now, not from the request's memory. */
  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<ReturnAnswer> {
    if (!outcome.ok) return { return: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [record] = await returnsBy(this.reader(context.viewer.tenantId), 'id', [outcome.value]);
    return { return: record === null || record === undefined ? null : toReturn(record), replayed, userErrors: [] };
  }

  private reader(tenantId: string): TenantReader {
    return this.database.reader(tenantId);
  }
}
