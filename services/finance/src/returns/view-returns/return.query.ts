import type { TenantReader } from '@redress/persistence';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import { RETURN_COLUMNS, type ReturnAuthorisationRow } from '../adapters/return-authorisation.row';
import { RETURN_LINE_COLUMNS, returnLineOf, type ReturnLineRow } from '../adapters/return-line.row';
import type { QuantityByDisposition } from '../model/disposition.model';
import type { ReturnState } from '../model/return-authorisation.model';
import type { ReturnLine } from '../model/return-line.model';

export { RETURN_COLUMNS } from '../adapters/return-authorisation.row';

/** A return as readers see it, without its lines. */
export type ReturnRecord = Omit<ReturnAuthorisationRow, 'state'> & { readonly state: ReturnState };

export type ReturnKey = 'id' | 'number' | 'settlementId';

const KEY_COLUMNS: Readonly<Record<ReturnKey, string>> = {
  id: 'a.id',
  number: 'a.number',
  settlementId: 'a.settlement_id',
};

export interface InspectionRecord {
  readonly returnLineId: string;
  readonly quantities: QuantityByDisposition;
  readonly findings: string | null;
  readonly inspectedBy: string;
  readonly inspectedAt: Date;
}

/** The return under each key, in one statement. */
export async function returnsBy(
  reader: TenantReader,
  key: ReturnKey,
  values: readonly string[],
): Promise<(ReturnRecord | null)[]> {
  const rows = await reader.query<ReturnRecord>(
    `SELECT ${RETURN_COLUMNS} FROM return_authorisation a
     WHERE a.tenant_id = :tenantId AND ${KEY_COLUMNS[key]} IN (:values)`,
    { values },
  );
  const found = new Map(rows.map((row) => [row[key], row]));
  return values.map((value) => found.get(value) ?? null);
}

/** The lines of each return, in one statement. */
export async function linesByReturn(reader: TenantReader, returnIds: readonly string[]): Promise<ReturnLine[][]> {
  const rows = await reader.query<ReturnLineRow>(
    `SELECT ${RETURN_LINE_COLUMNS} FROM return_line l
     WHERE l.tenant_id = :tenantId AND l.authorisation_id IN (:returnIds) ORDER BY l.authorisation_id, l.line`,
    { returnIds },
  );
  const lines = rows.map(returnLineOf);
  return returnIds.map((id) => lines.filter(({ authorisationId }) => authorisationId === id));
}

/** Lines by id, in one statement. */
export async function returnLinesById(reader: TenantReader, ids: readonly string[]): Promise<(ReturnLine | null)[]> {
  const rows = await reader.query<ReturnLineRow>(
    `SELECT ${RETURN_LINE_COLUMNS} FROM return_line l WHERE l.tenant_id = :tenantId AND l.id IN (:ids)`,
    { ids },
  );
  const found = new Map(rows.map((row) => [row.id, returnLineOf(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

interface InspectionRow {
  readonly returnLineId: string;
  readonly resale: string;
  readonly repair: string;
  readonly scrap: string;
  readonly backToCustomer: string;
  readonly findings: string | null;
  readonly inspectedBy: string;
  readonly inspectedAt: Date;
}

/** What was found about each line, in one statement. */
export async function inspectionsByLine(
  reader: TenantReader,
  lineIds: readonly string[],
): Promise<InspectionRecord[][]> {
  const rows = await reader.query<InspectionRow>(
    `SELECT n.return_line_id AS returnLineId, n.resale, n.repair, n.scrap, n.back_to_customer AS backToCustomer,
       n.findings, n.inspected_by AS inspectedBy, n.inspected_at AS inspectedAt
     FROM return_inspection n WHERE n.tenant_id = :tenantId AND n.return_line_id IN (:lineIds)
     ORDER BY n.return_line_id, n.id`,
    { lineIds },
  );
  const records = rows.map(({ resale, repair, scrap, backToCustomer, ...plain }): InspectionRecord => ({
    ...plain,
    quantities: {
      RESALE: parseQuantity(resale),
      REPAIR: parseQuantity(repair),
      SCRAP: parseQuantity(scrap),
      BACK_TO_CUSTOMER: parseQuantity(backToCustomer),
    },
  }));
  return lineIds.map((id) => records.filter(({ returnLineId }) => returnLineId === id));
}
