import type { TenantReader } from '@redress/persistence';
import type { Instrument } from '../../settlement/model/settlement-part.model';

interface InstrumentsRow {
  readonly id: string;
  readonly instrument: Instrument;
  readonly parts: string | null;
}

/** The instruments of each settlement, one for each of its parts, in one statement. */
export async function instrumentsOfSettlements(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<{ readonly instrument: Instrument }[][]> {
  const rows = await reader.query<InstrumentsRow>(
    `SELECT s.id, s.instrument, s.parts FROM settlement s WHERE s.tenant_id = :tenantId AND s.id IN (:settlementIds)`,
    { settlementIds: [...new Set(settlementIds)] },
  );
  const instruments = new Map(rows.map((row) => [row.id, instrumentsOf(row)]));
  return settlementIds.map((id) => instruments.get(id) ?? []);
}

/** One that was drawn up before there were parts has the instrument alone. */
function instrumentsOf({ instrument, parts }: InstrumentsRow): { readonly instrument: Instrument }[] {
  return parts === null ? [{ instrument }] : (JSON.parse(parts) as { readonly instrument: Instrument }[]);
}
