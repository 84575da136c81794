import type { ClickHouseClient } from '@clickhouse/client';
import { Dictionary } from '../../columnar/model/dictionary.model';
import type {
  FactsReach,
  RawRow,
  TableChanges,
  TenantCopies,
  TenantCopy,
} from '../../columnar/model/tenant-copy.model';
import { ENDLESS } from '../model/clickhouse-tables.model';

const sent = (row: RawRow): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value instanceof Date ? String(value.getTime()) : value]),
  );

/** Copies in a ClickHouse that several processes share: each may bring them further, and what is sent twice counts once. */
export class CopiesInClickhouse implements TenantCopies {
  constructor(private readonly client: ClickHouseClient) {}

  /** The copy goes on where any process left it. */
  async make({ tenantId, generation, position }: FactsReach): Promise<TenantCopy> {
    const answer = await this.client.query({
      query: `SELECT first, position FROM reach FINAL
        WHERE tenant_id = {tenantId:String} AND generation = {generation:Int64}`,
      query_params: { tenantId, generation },
      format: 'JSONEachRow',
    });
    const [reach] = await answer.json<{ readonly first: string; readonly position: string }>();
    return {
      ...{ tenantId, generation, schema: '', dictionary: new Dictionary() },
      from: reach === undefined ? position : BigInt(reach.first),
      position: BigInt(reach?.position ?? 0),
    };
  }

  /** Rows first, then the position: whoever reads up to it finds all of them. */
  async take(copy: TenantCopy, changes: readonly TableChanges[], position: bigint): Promise<void> {
    const { tenantId, generation } = copy;
    const whose = { tenant_id: tenantId, generation };
    for (const { table, rows, superseded } of changes) {
      const values = [
        ...rows.map((row) => ({ ...whose, ...sent(row), until: ENDLESS, ended: 0 })),
        ...superseded.map((row) => ({ ...whose, ...sent(row), ended: 1 })),
      ];
      if (values.length > 0) await this.client.insert({ table: table.name, values, format: 'JSONEachRow' });
    }
    const reach = { ...whose, first: String(copy.from), position: String(position) };
    await this.client.insert({ table: 'reach', values: [reach], format: 'JSONEachRow' });
    copy.position = position;
  }

  /** Another process may still ask an earlier generation; it is left to whoever operates the server. */
  drop(): Promise<void> {
    return Promise.resolve();
  }
}
