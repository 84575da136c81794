import type { Pool } from 'mysql2/promise';
import { seededRandom } from '../figures/seeded-random';

/** Days over which the settlements are spread, the last one ending now. */
const DAYS = 730;
const A_STATEMENT = 2_000;
const BUFFER_BYTES = 1_073_741_824;
const DAY_MS = 86_400_000;

const STATES = [
  ['COMPLETED', 0.86],
  ['RELEASED', 0.05],
  ['PROPOSED', 0.04],
  ['REJECTED', 0.025],
  ['CANCELLED', 0.02],
  ['FAILED', 0.005],
] as const;

/** Some of the values that the settlements have, to be filtered by. */
export const SEEDED = { department: 'unit-07', product: 'product-123', category: 'category-11' } as const;

type Row = readonly (string | number | Date | null)[];

const SETTLEMENT = `INSERT INTO settlement (tenant_id, id, number, case_id, complaint_id, customer_id, resolution_id, remedy_id,
  instrument, amount_minor, currency, order_number, line_number, state, resolution_proposed_by, resolution_approved_by,
  decided_by, decided_at, created_at, completed_at, version, case_number, department, product, category_code,
  regulation_id, regulation_version) VALUES ?`;
const PAYMENT = `INSERT INTO payment (tenant_id, id, settlement_id, provider, idempotency_key, reference, beneficiary,
  amount_minor, currency, state, attempts, misses, provider_reference) VALUES ?`;
const ORDER = 'INSERT INTO settlement_order (tenant_id, order_number, settlement_id) VALUES ?';

/**
 * Inserts so many settlements with their payouts, the same ones in every run, by plain statements of many rows. The
 * server gets as much memory as the indexes need, as it would where so many rows are kept.
 */
export async function seedSettlements(pool: Pool, tenant: string, count: number, now = Date.now()): Promise<void> {
  const random = seededRandom(count);
  await pool.query(`SET GLOBAL innodb_buffer_pool_size = ${BUFFER_BYTES}`);
  for (let first = 0; first < count; first += A_STATEMENT) {
    const [settlements, payments, orders]: [Row[], Row[], Row[]] = [[], [], []];
    for (let serial = first; serial < Math.min(first + A_STATEMENT, count); serial += 1) {
      const at = now - DAYS * DAY_MS + Math.floor((serial * DAYS * DAY_MS) / count);
      const made = seeded(tenant, serial, at, random);
      settlements.push(made.settlement);
      payments.push(...made.payments);
      if (serial % 10 === 0) orders.push(made.order);
    }
    await Promise.all([
      pool.query(SETTLEMENT, [settlements]),
      ...(payments.length > 0 ? [pool.query(PAYMENT, [payments])] : []),
      ...(orders.length > 0 ? [pool.query(ORDER, [orders])] : []),
    ]);
  }
  for (const table of ['settlement', 'payment', 'settlement_order']) await pool.query(`ANALYZE TABLE ${table}`);
}

function seeded(tenant: string, serial: number, at: number, random: () => number) {
  const id = idAt(at, serial, 1);
  const [among, amount] = [(count: number) => Math.floor(random() * count), Math.ceil(random() ** 3 * 200_000)];
  const state = stateFor(random());
  const currency = serial % 50 === 0 ? 'JPY' : serial % 12 === 0 ? 'USD' : 'CNY';
  const decided = ['COMPLETED', 'REJECTED', 'FAILED'].includes(state) ? new Date(at + 2 * 3_600_000) : null;
  const paid = state === 'COMPLETED' ? new Date(at + 3 * 3_600_000) : null;
  const [caseId, customer] = [idAt(at, serial, 2), idAt(at, among(200_000), 3)];
  const orderNumber = `SO-${String(serial).padStart(8, '0')}`;
  const settlement: Row = [
    ...[tenant, id, `S-${String(serial).padStart(9, '0')}`, caseId, idAt(at, serial, 4), customer],
    ...[idAt(at, serial, 5), idAt(at, serial, 6), ['REFUND', 'REFUND', 'ALLOWANCE', 'RETURN'][among(4)] ?? 'REFUND'],
    ...[amount, currency, orderNumber, 1, state, 'handler', 'supervisor'],
    ...[decided === null ? null : `decider-${among(20)}`, decided, new Date(at), paid, 5, `C-${serial}`],
    ...[`unit-${padded(among(40))}`, `product-${among(500)}`, `category-${padded(among(30))}`],
    ...[`regulation-${among(3)}`, 1],
  ];
  const payment = (paymentState: string): Row => [
    ...[tenant, idAt(at, serial, 7), id, 'simulator', id, `S-${serial}`, customer, amount, currency],
    ...[paymentState, 1, 0, paymentState === 'SUCCEEDED' ? `P-${serial}` : null],
  ];
  const payments = paid === null ? (state === 'FAILED' ? [payment('DECLINED')] : []) : [payment('SUCCEEDED')];
  return { settlement, payments, order: [tenant, orderNumber, id] as Row };
}

function stateFor(share: number): string {
  let sum = 0;
  for (const [state, part] of STATES) {
    sum += part;
    if (share < sum) return state;
  }
  return 'COMPLETED';
}

const padded = (number: number): string => String(number).padStart(2, '0');

/** An id in the shape and the order of those of the system, the same in every run but for its time. */
function idAt(at: number, serial: number, kind: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = serial.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${String(kind).padStart(3, '0')}-8000-${tail}`;
}
