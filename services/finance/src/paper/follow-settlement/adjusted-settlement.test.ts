import type { TenantTransaction } from '@redress/persistence';
import { findRegulation } from '@redress/regulations';
import { aSettlement } from '../../settlement/model/settlement.builder';
import type { SettlementEvent } from '../../settlement/model/settlement.events';
import type { DrawUpPaperPorts } from '../draw-up-paper/draw-up-paper.handler';
import type { PaperKind } from '../model/paper-kind.model';
import type { UnnumberedPaper } from '../model/paper.repository';
import { aPaper } from '../testing/a-paper';
import { settlementPapers } from './settlement-papers.handler';

const at = new Date('2026-11-05T08:00:00.000Z');
const amount = { amountMinor: 900n, currency: 'CNY' };
const RETURNED = aSettlement({
  amount,
  parts: [{ part: 1, instrument: 'RETURN', amount, quantity: '2', payee: 'c', draws: [] }],
});

/** Papers of a settlement as they stand, and what the listener does to them. */
async function hear(event: SettlementEvent, inForce: readonly PaperKind[]) {
  const standing = inForce.map((kind, index) => aPaper({ id: `018f0000-0000-7000-8000-00000000000${index}`, kind }));
  const drawn: UnnumberedPaper[] = [];
  const voided: string[] = [];
  const ports = {
    papers: {
      lockInForce: (_: unknown, __: string, kinds: readonly PaperKind[]) =>
        Promise.resolve(standing.filter(({ kind }) => kinds.includes(kind))),
      mark: (_: unknown, { kind }: { kind: string }) => Promise.resolve(void voided.push(kind)),
      addAtCommit: (_: unknown, paper: UnnumberedPaper) => void drawn.push(paper),
    },
    calendar: { localTimeOf: () => Promise.resolve('2026-11-05 16:00 Asia/Shanghai') },
    regulatedCaseOf: () => Promise.resolve({ number: '261101', regulation: findRegulation('manufacturer-yymmcc', 1) }),
  } as unknown as DrawUpPaperPorts;
  await settlementPapers(ports).hear({ tenantId: 't' } as TenantTransaction, RETURNED, event);
  return {
    voided,
    drawn: drawn.map(({ kind, supersedes, amount: sum }) => ({ kind, supersedes, minor: sum?.amountMinor })),
  };
}

const STANDING: readonly PaperKind[] = ['SALES_RETURN_CERTIFICATE', 'RETURN_SLIP'];

describe('the papers of a settlement whose amounts were adjusted', () => {
  it('are drawn up again with what it comes to now, in place of the earlier ones; the slip stays', async () => {
    expect(await hear({ type: 'SettlementAdjusted', at, by: 'finance-1', reason: 'less came back' }, STANDING)).toEqual(
      {
        voided: ['SALES_RETURN_CERTIFICATE'],
        drawn: [{ kind: 'SALES_RETURN_CERTIFICATE', supersedes: '018f0000-0000-7000-8000-000000000000', minor: 900n }],
      },
    );
  });
});

describe('the papers of a settlement that comes to nothing', () => {
  it('are void, the slip too, when it is cancelled before anything was paid', async () => {
    expect((await hear({ type: 'SettlementCancelled', at, by: 'x' }, STANDING)).voided).toEqual([...STANDING]);
  });

  it('are void but for the slip when the payment fails: the goods came back', async () => {
    const event: SettlementEvent = { type: 'SettlementFailed', at, by: 'finance-1', reason: 'ACCOUNT_CLOSED' };
    expect((await hear(event, [...STANDING, 'CREDIT_NOTE'])).voided).toEqual([
      'SALES_RETURN_CERTIFICATE',
      'CREDIT_NOTE',
    ]);
  });
});
