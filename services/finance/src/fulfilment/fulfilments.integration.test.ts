import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { PayoutOffice } from '../payout/testing/payout-office';

interface FulfilmentSeen {
  readonly id: string;
  readonly state: string;
  readonly proof: string | null;
  readonly version: number;
}
const FULFILMENT = 'fulfilment { id part department task dueOn state proof doneBy version settlement { id } }';

describe('what other departments carry out', () => {
  let bench: FinanceBench;
  let people: PayoutOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    people = new PayoutOffice(bench);
  });

  const repair = async (kind: 'REPAIR' | 'REFUND' = 'REPAIR') =>
    people.approved(FakeCase.remedy(2500, { orderNumber: await people.office.order('100.00'), kind }));
  const order = (settlementId: string, changes: object = {}) =>
    people.act<FulfilmentSeen>(
      'orderFulfilment',
      FULFILMENT,
      { settlementId, part: 1, department: 'workshop', task: 'new compressor', dueOn: '2026-01-10', ...changes },
      people.office.as('handler'),
    );
  const confirm = (fulfilment: FulfilmentSeen | null, proof = 'job sheet 7') =>
    people.act<FulfilmentSeen>('confirmFulfilment', FULFILMENT, {
      ...{ fulfilmentId: fulfilment?.id, expectedVersion: fulfilment?.version, proof },
    });
  const list = async (args: string) => {
    const query = `{ fulfilments(${args}) { nodes { id state } } }`;
    const { data } = await bench.ask<{ fulfilments: { nodes: FulfilmentSeen[] } }>(people.office.as('agent'), query);
    return data.fulfilments.nodes;
  };

  it('is ordered once for a part, overdue until it is done with proof, and shown with its settlement', async () => {
    const { settlement } = await repair();
    const { value: ordered } = await order(settlement.id);
    expect(ordered).toMatchObject({ state: 'ORDERED', department: 'workshop', settlement: { id: settlement.id } });
    expect((await order(settlement.id)).codes).toEqual(['FINANCE_FULFILMENT_ORDERED']);
    expect(await list('overdue: true')).toMatchObject([{ id: ordered?.id }]);
    expect(await list('overdue: true, department: "kitchen"')).toEqual([]);
    expect((await confirm(ordered, ' ')).codes).toEqual(['INPUT_INVALID']);
    expect((await confirm(ordered)).value).toMatchObject({ state: 'DONE', proof: 'job sheet 7' });
    expect(await list('overdue: true')).toEqual([]);
    expect(await list('state: DONE')).toHaveLength(1);
    expect((await confirm({ ...ordered, version: 2 } as FulfilmentSeen)).codes).toEqual(['FINANCE_FULFILMENT_DONE']);
    const query = 'query ($id: ID!) { settlement(id: $id) { fulfilments { state department } } }';
    const { data } = await bench.ask<{ settlement: object }>(people.finance(), query, { id: settlement.id });
    expect(data.settlement).toEqual({ fulfilments: [{ state: 'DONE', department: 'workshop' }] });
  });

  it('is refused for a part that is money only, for one that does not exist, and before approval', async () => {
    const refund = await repair('REFUND');
    expect((await order(refund.settlement.id)).codes).toEqual(['FINANCE_FULFILMENT_NOT_CARRIED_OUT']);
    const { settlement } = await repair();
    expect((await order(settlement.id, { part: 2 })).codes).toEqual(['FINANCE_FULFILMENT_NOT_CARRIED_OUT']);
    const released = await people.office.released(100, await people.office.order('1.00'));
    expect((await order(released.settlement.id)).codes).toEqual(['FINANCE_FULFILMENT_NOT_APPROVED']);
  });
});
