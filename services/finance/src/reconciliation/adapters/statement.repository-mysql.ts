import type { TenantTransaction } from '@redress/persistence';
import { statementKeyOf, UNNAMED } from '../model/line-fingerprint';
import type { StatementRepository } from '../model/statement-import.repository';
import type { StatementName, StatementProblem } from '../model/statement.model';

const COLUMNS = `statement_key, fingerprint, booked_on, value_on, amount_minor, currency, bank_reference,
  line_references, text, told_apart`;
const STAGED = 's.tenant_id = :tenantId AND s.import_id = :importId';
const SHOWN = 10;

/** Which of several equal lines of its statement a staged one is. */
const NUMBERED = `SELECT s.tenant_id, s.id, ${COLUMNS.split(',')
  .map((name) => `s.${name.trim()}`)
  .join(', ')},
  ROW_NUMBER() OVER (PARTITION BY s.statement_key, s.fingerprint ORDER BY s.position) AS occurrence
  FROM statement_line_staged s WHERE ${STAGED} AND s.fingerprint >= :low AND s.fingerprint <= :high`;

/**
 * Adds what is not there yet. A line is its account, its statement, what it says, and which of several equal ones it is:
 * the same whatever file, and in whatever order, it comes.
 */
const ADD_NEW = `INSERT INTO statement_line (tenant_id, id, account_id, ${COLUMNS}, occurrence, import_id, state, version)
  SELECT :tenantId, n.id, :accountId, ${COLUMNS.split(',')
    .map((name) => `n.${name.trim()}`)
    .join(', ')},
    n.occurrence, :importId, 'OPEN', 1
  FROM (${NUMBERED}) n
  LEFT JOIN statement_line k ON k.tenant_id = :tenantId AND k.account_id = :accountId
    AND k.statement_key = n.statement_key AND k.fingerprint = n.fingerprint AND k.occurrence = n.occurrence
  WHERE k.id IS NULL`;

/** For each statement of a file how many lines it has there, how many here, and how many of them are the same. */
const COMPARED = `SELECT c.statement_key AS statementKey, SUM(c.staged) AS staged, SUM(c.stored) AS stored,
    SUM(LEAST(c.staged, c.stored)) AS same
  FROM (
    SELECT u.statement_key, u.fingerprint, SUM(u.staged) AS staged, SUM(u.stored) AS stored FROM (
      SELECT s.statement_key, s.fingerprint, 1 AS staged, 0 AS stored FROM statement_line_staged s
        WHERE ${STAGED} AND s.statement_key IN (:keys)
      UNION ALL
      SELECT l.statement_key, l.fingerprint, 0, 1 FROM statement_line l
        WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.statement_key IN (:keys)
    ) u GROUP BY u.statement_key, u.fingerprint
  ) c GROUP BY c.statement_key`;

/**
 * Days of which an unnamed file tells more than is known, and less, while both have lines that nothing tells apart:
 * nobody can know whether those are the same lines or others.
 */
const AMBIGUOUS_DAYS = `SELECT d.day FROM (
    SELECT c.day, SUM(c.staged > c.stored) AS more, SUM(c.staged < c.stored) AS less,
      SUM(c.told_apart = 0 AND c.staged > 0 AND c.stored > 0) AS shared
    FROM (
      SELECT u.day, u.fingerprint, MAX(u.told_apart) AS told_apart, SUM(u.staged) AS staged, SUM(u.stored) AS stored FROM (
        SELECT s.booked_on AS day, s.fingerprint, s.told_apart, 1 AS staged, 0 AS stored FROM statement_line_staged s
          WHERE ${STAGED} AND s.statement_key = :unnamed
        UNION ALL
        SELECT l.booked_on, l.fingerprint, l.told_apart, 0, 1 FROM statement_line l
          WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.statement_key = :unnamed
            AND l.booked_on IN (SELECT e.booked_on FROM statement_line_staged e
              WHERE e.tenant_id = :tenantId AND e.import_id = :importId)
      ) u GROUP BY u.day, u.fingerprint
    ) c GROUP BY c.day
  ) d WHERE d.more > 0 AND d.less > 0 AND d.shared > 0 ORDER BY d.day LIMIT ${SHOWN}`;

/** Days told of by named and by unnamed statements, or lines that the bank already delivered under another name. */
const COVERED_DAYS = `SELECT DISTINCT s.booked_on AS day FROM statement_line_staged s
  JOIN statement_line l ON l.tenant_id = s.tenant_id AND l.account_id = :accountId AND l.booked_on = s.booked_on
    AND l.statement_key <> s.statement_key
    AND (l.statement_key = :unnamed OR s.statement_key = :unnamed
      OR (l.fingerprint = s.fingerprint AND l.told_apart = 1))
  WHERE ${STAGED} AND l.tenant_id = :tenantId ORDER BY s.booked_on LIMIT ${SHOWN}`;

