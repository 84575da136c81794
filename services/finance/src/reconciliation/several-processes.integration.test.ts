import { newId } from '@redress/kernel';
import { matchAutomatically } from './match-automatically/match-automatically.handler';
import { takeIn } from './take-in-statement/take-in-statement.handler';
import { MatchingDesk } from './testing/matching-desk';
import { StatementDesk } from './testing/statement-desk';

const CSV = 'Day;Amount;Reference;Text\n';

describe('several processes at once', () => {
  let desk: StatementDesk;
  beforeAll(async () => {
    desk = await StatementDesk.open();
  });
  afterAll(() => desk.close());

  it('take each statement in once', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    const account = await desk.account(tenant);
    const { imports } = desk.dependencies;
    const ids = Array.from({ length: 12 }, () => newId());
    for (const [index, id] of ids.entries()) {
      await desk.database.transaction(tenant, async (tx) => {
        const createdAt = new Date();
        await imports.add(tx, {
          ...{ id, accountId: account.id, format: 'CSV', compression: 'NONE', state: 'COLLECTING', balances: [] },
          ...{ createdBy: 'clerk', createdAt },
        });
        const day = String(index + 1).padStart(2, '0');
        await imports.addPart(tx, id, 1, Buffer.from(`${CSV}2026-03-${day};-1.00;;a\n2026-03-${day};-1.00;;a\n`));
        await imports.queue(tx, id, undefined);
      });
    }
    const worker = async (): Promise<number> => {
      for (let done = 0; ;) {
        const leased = await imports.lease(60_000);
        if (leased === undefined) return done;
        done += (await takeIn(leased, desk.dependencies)) ? 1 : 0;
      }
    };
    const inline = async (): Promise<number> => {
      let done = 0;
      for (const id of ids) {
        const leased = await imports.leaseOne(tenant, id, 60_000);
        if (leased !== undefined) done += (await takeIn(leased, desk.dependencies)) ? 1 : 0;
      }
      return done;
    };
    const done = await Promise.all([worker(), inline(), worker()]);
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(ids.length);
    expect(await desk.statement(tenant, account)).toHaveLength(24);
  });

  it('never claim a line or a payment twice', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    const matching = new MatchingDesk(desk);
    const account = await desk.account(tenant);
    const payouts = Array.from({ length: 120 }, (_, index) => ({
      key: newId(),
      amountMinor: 100 + index,
      paidOn: '2026-03-01',
    }));
    await matching.pay(tenant, payouts);
    const lines = payouts.map(({ key, amountMinor }) => `2026-03-02;-${(amountMinor / 100).toFixed(2)};${key};a\n`);
    await desk.takeIn(tenant, account, CSV + lines.join(''));
    const matched = await Promise.all(Array.from({ length: 4 }, () => matching.match(tenant, account)));
    expect(matched.reduce((sum, each) => sum + each, 0)).toBe(payouts.length);
    const [claims] = await desk.database.reader(tenant).query<{ lines: string; payments: string; entries: string }>(
      `SELECT COUNT(DISTINCT c.claimed_line_id) AS \`lines\`, COUNT(DISTINCT c.claimed_payment_id) AS payments,
         (SELECT COUNT(*) FROM journal_entry e WHERE e.tenant_id = :tenantId AND e.kind = 'STATEMENT') AS entries
       FROM reconciliation_match_line c WHERE c.tenant_id = :tenantId`,
    );
    expect(claims).toEqual({ lines: '120', payments: '120', entries: '120' });
  });

  it('keep nothing of a run whose lease another process took over', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    const matching = new MatchingDesk(desk);
    const account = await desk.account(tenant);
    const [key, runId] = [newId(), newId()];
    await matching.pay(tenant, [{ key, amountMinor: 100, paidOn: '2026-03-01' }]);
    await desk.takeIn(tenant, account, `${CSV}2026-03-02;-1.00;${key};a\n`);
    const stale = { tenantId: tenant, runId, accountId: account.id, requestedBy: 'clerk', lease: newId() };
    await desk.database.transaction(tenant, (tx) =>
      desk.dependencies.runs.request(tx, {
        id: runId,
        accountId: account.id,
        requestedBy: 'clerk',
        requestedAt: new Date(),
      }),
    );
    expect(await matchAutomatically(stale, matching.dependencies)).toBe(false);
    const open = await desk.database
      .reader(tenant)
      .query("SELECT l.id FROM statement_line l WHERE l.tenant_id = :tenantId AND l.state = 'OPEN'");
    expect(open).toHaveLength(1);
  });
});
