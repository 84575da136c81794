import type { Matter } from '@redress/contracts';
import { json } from '@redress/persistence';
import type { CaseFile } from '../model/case-file.model';
import type { CaseFileChange } from '../model/case-file.repository';

/** One row of `case_file`, as a query reads it. */
export interface CaseFileRow {
  readonly caseId: string;
  readonly complaintId: string | null;
  readonly number: string | null;
  readonly customerId: string | null;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly regulationId: string | null;
  readonly regulationVersion: number | null;
  readonly categoryCode: string | null;
  readonly product: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly matter: string | null;
  readonly level: string | null;
  readonly validity: string | null;
  readonly round: number;
  readonly department: string | null;
  readonly notEstablished: number;
  readonly mergedInto: string | null;
  readonly harmId: string;
  readonly receivedAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
}

export const CASE_FILE_COLUMNS = `f.case_id AS caseId, f.complaint_id AS complaintId, f.number,
  f.customer_id AS customerId, f.order_number AS orderNumber, f.line_number AS lineNumber,
  f.regulation_id AS regulationId, f.regulation_version AS regulationVersion, f.category_code AS categoryCode,
  f.product, f.region, f.channel, f.matter, f.level, f.validity, f.round, f.department,
  f.not_established AS notEstablished, f.merged_into AS mergedInto, f.harm_id AS harmId,
  f.received_at AS receivedAt, f.opened_at AS openedAt, f.closed_at AS closedAt, f.outcome`;

/** The columns that a change writes. */
export function columnsOfChange({
  orderLine,
  regulation,
  matter,
  ...plain
}: CaseFileChange): Readonly<Record<string, unknown>> {
  const columns: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(plain)) columns[COLUMN_OF[member as keyof typeof COLUMN_OF]] = value;
  if (orderLine) Object.assign(columns, { order_number: orderLine.orderNumber, line_number: orderLine.lineNumber });
  if (regulation) Object.assign(columns, { regulation_id: regulation.id, regulation_version: regulation.version });
  if (matter) Object.assign(columns, { matter: json(matter) });
  return columns;
}

const COLUMN_OF: Readonly<Record<keyof Omit<CaseFileChange, 'orderLine' | 'regulation' | 'matter'>, string>> = {
  complaintId: 'complaint_id',
  number: 'number',
  customerId: 'customer_id',
  categoryCode: 'category_code',
  product: 'product',
  region: 'region',
  channel: 'channel',
  level: 'level',
  validity: 'validity',
  round: 'round',
  department: 'department',
  notEstablished: 'not_established',
  mergedInto: 'merged_into',
  receivedAt: 'received_at',
  openedAt: 'opened_at',
  closedAt: 'closed_at',
  outcome: 'outcome',
};

/** The file behind its row. */
export function restoredFile(row: CaseFileRow): CaseFile {
  const { orderNumber, lineNumber, regulationId, regulationVersion, matter, round, notEstablished, ...plain } = row;
  return {
    ...(Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)) as Pick<
      CaseFile,
      'caseId' | 'harmId'
    >),
    round: Number(round),
    notEstablished: Number(notEstablished) === 1,
    ...(orderNumber === null || lineNumber === null
      ? {}
      : { orderLine: { orderNumber, lineNumber: Number(lineNumber) } }),
    ...(regulationId === null || regulationVersion === null
      ? {}
      : { regulation: { id: regulationId, version: Number(regulationVersion) } }),
    ...(matter === null ? {} : { matter: JSON.parse(matter) as Matter }),
  };
}