/** Statements in MySQL. */
export const statementsInMysql: StatementRepository = {
  async contradictions(tx, { id: accountId }, importId, named) {
    const params = { accountId, importId, unnamed: UNNAMED };
    const found = await namesThatContradict(tx, params, named);
    const days = async (sql: string, code: StatementProblem['code']): Promise<StatementProblem[]> =>
      (await tx.query<{ day: string }>(sql, params)).map(({ day }) => ({ code, facts: { day } }));
    if (named.length === 0) found.push(...(await days(AMBIGUOUS_DAYS, 'FINANCE_STATEMENT_DAY_AMBIGUOUS')));
    if (found.length > 0) return found;
    return days(COVERED_DAYS, 'FINANCE_STATEMENT_DAY_COVERED');
  },

  async publish(tx, { id: accountId }, importId) {
    const [counted] = await tx.query<{ count: string; first: string | null; last: string | null }>(
      `SELECT COUNT(*) AS count, MIN(s.booked_on) AS first, MAX(s.booked_on) AS last
       FROM statement_line_staged s WHERE ${STAGED}`,
      { importId },
    );
    const count = Number(counted?.count ?? 0);
    let linesNew = 0;
    for (const range of rangesFor(count)) {
      const { affectedRows } = await tx.execute(ADD_NEW, { accountId, importId, ...range });
      linesNew += affectedRows;
    }
    if (linesNew > 0) await addToMonths(tx, { accountId, importId, first: counted?.first, last: counted?.last });
    return { linesNew, linesKnown: count - linesNew };
  },

  async addNames(tx, accountId, importId, named) {
    const known = await partsNamed(tx, accountId, named);
    const isKnown = ({ name, part }: StatementName): boolean =>
      known.some((other) => other.name === name && other.part === part);
    const rows = named
      .filter((statement) => !isKnown(statement))
      .map((statement) => ({
        account_id: accountId,
        statement_name: statement.name,
        part: statement.part,
        statement_key: statementKeyOf(statement),
        import_id: importId,
      }));
    if (rows.length > 0) await tx.insertMany('statement_part', rows);
  },

  async addBalances(tx, accountId, balances) {
    for (const { kind, on, amountMinor, statement } of balances) {
      await tx.execute(
        `INSERT INTO statement_balance (tenant_id, account_id, balance_on, kind, statement_key, amount_minor)
         VALUES (:tenantId, :accountId, :on, :kind, :statementKey, :amountMinor)
         ON DUPLICATE KEY UPDATE kind = :kind`,
        { accountId, on, kind, amountMinor, statementKey: statementKeyOf(statement) },
      );
    }
  },
};

/** Adds what an import brought to the totals of its months, of which openings are made without reading every line. */
async function addToMonths(
  tx: TenantTransaction,
  added: Readonly<Record<'accountId' | 'importId', string>> & { readonly first: unknown; readonly last: unknown },
): Promise<void> {
  const months = await tx.query<{ month: string; sumMinor: string }>(
    `SELECT DATE_FORMAT(l.booked_on, '%Y-%m') AS month, SUM(l.amount_minor) AS sumMinor FROM statement_line l
     WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.booked_on >= :first AND l.booked_on <= :last
       AND l.import_id = :importId
     GROUP BY DATE_FORMAT(l.booked_on, '%Y-%m')`,
    added,
  );
  const rows = months.map(({ month, sumMinor }) => ({
    ...{ account_id: added.accountId, month, amount_minor: BigInt(sumMinor) },
  }));
  tx.upsertAtCommit('statement_month_total', rows, ['amount_minor']);
}

/** A named statement is final: what comes under its name again is the same, in the same parts. */
async function namesThatContradict(
  tx: TenantTransaction,
  params: { readonly accountId: string; readonly importId: string },
  named: readonly StatementName[],
): Promise<StatementProblem[]> {
  const known = await partsNamed(tx, params.accountId, named);
  const problems: StatementProblem[] = [];
  const again: StatementName[] = [];
  for (const statement of named) {
    const others = [...known, ...named].filter(({ name }) => name === statement.name);
    if (others.some(({ part }) => (part === '') !== (statement.part === ''))) {
      problems.push({ code: 'FINANCE_STATEMENT_SPLIT_OTHERWISE', facts: { name: statement.name } });
    } else if (known.some(({ name, part }) => name === statement.name && part === statement.part))
      again.push(statement);
  }
  if (again.length === 0) return problems;
  const byKey = new Map(again.map((statement) => [statementKeyOf(statement).toString('hex'), statement]));
  const keys = [...byKey.keys()].map((key) => Buffer.from(key, 'hex'));
  const rows = await tx.query<{ statementKey: Buffer; staged: string; stored: string; same: string }>(COMPARED, {
    ...params,
    keys,
  });
  for (const { statementKey, staged, stored, same } of rows) {
    if (staged === stored && stored === same) continue;
    const { name = '', part = '' } = byKey.get(statementKey.toString('hex')) ?? {};
    problems.push({ code: 'FINANCE_STATEMENT_CONTRADICTS', facts: { name, part: part === '' ? '1' : part } });
  }
  return problems;
}

async function partsNamed(tx: TenantTransaction, accountId: string, named: readonly StatementName[]) {
  if (named.length === 0) return [];
  return tx.query<StatementName>(
    `SELECT p.statement_name AS name, p.part FROM statement_part p
     WHERE p.tenant_id = :tenantId AND p.account_id = :accountId AND p.statement_name IN (:names)`,
    { accountId, names: [...new Set(named.map(({ name }) => name))] },
  );
}

const LINES_AT_ONCE = 10_000;

/** Cuts the fingerprints into ranges, so that no statement runs for long. */
function* rangesFor(count: number): Generator<{ low: Buffer; high: Buffer }> {
  const pieces = Math.min(256, 2 ** Math.ceil(Math.log2(Math.max(1, count / LINES_AT_ONCE))));
  const step = 256 / pieces;
  for (let first = 0; first < 256; first += step) {
    yield {
      low: Buffer.concat([Buffer.from([first]), Buffer.alloc(31, 0)]),
      high: Buffer.concat([Buffer.from([first + step - 1]), Buffer.alloc(31, 255)]),
    };
  }
}
