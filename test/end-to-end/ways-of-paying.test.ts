import { createHash } from 'node:crypto';
import { eventually } from '@redress/testkit';
import { LocalStripe } from '../../services/finance/src/payment/testing/local-stripe';
import { startSimulator, type SimulatorProcess } from '../../services/finance/src/test-bench/simulator-process';
import type { UserError } from '../support/act';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { anOrderPaidBy, PayDesk } from '../support/payouts-seen';
import { Story } from '../support/story';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const codesOf = ({ userErrors }: { readonly userErrors: readonly UserError[] }) => userErrors.map(({ code }) => code);

describe('the ways in which money reaches complainants, through the public graph', () => {
  let stripe: LocalStripe;
  let simulator: SimulatorProcess;
  let system: MovedSystem;
  let organisation: Organisation;
  let desk: PayDesk;

  beforeAll(async () => {
    [stripe, simulator] = await Promise.all([LocalStripe.start(), startSimulator()]);
    system = await startMovedSystem('2026-03-10T02:00:00.000Z', {
      finance: {
        REDRESS_STRIPE_SECRET_KEY: 'sk_test_1',
        REDRESS_STRIPE_API_URL: stripe.url,
        REDRESS_PAYMENT_PROVIDER_URL: simulator.url,
      },
    });
    organisation = await foundOrganisation(system);
    desk = new PayDesk(organisation);
  }, 240_000);
  afterAll(async () => {
    await system?.stop();
    await simulator?.stop();
    await stripe?.stop();
  }, 180_000);

  it.each(['PRICE_REDUCTION', 'ALLOWANCE', 'COMPENSATION', 'AGREEMENT_SURRENDER'])(
    '%s is paid and booked',
    async (kind) => {
      const { id } = await desk.approved(await anOrderPaidBy(organisation, `SO-${kind}`, '80.00'), '25.00', kind);
      expect(await desk.inState(id, 'COMPLETED')).toMatchObject({ payouts: [{ state: 'SUCCEEDED' }] });
    },
    240_000,
  );

  it('Stripe gives back what it took, once', async () => {
    stripe.clear({ ch_1: 8000 });
    const { id } = await desk.approved(
      await anOrderPaidBy(organisation, 'SO-STRIPE', '80.00', ['stripe', 'ch_1', '80.00']),
      '30.00',
    );
    const { payouts } = await desk.inState(id, 'COMPLETED');
    expect(payouts).toMatchObject([{ provider: 'stripe', state: 'SUCCEEDED', originalReference: 'ch_1' }]);
    expect(stripe.refunds).toMatchObject([{ charge: 'ch_1', amount: 3000, status: 'succeeded' }]);
  }, 240_000);

  it('a bank transfer goes in a file that two people make, and ends by what the bank did', async () => {
    const { people } = organisation;
    await desk.payBy('BANK_TRANSFER');
    const { id } = await desk.approved(await anOrderPaidBy(organisation, 'SO-BANK', '80.00'), '12.34');
    const payout = await desk.payout(id, 1, 'PENDING');
    const account = { holderName: '王小明', account: '6222 0212 3456 7890', bankCode: '102100099996' };
    const registered = expectAccepted(await desk.onPayout('registerPayeeAccount', payout.id, account));
    expect(registered.payout?.payeeAccount).toEqual({ holder: '王••', account: '••••7890' });

    const { bankAccount } = expectAccepted(
      await people.manager.act<{ bankAccount: { id: string } }>(
        'openBankAccount',
        {
          ...{ name: 'Main account', identifier: '6222 0000 1111 2222', currency: 'CNY', openingOn: '2026-03-01' },
          ...{ opening: '1000.00', responsible: 'finance-lead' },
        },
        'bankAccount { id }',
      ),
    );
    const BATCH = 'batch { id version state transactions controlSum { amount } fileSha256 fileUrl }';
    interface Batch {
      readonly batch: {
        readonly id: string;
        readonly version: number;
        readonly state: string;
        readonly fileSha256: string | null;
        readonly fileUrl: string | null;
      };
    }
    const draft = expectAccepted(
      await people.finance.act<Batch>(
        'createBankTransferBatch',
        { currency: 'CNY', debtorAccountId: bankAccount.id, debtorName: '本公司', executeOn: '2026-03-11' },
        BATCH,
      ),
    ).batch;
    expect(draft).toMatchObject({ state: 'DRAFT', transactions: 1, controlSum: { amount: '12.34' }, fileUrl: null });
    // The input of the steps that a batch takes has one name.
    const step = (mutation: string, { id: batchId, version: expectedVersion }: Batch['batch'], who = people.finance) =>
      who.act<Batch>(mutation, { batchId, expectedVersion }, BATCH, 'BankTransferBatchInput');
    expect(codesOf(await step('releaseBankTransferBatch', draft))).toEqual(['FINANCE_TRANSFER_FOUR_EYES']);
    const another = await organisation.another('finance');
    const released = expectAccepted(await step('releaseBankTransferBatch', draft, another)).batch;

    const url = released.fileUrl ?? '';
    expect(new URL(url).origin).toBe(new URL(system.url).origin);
    const response = await fetch(url);
    const file = Buffer.from(await response.arrayBuffer());
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml']);
    expect(createHash('sha256').update(file).digest('hex')).toBe(released.fileSha256);
    const xml = file.toString('utf8');
    expect(xml).toContain(`<EndToEndId>${payout.endToEndId ?? 'none'}</EndToEndId>`);
    expect(xml).toContain('<InstdAmt Ccy="CNY">12.34</InstdAmt>');
    expect((await fetch(`${url.slice(0, -2)}zz`)).status).toBe(404);

    expectAccepted(await step('markBankTransferBatchSent', released));
    const said = { outcome: 'PAID', happenedOn: '2026-03-10', reference: 'BANK-1', proof: 'statement 12' };
    const recorded = expectAccepted(await desk.onPayout('recordBankTransferOutcome', payout.id, said));
    expect(await desk.confirmed(recorded.payout)).toMatchObject({ state: 'SUCCEEDED' });
    const { payouts } = await desk.inState(id, 'COMPLETED');
    expect(payouts).toMatchObject([{ means: 'BANK_TRANSFER', payeeAccount: { account: '••••7890' } }]);
  }, 240_000);

  it('a payment by hand needs proof, and another person who has seen it', async () => {
    const { people } = organisation;
    await desk.payBy('MANUAL');
    const { id } = await desk.approved(await anOrderPaidBy(organisation, 'SO-HAND', '80.00'), '25.00');
    const payout = await desk.payout(id, 1, 'PENDING');
    const receipt = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 7)]);
    const { ticket } = expectAccepted(
      await people.finance.act<{ ticket: { url: string; evidenceId: string } }>(
        'addEvidence',
        {
          ...{ settlementId: id, kind: 'supporting', fileName: 'receipt.pdf', mediaType: 'application/pdf' },
          sizeBytes: receipt.length,
        },
        'ticket { url evidenceId }',
      ),
    );
    const headers = { 'content-type': 'application/pdf' };
    expect((await fetch(ticket.url, { method: 'PUT', body: new Uint8Array(receipt), headers })).status).toBe(201);

    const paid = { paidOn: '2026-03-10', reference: 'R-1' };
    const unproven = await desk.onPayout('recordManualPayment', payout.id, { ...paid, proof: ' ' });
    expect(unproven.userErrors).toMatchObject([{ code: 'INPUT_INVALID', path: ['input', 'proof'] }]);
    const recorded = expectAccepted(
      await desk.onPayout('recordManualPayment', payout.id, { ...paid, proof: ticket.evidenceId }),
    );
    const [evidence] = recorded.payout?.evidence ?? [];
    const own = { evidenceId: evidence?.id, expectedVersion: evidence?.version, accepted: true };
    expect(codesOf(await people.finance.act('confirmPayoutEvidence', own))).toEqual(['FINANCE_PAYOUT_FOUR_EYES']);
    expect((await desk.settlement(id)).state).toBe('PAYING');
    expect(await desk.confirmed(recorded.payout)).toMatchObject({ evidence: [{ proof: ticket.evidenceId }] });
    await desk.inState(id, 'COMPLETED');
  }, 240_000);

  it('store credit is a voucher that pays what is left of it and no more', async () => {
    const { agent } = organisation.people;
    const { id } = await desk.approved(
      await anOrderPaidBy(organisation, 'SO-VOUCHER', '80.00'),
      '30.00',
      'STORE_CREDIT',
    );
    await desk.inState(id, 'COMPLETED');
    const { vouchers } = await agent.read<{ vouchers: { nodes: { id: string; version: number }[] } }>(
      'query Vouchers($id: ID) { vouchers(settlement: $id) { nodes { id version } } }',
      { id },
    );
    const [voucher] = vouchers.nodes;
    const { code } = expectAccepted(
      await agent.act<{ code: string }>(
        'giveVoucherCode',
        { voucherId: voucher?.id, expectedVersion: voucher?.version },
        'code',
      ),
    );
    const redeem = (amount: string, reference: string) =>
      agent.act<{ voucher: object | null }>(
        'redeemVoucher',
        { code, amount: yuan(amount), reference },
        'voucher { remaining { amount } redemptions { reference } }',
      );
    expect(expectAccepted(await redeem('10.00', 'sale-1')).voucher).toMatchObject({ remaining: { amount: '20.00' } });
    expect((await redeem('20.01', 'sale-2')).userErrors).toMatchObject([
      { code: 'FINANCE_VOUCHER_EXCEEDED', details: { maximum: { amount: '20.00' } } },
    ]);
    expect(expectAccepted(await redeem('20.00', 'sale-2')).voucher).toEqual({
      remaining: { amount: '0.00' },
      redemptions: [{ reference: 'sale-1' }, { reference: 'sale-2' }],
    });
  }, 240_000);

  it.each(['REPAIR', 'EXCHANGE'])(
    '%s is ordered of a department and done with proof',
    async (kind) => {
      const { handler } = organisation.people;
      const { id } = await desk.approved(await anOrderPaidBy(organisation, `SO-${kind}`, '80.00'), '25.00', kind);
      const FULFILMENT = 'fulfilment { id version state proof }';
      type Done = { fulfilment: { id: string; version: number; state: string } };
      const { fulfilment } = expectAccepted(
        await handler.act<Done>(
          'orderFulfilment',
          { settlementId: id, part: 1, department: 'workshop', task: 'new seam', dueOn: '2026-03-18' },
          FULFILMENT,
        ),
      );
      const confirm = (proof: string) => {
        const input = { fulfilmentId: fulfilment.id, expectedVersion: fulfilment.version, proof };
        return handler.act<Done>('confirmFulfilment', input, FULFILMENT);
      };
      expect(codesOf(await confirm(' '))).toEqual(['INPUT_INVALID']);
      expect(expectAccepted(await confirm('job sheet 7')).fulfilment).toMatchObject({ state: 'DONE' });
      const query = 'query F($id: ID!) { settlement(id: $id) { fulfilments { department state proof } } }';
      expect(await handler.read(query, { id })).toEqual({
        settlement: { fulfilments: [{ department: 'workshop', state: 'DONE', proof: 'job sheet 7' }] },
      });
    },
    240_000,
  );

  it('an apology without money asks nothing of finance', async () => {
    const story = await Story.begin(organisation);
    await story.investigated();
    await story.step('handler', 'proposeResolution', { text: 'We are sorry.', remedies: [{ kind: 'APOLOGY' }] });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    expect((await story.case()).settlements).toEqual([]);
  }, 240_000);

  describe('what a provider declines', () => {
    const byHand = async (id: string, sequence: number, reference: string): Promise<void> => {
      const { id: payoutId } = await desk.payout(id, sequence, 'DECLINED');
      const { payout } = expectAccepted(await desk.onPayout('redirectPayout', payoutId, { means: 'MANUAL' }));
      const paid = { paidOn: '2026-03-10', reference, proof: 'receipt in the safe' };
      const recorded = expectAccepted(await desk.onPayout('recordManualPayment', payout?.id ?? '', paid));
      await desk.confirmed(recorded.payout);
    };

    it('is paid in another way when it is one of two', async () => {
      await simulator.behave({ mode: 'DECLINE', times: 1, match: { amountMinor: '2000' } });
      const payments = [
        ['simulator', 'a', '30.00'],
        ['simulator', 'b', '70.00'],
      ] as const;
      const { id } = await desk.approved(await anOrderPaidBy(organisation, 'SO-TWO', '100.00', ...payments), '50.00');
      await byHand(id, 2, 'R-2');
      expect((await desk.inState(id, 'COMPLETED')).payouts).toMatchObject([
        { state: 'SUCCEEDED', amount: { amount: '30.00' } },
        { state: 'DECLINED', redirectedTo: 3 },
        { state: 'SUCCEEDED', means: 'MANUAL', amount: { amount: '20.00' } },
      ]);
    }, 240_000);

    it('is owed still when it was all there was, and the case hears of it when finance gives it up', async () => {
      await simulator.behave({ mode: 'DECLINE', times: 2, match: { amountMinor: '4001' } });
      const payment = ['simulator', 'c', '100.00'] as const;
      const order = await anOrderPaidBy(organisation, 'SO-ONE', '100.00', payment);
      const redirected = await desk.approved(order, '40.01');
      await byHand(redirected.id, 1, 'R-3');
      await desk.inState(redirected.id, 'COMPLETED');

      const { story, id } = await desk.approved(order, '40.01');
      await desk.payout(id, 1, 'DECLINED');
      const { state, version: expectedVersion } = await desk.settlement(id);
      expect(state).toBe('PAYING');
      const gaveUp = { settlementId: id, expectedVersion, reason: '客户已移居国外。Moved abroad.' };
      expectAccepted(await organisation.people.finance.act('giveUpPayout', gaveUp));
      expect(await desk.inState(id, 'FAILED')).toMatchObject({ reason: gaveUp.reason });
      // The promise is the case's again: it may give something else, under the ceiling that is free again.
      await story.case((seen) => seen.state === 'RESOLUTION', 'the case with its resolution returned');
      await story.proposed({ orderNumber: order, lineNumber: 1, amount: '59.99' });
      await story.approvedAndReplied();
      await story.answered('ACCEPTED');
      const anew = await story.released();
      await desk.approve(anew.id);
      await desk.inState(anew.id, 'COMPLETED');
    }, 180_000);
  });

  it('instalments are paid each on its own day in the organisation’s time, and come to the amount', async () => {
    const { people } = organisation;
    const order = await anOrderPaidBy(organisation, 'SO-PARTS', '100.00', ['simulator', 'd', '100.00']);
    const { id } = await desk.released(order, '100.00');
    const { version: expectedVersion } = await desk.settlement(id);
    const dueOn = ['2026-03-10', '2026-03-20', '2026-04-01'];
    const plan = (changes: object = {}) =>
      people.finance.act('planInstalments', { settlementId: id, expectedVersion, dueOn, ...changes });
    expect(codesOf(await plan({ dueOn: ['2026-03-09'] }))).toEqual(['FINANCE_INSTALMENT_DAYS_UNUSABLE']);
    expectAccepted(await plan());
    await desk.approve(id);
    expect(codesOf(await plan())).toEqual(['FINANCE_SETTLEMENT_ALREADY_APPROVED']);
    const paid = (...states: readonly string[]) =>
      eventually(
        async () => {
          const { instalments } = await desk.settlement(id);
          expect(instalments.map(({ payouts }) => payouts.map(({ state }) => state).join())).toEqual(states);
          return instalments;
        },
        { what: `instalments that are ${states.join()}`, timeoutMs: 60_000 },
      );
    expect((await paid('SUCCEEDED', 'PENDING', 'PENDING')).map(({ amount }) => amount.amount)).toEqual([
      ...['33.34', '33.33', '33.33'],
    ]);
    // The day begins at four in the afternoon by UTC.
    await system.moveTo('2026-03-19T16:00:01.000Z');
    await paid('SUCCEEDED', 'SUCCEEDED', 'PENDING');
    expect((await desk.settlement(id)).state).toBe('PAYING');
    await system.moveTo('2026-03-31T16:00:01.000Z');
    await paid('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED');
    await desk.inState(id, 'COMPLETED');
  }, 180_000);
});
