import { eventually } from '@redress/testkit';
import { expectAccepted, type Organisation } from './organisation';
import { Story } from './story';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

interface Return {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly lines: readonly { readonly id: string }[];
}

/** Of ten pieces two may come back; so many do, are looked at and posted, and are paid for. More of them wait for a decision. */
export async function sendsBack(organisation: Organisation, orderNumber: string, quantity: string): Promise<void> {
  const { finance, handler } = organisation.people;
  const line = { lineNumber: 1, description: 'Kettle', product: 'kettle', quantity: '10', paid: yuan('500.00') };
  expectAccepted(
    await finance.act('registerPurchase', {
      ...{ orderNumber, placedAt: '2026-10-12T03:00:00.000Z', currency: 'CNY', lines: [line] },
      payments: [{ provider: 'simulator', reference: `PAY-${orderNumber}`, amount: yuan('500.00') }],
    }),
  );
  const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
  await story.investigated();
  const parts = [{ amount: yuan('100.00'), orderNumber, lineNumber: 1, quantity: '2' }];
  const remedies = [{ kind: 'RETURN', amount: yuan('100.00'), parts }];
  await story.step('handler', 'proposeResolution', { text: 'Two come back.', remedies });
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  const { id } = await story.released();
  const seen = (): Promise<Return> => returnOf(organisation, id);

  const { number } = await seen();
  expectAccepted(
    await finance.act('recordWarehouseReceipt', {
      ...{ warehouse: 'north', reference: `WR-${number}`, receivedAt: new Date().toISOString() },
      lines: [{ returnNumber: number, orderNumber, lineNumber: 1, quantity }],
    }),
  );
  if (Number(quantity) > 2) return;
  const received = await seen();
  expectAccepted(
    await handler.act('inspectReturn', {
      ...{ returnId: received.id, expectedVersion: received.version },
      lines: [{ lineId: received.lines[0]?.id, resale: quantity, findings: '完好。All whole.' }],
    }),
  );
  const { id: returnId, version } = await seen();
  expectAccepted(
    await finance.act('reconcileReturn', { returnId, expectedVersion: version, nothingMoreExpected: true }),
  );
  // Whoever counted the goods does not decide on the money.
  const another = await organisation.another('finance');
  const settlement = await story.released();
  const approval = { settlementId: settlement.id, expectedVersion: settlement.version };
  expectAccepted(await another.act('approveSettlement', approval));
  await story.case(({ state }) => state === 'CLOSED', 'the closed case');
}

function returnOf({ people }: Organisation, id: string): Promise<Return> {
  return eventually(
    async () => {
      const { settlement } = await people.finance.read<{ settlement: { return: Return | null } }>(
        'query R($id: ID!) { settlement(id: $id) { return { id number version lines { id } } } }',
        { id },
      );
      return settlement.return ?? undefined;
    },
    { what: 'the return to be authorised', timeoutMs: 45_000 },
  );
}
