import { eventually } from '@redress/testkit';
import { expected as manufacturer } from '../regulations/expected/manufacturer-yymmcc';
import { playUntil } from '../regulations/course';
import { stageUnder } from '../regulations/stage-under';
import type { Stage } from '../regulations/step';
import { caseOf, closerOf, inState } from '../regulations/steps/case-reading';
import { determine } from '../regulations/steps/responsibility';
import type { Payload, Person, UserError } from '../support/act';
import { balancesOf, leftOf } from '../support/books-seen';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted } from '../support/organisation';
import { anOrderOf, customerOf, granted, merge, settlementIn, toRelease, yuan } from '../support/play-of-money';

const MONTH = '2026-03';

const codes = ({ userErrors }: { readonly userErrors: readonly UserError[] }) => userErrors.map(({ code }) => code);

describe('what complaints bring about in the books', () => {
  let system: MovedSystem;

  beforeAll(async () => {
    system = await startMovedSystem(`${MONTH}-10T10:00:00+08:00`);
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  describe('under the regulation of a manufacturer', () => {
    let stage: Stage;
    const person = (performer: string): Person => stage.cast.of(performer).person;

    beforeAll(async () => {
      stage = await stageUnder(system, manufacturer);
    }, 240_000);

    interface Rates {
      readonly rates: readonly Record<'base' | 'disputed' | 'collected', { readonly amount: string }>[];
      readonly userErrors: readonly UserError[];
    }
    const rates = async (): Promise<Rates> =>
      (
        await person('auditor').read<{ collectionRates: Rates }>(
          `{ collectionRates(period: "${MONTH}", currency: "CNY") {
            rates { salesperson rate weighted base { amount } disputed { amount } collected { amount } } userErrors { code } } }`,
        )
      ).collectionRates;

    it('keeps what a complaint disputes out of the collection rate until it is not established, then collects it as usual', async () => {
      const earlier = await stage.begin();
      const customer = await customerOf(earlier);
      const [paidOrder, disputedOrder] = [await anOrderOf(stage, '1000.00'), await anOrderOf(stage, '600.00')];
      const invoice = (documentNumber: string, orderNumber: string, amount: string) => ({
        ...{ customerId: customer.id, documentNumber, orderNumber, lineNumber: 1, amount: yuan(amount) },
        ...{ issuedOn: '2026-02-15', dueOn: '2026-03-08', salesperson: 'sales-1', department: 'business' },
      });
      const { rows } = expectAccepted(
        await person('finance').act<{ rows: readonly { receivable: { id: string } | null }[] }>(
          'registerReceivables',
          { receivables: [invoice('I-1', paidOrder, '1000.00'), invoice('I-2', disputedOrder, '600.00')] },
          'rows { receivable { id } userErrors { code } }',
        ),
      );
      const receipt = { amount: yuan('300.00'), receivedOn: '2026-03-09', reference: 'BANK-1' };
      expectAccepted(
        await person('finance').act('recordReceipt', { receivableId: rows[0]?.receivable?.id, ...receipt }),
      );
      expect((await rates()).userErrors.map(({ code }) => code)).toEqual(['FINANCE_COLLECTION_FACTOR_OPEN']);
      const decided = { collectionBase: 'DUE_IN_PERIOD', collectionFactor: '0.5', expectedVersion: 0 };
      expectAccepted(await person('manager').act('setBooksSetting', decided));
      const usual = { salesperson: 'sales-1', rate: '0.187500', weighted: '0.093750', base: { amount: '1600.00' } };
      expect((await rates()).rates).toMatchObject([{ ...usual, disputed: { amount: '0.00' } }]);

      const orderLine = { orderNumber: disputedOrder, lineNumber: 1 };
      const play = (await stage.begin({ customer, orderLine })).choosing({ validity: 'INVALID' });
      const inDispute = async (amount: string) =>
        eventually(async () => (await rates()).rates[0]?.disputed.amount === amount, {
          what: `${amount} in dispute`,
          timeoutMs: 45_000,
        });
      await inDispute('600.00');
      expect((await rates()).rates).toMatchObject([
        { rate: '0.300000', weighted: '0.150000', base: { amount: '1000.00' }, collected: { amount: '300.00' } },
      ]);
      expect(await balancesOf(person('auditor'))).toMatchObject({
        RECEIVABLES: '700.00',
        DISPUTED_RECEIVABLES: '600.00',
      });
      const aging = `{ receivablesAging(asOf: "${MONTH}-10", currency: "CNY") {
        notDue { amount } upTo30Days { amount } disputed { amount } open { amount } } }`;
      expect(await person('auditor').read(aging)).toEqual({
        receivablesAging: [
          {
            ...{ notDue: { amount: '0.00' }, upTo30Days: { amount: '1300.00' } },
            ...{ disputed: { amount: '600.00' }, open: { amount: '1300.00' } },
          },
        ],
      });

      await playUntil(play, ({ stages }) =>
        stages.some(({ kind, state }) => kind === 'INVESTIGATION' && state === 'DONE'),
      );
      await play.act(closerOf(play), 'closeCase', { outcome: 'NOT_ESTABLISHED' });
      await inDispute('0.00');
      expect((await rates()).rates).toMatchObject([{ ...usual, collected: { amount: '300.00' } }]);
      expect(await balancesOf(person('auditor'))).toMatchObject({
        RECEIVABLES: '1300.00',
        DISPUTED_RECEIVABLES: '0.00',
      });
      const { settlements } = await caseOf<{ settlements: unknown[] }>(play, 'settlements { id }', 'finance');
      expect(settlements).toEqual([]);
    }, 180_000);

    it('turns an approved sanction into a penalty with its notice, taken from the bonus of whoever was found responsible', async () => {
      const culprit = await stage.cast.another('handler');
      const play = await stage.begin();
      await playUntil(play, inState('RESOLUTION', 'REPLY', 'CONSENT'));
      const lossEntries = [{ entry: 'usual', quantity: 3 }];
      await determine(play, { responsible: 'DEPARTMENT', department: 'manufacturing', lossEntries });
      const determinationId = await determine(play, { responsible: 'PERSON', person: culprit.subject });
      interface Losses {
        readonly lossByDepartment: readonly { readonly department: string | null; readonly loss: object }[];
      }
      const losses = async () =>
        (
          await person('finance').read<Losses>(
            `{ lossByDepartment(from: "2026-03-01", to: "2026-03-31", currency: "CNY") {
              department cases withoutAmount loss { amount } } }`,
          )
        ).lossByDepartment;
      // Who is to blame in person takes nothing from what the department answers for.
      const loss = { department: 'manufacturing', cases: 1, withoutAmount: 0, loss: { amount: '300.00' } };
      await eventually(async () => (await losses()).some(({ department }) => department === 'manufacturing'), {
        ...{ what: 'the loss of the department', timeoutMs: 45_000 },
      });

      const proposed = { determinationId, sanction: 'performance-bonus-penalty', reason: '未按规程。Not by the book.' };
      await play.act(stage.cast.of('gm-office'), 'proposeSanction', proposed);
      type Sanctioned = { sanctions: readonly { id: string; noticeNumber: string | null }[] };
      const { sanctions } = await caseOf<Sanctioned>(play, 'sanctions { id noticeNumber }', 'manager');
      expect(await penalties()).toEqual([]);
      await play.act(stage.cast.of('general-manager'), 'approveSanction', { sanctionId: sanctions[0]?.id });
      const [drawnUp] = await eventually(
        async () => {
          const found = await penalties();
          return found.length > 0 ? found : undefined;
        },
        { what: 'the penalty', timeoutMs: 45_000 },
      );
      // The sanction was told after both determinations.
      expect(await losses()).toEqual([loss]);
      expect(drawnUp).toMatchObject({
        ...{ state: 'DRAWN_UP', person: culprit.subject, amount: null, sanction: 'performance-bonus-penalty' },
      });
      const before = (await balancesOf(person('auditor')))['PENALTIES_RECEIVABLE'];
      expect(before).toBeUndefined();

      const approve = () =>
        person('general-manager').act('approvePenalty', { penaltyId: drawnUp?.id, expectedVersion: drawnUp?.version });
      expect(codes(await approve())).toEqual(['FINANCE_DEDUCTION_STANDARD_OPEN']);
      expectAccepted(
        await person('manager').act('setDeductionStandard', {
          ...{ sanction: 'performance-bonus-penalty', fallsOn: 'PERSON', validFrom: '2026-01-01' },
          amount: yuan('80.00'),
        }),
      );
      expectAccepted(await approve());
      expect(await penalties()).toMatchObject([{ state: 'APPROVED', amount: { amount: '80.00' }, bonusPeriod: MONTH }]);
      const { papers } = await person('finance').read<{ papers: { nodes: { copies: object[] }[] } }>(
        `{ papers(first: 5, where: { kind: { eq: PENALTY_NOTICE } }) {
          nodes { number amount { amount } copies { copy } sourceId } } }`,
      );
      expect(papers.nodes).toMatchObject([{ number: 'PN2026-000001', amount: { amount: '80.00' } }]);
      expect(papers.nodes[0]?.copies).toHaveLength(3);
      const deducted = await person('finance').act<Payload & { taken: number }>(
        'deductFromBonus',
        { period: MONTH },
        'taken',
      );
      expect(expectAccepted(deducted).taken).toBe(1);
      expect(await balancesOf(person('auditor'))).toMatchObject({
        ...{ PENALTIES_RECEIVABLE: '0.00', PENALTY_RECOVERIES: '80.00', BONUS_PAYABLE: '-80.00' },
      });
    }, 180_000);

    interface SeenPenalty {
      readonly id: string;
      readonly version: number;
      readonly state: string;
    }
    const penalties = async () =>
      (
        await person('finance').read<{ penalties: { nodes: SeenPenalty[] } }>(
          '{ penalties { nodes { id version state sanction department person bonusPeriod amount { amount } } } }',
        )
      ).penalties.nodes;

    it('lets complaints about one delivery share its ceiling, and settles one harm once, whoever asks for how much', async () => {
      const orderNumber = await anOrderOf(stage, '1000.00');
      const orderLine = { orderNumber, lineNumber: 1 };
      const compensation = (amount: string) => ({ kind: 'COMPENSATION', amount: yuan(amount), orderLine });
      const first = await toRelease(stage, { remedy: compensation('600.00'), matter: { orderLine } });
      const asked = await granted(stage, { remedy: compensation('500.00'), matter: { orderLine } });
      expect(await settlementIn(asked, 'REFUSED')).toMatchObject({
        ...{ reason: 'FINANCE_CEILING_EXCEEDED', maximum: { amount: '400.00' } },
      });
      await asked.see(inState('RESOLUTION'), 'the case with its handler again');
      const second = asked.choosing({ remedies: [compensation('400.00')] });
      await playUntil(second, inState('EXECUTION'));
      await settlementIn(second, 'RELEASED');
      expect(await leftOf(person('auditor'), orderNumber)).toBe('0.00');

      // Once somebody sees that the harm is one, it is settled by one of them, and the other gives back what it held.
      await merge(second, first.play);
      const { id: settlementId, version } = first.settlement;
      expectAccepted(await person('finance').act('approveSettlement', { settlementId, expectedVersion: version }));
      await settlementIn(first.play, 'COMPLETED');
      expect(await settlementIn(second, 'CANCELLED')).toMatchObject({ amount: { amount: '400.00' } });
      await second.see(({ outcome }) => outcome === 'MERGED', 'the duplicate closed with the other');
      expect(await leftOf(person('auditor'), orderNumber)).toBe('400.00');

      // Who comes later with the same harm finds it settled, and takes nothing more.
      const third = await stage.begin({ orderLine });
      await merge(third, first.play);
      await third.see(({ outcome }) => outcome === 'MERGED', 'the late duplicate closed at once');
      expect(await leftOf(person('auditor'), orderNumber)).toBe('400.00');
    }, 180_000);
  });
});
