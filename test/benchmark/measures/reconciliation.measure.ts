import { gzipSync } from 'node:zlib';
import { eventually } from '@redress/testkit';
import type { RowDataPacket } from 'mysql2/promise';
import { processorTimeOf } from '../figures/processor-time';
import { seededPayouts, type SeededPayout } from '../stage/seeded-payouts';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';

const LINES = 200_000;
/** Bytes of one part, so that its base64 stays within what a request may carry. */
const PART_BYTES = 60_000;
const AIM_SECONDS = 60;
const FLOOR_ROUNDS = 5;

/** A statement of 200,000 lines matched with as many payments and booked, beside a hash join of both in memory. */
export async function measureReconciliation({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('reconciliation');
  const finance = barePool(stage.databaseUrl, schemaOf('finance'), 1);
  try {
    const payouts = await seededPayouts(finance, organisation.tenant, LINES);
    say('  reconciliation: payments are there');
    const importId = await sent(stage, organisation, payouts);
    let matched = 0;
    const time = await processorTimeOf(stage.pids, async () => {
      matched = await whenMatched(finance, organisation.tenant);
    });
    const [importing, matching] = await Promise.all([
      secondsOf(
        finance,
        'SELECT created_at AS since, finished_at AS until FROM statement_import WHERE tenant_id = ?',
        organisation,
      ),
      secondsOf(
        finance,
        `SELECT i.finished_at AS since, r.finished_at AS until FROM matching_run r
         JOIN statement_import i ON i.tenant_id = r.tenant_id WHERE r.tenant_id = ?`,
        organisation,
      ),
    ]);
    if (matched !== LINES) throw new Error(`${matched} of ${LINES} lines of import ${importId} were matched`);
    const floor = hashJoinSeconds(payouts);
    say(`  reconciliation: ${matching.toFixed(1)} s, floor ${floor.toFixed(3)} s`);
    return {
      title: 'Reconciliation of a statement',
      unit: ' s',
      system: matching,
      floor,
      ratio: matching / floor,
      aim: `within ${AIM_SECONDS} s`,
      met: matching <= AIM_SECONDS,
      method:
        `${LINES} lines of one statement find ${LINES} payments by their keys: each line and payment is claimed under a unique key, each match stored and booked from clearing to bank. ` +
        'Floor: a hash join of the same lines and payments in memory, in one process, keeping nothing; median of five.',
      more: [
        ['lines matched and booked a second', (LINES / matching).toFixed(0)],
        [
          'sending, reading and taking in the file',
          `${importing.toFixed(1)} s (${(LINES / importing).toFixed(0)} lines/s)`,
        ],
        [
          'core-seconds from the end of sending, by process',
          Object.entries(time)
            .filter(([, ms]) => ms >= 100)
            .map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`)
            .join(', '),
        ],
      ],
    };
  } finally {
    await finance.end();
  }
}

/** Sends the statement in parts, as a client does. */
async function sent({ graph }: Stage, { tokens }: Organisation, payouts: readonly SeededPayout[]): Promise<string> {
  const mapping = {
    bookedOnColumn: 'Day',
    amountColumn: 'Amount',
    referenceColumns: ['Reference'],
    textColumns: ['Text'],
  };
  const account = {
    ...{
      name: 'main',
      identifier: 'CN0000000001',
      currency: 'CNY',
      openingOn: '2026-01-01',
      responsible: 'chief',
      mapping,
    },
  };
  type Opened = { bankAccount: { id: string } };
  const { bankAccount } = await graph.act<Opened>('openBankAccount', account, 'bankAccount { id }', tokens.admin);
  type Begun = { statementImport: { id: string } };
  const begin = { accountId: bankAccount.id, format: 'CSV', compression: 'GZIP' };
  const { statementImport } = await graph.act<Begun>(
    'beginStatementImport',
    begin,
    'statementImport { id }',
    tokens.finance,
  );
  const importId = statementImport.id;
  const file = gzipSync(fileOf(payouts));
  const parts = Math.ceil(file.length / PART_BYTES);
  for (let sequence = 1; sequence <= parts; sequence += 1) {
    const content = file.subarray((sequence - 1) * PART_BYTES, sequence * PART_BYTES).toString('base64');
    await graph.act('addStatementPart', { importId, sequence, content }, '', tokens.finance);
  }
  await graph.act('finishStatementImport', { importId, parts }, '', tokens.finance);
  return importId;
}

function fileOf(payouts: readonly SeededPayout[]): string {
  const lines = payouts.map(
    ({ key, amountMinor, paidOn }) => `${paidOn};-${(amountMinor / 100).toFixed(2)};${key};refund`,
  );
  return ['Day;Amount;Reference;Text', ...lines, ''].join('\n');
}

type Pool = ReturnType<typeof barePool>;

async function whenMatched(finance: Pool, tenant: string): Promise<number> {
  return eventually(
    async () => {
      const [rows] = await finance.query<RowDataPacket[]>(
        "SELECT lines_matched AS matched FROM matching_run WHERE tenant_id = ? AND state = 'DONE'",
        [tenant],
      );
      if (rows[0] === undefined) throw new Error('the run is not done');
      return Number(rows[0]['matched']);
    },
    { what: 'the statement being matched', timeoutMs: 900_000, intervalMs: 200 },
  );
}

async function secondsOf(finance: Pool, sql: string, { tenant }: Organisation): Promise<number> {
  const [rows] = await finance.query<RowDataPacket[]>(sql, [tenant]);
  const row = rows[0] as { since: Date; until: Date } | undefined;
  if (row === undefined) throw new Error('nothing was measured');
  return (new Date(row.until).getTime() - new Date(row.since).getTime()) / 1000;
}

/** What matching costs when nothing of it is kept. */
function hashJoinSeconds(payouts: readonly SeededPayout[]): number {
  const lines = payouts.map(({ key, amountMinor }) => ({ reference: key, amountMinor: BigInt(-amountMinor) }));
  const payments = payouts.map(({ key, amountMinor }) => ({ key, amountMinor: BigInt(amountMinor) })).reverse();
  const rounds = Array.from({ length: FLOOR_ROUNDS }, () => {
    const since = performance.now();
    const byKey = new Map(payments.map((payment) => [payment.key, payment]));
    const found = lines.filter(({ reference, amountMinor }) => byKey.get(reference)?.amountMinor === -amountMinor);
    if (found.length !== lines.length) throw new Error('the floor matches other rows');
    return (performance.now() - since) / 1000;
  });
  return rounds.sort((left, right) => left - right)[Math.floor(FLOOR_ROUNDS / 2)] ?? 0;
}
