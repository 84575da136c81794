import { eventually } from '@redress/testkit';
import writeXlsxFile from 'write-excel-file/node';
import { expected as manufacturer } from '../regulations/expected/manufacturer-yymmcc';
import { stageUnder } from '../regulations/stage-under';
import type { Stage } from '../regulations/step';
import type { Payload, Person } from '../support/act';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted } from '../support/organisation';
import { anOrderOf, toRelease, yuan, type DecidedOn } from '../support/play-of-money';

const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const COLUMNS = {
  ...{ reference: 'receipt', receivedAt: 'date', quantity: 'quantity', orderNumber: 'order', lineNumber: 'line' },
};
const IMPORTED = 'existed import { done rows { row status userErrors { code } receipt { reference } } }';
const RETURN = `id version state exceptions { id kind state quantity owner version ageDays possibleResolutions }
  lines { id orderNumber lineNumber authorised received setAside outcome posted postedAmount { amount }
    receipts { quantity receipt { reference } } }`;

interface ExceptionSeen {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly quantity: string;
  readonly owner: string;
  readonly version: number;
}
interface LineSeen {
  readonly id: string;
  readonly received: string;
  readonly setAside: string;
  readonly outcome: string | null;
  readonly posted: string | null;
  readonly postedAmount: { readonly amount: string } | null;
  readonly receipts: readonly { readonly quantity: string; readonly receipt: { readonly reference: string } }[];
}
interface ReturnSeen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly exceptions: readonly ExceptionSeen[];
  readonly lines: readonly LineSeen[];
}
interface Imported {
  readonly existed: boolean;
  readonly import: {
    readonly done: boolean;
    readonly rows: readonly { readonly row: number; readonly status: string }[];
  };
}

/** Its tolerance for more than was authorised is the organisation's own: five of a hundred in these scenarios. */
describe('goods that come back under the regulation of a manufacturer', () => {
  let system: MovedSystem;
  let stage: Stage;
  let first: { readonly order: string; readonly settlement: DecidedOn };
  let second: { readonly order: string; readonly settlement: DecidedOn };

  beforeAll(async () => {
    system = await startMovedSystem('2026-03-10T10:00:00+08:00');
    stage = await stageUnder(system, manufacturer);
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  const person = (performer: string): Person => stage.cast.of(performer).person;
  const returnOf = async ({ id }: Pick<DecidedOn, 'id'>): Promise<ReturnSeen> => {
    const { settlement } = await person('finance').read<{ settlement: { return: ReturnSeen | null } }>(
      `query R($id: ID!) { settlement(id: $id) { return { ${RETURN} } } }`,
      { id },
    );
    if (settlement.return === null) throw new Error('nothing was authorised to come back');
    return settlement.return;
  };
  /** An order with lines of 100 pieces at 10 yuan each, of which so many pieces may come back. */
  const authorised = async (...quantities: readonly number[]) => {
    const order = await anOrderOf(stage, ...quantities.map(() => '1000.00'));
    const parts = quantities.map((quantity, index) => ({
      ...{ kind: 'RETURN', orderNumber: order, lineNumber: index + 1, quantity: String(quantity) },
      amount: yuan(`${String(quantity * 10)}.00`),
    }));
    const total = quantities.reduce((sum, each) => sum + each, 0);
    const { settlement } = await toRelease(stage, {
      remedy: { kind: 'RETURN', amount: yuan(`${String(total * 10)}.00`), parts },
      matter: { orderLine: { orderNumber: order, lineNumber: 1 } },
    });
    await eventually(() => returnOf(settlement), { what: 'the return to be authorised', timeoutMs: 45_000 });
    return { order, settlement };
  };
  const importing = async (
    format: 'CSV' | 'XLSX',
    content: Buffer,
    by = person('handler'),
  ): Promise<Imported & Payload> =>
    expectAccepted(
      await by.act<Imported>(
        'importWarehouseReceipts',
        {
          ...{ name: 'receipts of March', format, contentBase64: content.toString('base64') },
          ...{ columns: COLUMNS, warehouse: 'north' },
        },
        IMPORTED,
      ),
    );
  const today = () => system.now().toISOString().slice(0, 10);
  const queue = async (where: object = {}): Promise<readonly ExceptionSeen[]> => {
    const { returnExceptions } = await person('finance').read<{
      returnExceptions: { nodes: readonly ExceptionSeen[] };
    }>(
      `query Q($where: ReturnExceptionWhereInput) { returnExceptions(first: 20, where: $where) {
        nodes { id kind state quantity owner version } } }`,
      { where: { state: { eq: 'OPEN' }, ...where } },
    );
    return returnExceptions.nodes;
  };
  const posted = async (settlement: DecidedOn): Promise<ReturnSeen> => {
    const received = await returnOf(settlement);
    const inspection = received.lines.map(({ id, received: all, setAside }) => ({
      ...{ lineId: id, resale: String(Number(all) - Number(setAside)), findings: 'As new.' },
    }));
    expectAccepted(
      await person('handler').act('inspectReturn', {
        ...{ returnId: received.id, expectedVersion: received.version, lines: inspection },
      }),
    );
    const { version } = await returnOf(settlement);
    expectAccepted(
      await person('finance').act('reconcileReturn', {
        ...{ returnId: received.id, expectedVersion: version, nothingMoreExpected: true },
      }),
    );
    return returnOf(settlement);
  };

  it('are taken in from a CSV file, one receipt for lines of several returns', async () => {
    first = await authorised(20, 10);
    second = await authorised(40);
    const rows = [
      'receipt,date,quantity,order,line',
      `GR-1,${today()},15,${first.order},1`,
      `GR-1,${today()},10,${first.order},2`,
      `GR-1,${today()},30,${second.order},1`,
    ];
    const csv = Buffer.from(rows.join('\r\n'));
    const file = await importing('CSV', csv);
    expect(file).toMatchObject({ existed: false, import: { done: true } });
    expect(file.import.rows.map(({ status }) => status)).toEqual(['RECORDED', 'RECORDED', 'RECORDED']);
    expect((await returnOf(first.settlement)).lines.map(({ received }) => received)).toEqual(['15', '10']);
    expect((await returnOf(second.settlement)).lines.map(({ received }) => received)).toEqual(['30']);
    // The same file once more, and its rows in another order, count nothing twice.
    expect((await importing('CSV', csv)).existed).toBe(true);
    const [head = '', ...goods] = rows;
    const shuffled = await importing('CSV', Buffer.from([head, ...goods.reverse()].join('\r\n')));
    expect(shuffled.import.rows.map(({ status }) => status)).toEqual(['EXISTED', 'EXISTED', 'EXISTED']);
    expect((await returnOf(first.settlement)).lines.map(({ received }) => received)).toEqual(['15', '10']);
  }, 240_000);

  it('are taken in from an XLSX file, several receipts for one line', async () => {
    const sheet = [
      ['receipt', 'date', 'quantity', 'order', 'line'],
      ['GR-2', today(), 6, first.order, 1],
      ['GR-2', today(), 15, second.order, 1],
    ].map((row) => row.map((value) => ({ value })));
    const { import: file } = await importing('XLSX', await writeXlsxFile(sheet).toBuffer(), person('finance'));
    expect(file.rows.map(({ status }) => status)).toEqual(['RECORDED', 'RECORDED']);
    const [line] = (await returnOf(first.settlement)).lines;
    expect(line?.received).toBe('21');
    expect(line?.receipts.map(({ quantity, receipt }) => [receipt.reference, quantity])).toEqual([
      ['GR-1', '15'],
      ['GR-2', '6'],
    ]);
  }, 180_000);

  it('wait in a queue with an owner where they are more than was authorised, until somebody else decides', async () => {
    const waiting = await queue();
    expect(waiting.map(({ kind, quantity }) => [kind, quantity]).sort()).toEqual([
      ['OVER_RECEIPT', '5'],
      ['QUANTITY_DIFFERS', '1'],
    ]);
    expect(waiting.every(({ owner }) => owner !== '')).toBe(true);
    const over = waiting.find(({ kind }) => kind === 'OVER_RECEIPT');
    const within = waiting.find(({ kind }) => kind === 'QUANTITY_DIFFERS');
    const other = await stage.cast.another('finance');
    const owner = other.subject;
    expectAccepted(
      await person('finance').act('assignReturnException', {
        ...{ exceptionId: over?.id, expectedVersion: over?.version, owner },
      }),
    );
    const [own] = await queue({ owner: { eq: owner } });
    expect(own).toMatchObject({ id: over?.id, kind: 'OVER_RECEIPT' });
    const accepting = {
      ...{ exceptionId: within?.id, expectedVersion: within?.version, resolution: 'ACCEPTED' },
      reason: 'One more was broken on its way.',
    };
    // Who signed for the goods may not accept more of them than was authorised.
    expect(codes(await person('finance').act('resolveReturnException', accepting))).toEqual([
      'FINANCE_RETURN_FOUR_EYES',
    ]);
    expectAccepted(await other.person.act('resolveReturnException', accepting));
    expectAccepted(
      await other.person.act('resolveReturnException', {
        ...{ exceptionId: own?.id, expectedVersion: own?.version, resolution: 'RETURNED_TO_CUSTOMER' },
        reason: 'Five were never complained about.',
      }),
    );
    expect(await queue()).toEqual([]);
    expect((await returnOf(second.settlement)).lines).toMatchObject([{ received: '45', setAside: '5' }]);
  }, 180_000);

  it('are posted line by line with the money of what was kept', async () => {
    expect(await posted(first.settlement)).toMatchObject({
      state: 'RECONCILED',
      lines: [
        { outcome: 'WITHIN_TOLERANCE', posted: '21', postedAmount: { amount: '210.00' } },
        { outcome: 'EQUAL', posted: '10', postedAmount: { amount: '100.00' } },
      ],
    });
    expect(await posted(second.settlement)).toMatchObject({
      state: 'RECONCILED',
      lines: [{ outcome: 'EQUAL', posted: '40', postedAmount: { amount: '400.00' } }],
    });
    const amounts = async ({ id }: DecidedOn) =>
      (
        await person('finance').read<{ settlement: { amount: { amount: string } } }>(
          'query S($id: ID!) { settlement(id: $id) { amount { amount } } }',
          { id },
        )
      ).settlement.amount.amount;
    expect([await amounts(first.settlement), await amounts(second.settlement)]).toEqual(['310.00', '400.00']);
    const rows = await person('auditor').read<{ returnExceptions: { nodes: { state: string; kind: string }[] } }>(
      '{ returnExceptions(first: 20) { nodes { state kind } } }',
    );
    // What was decided stays on record.
    expect(rows.returnExceptions.nodes.map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['OVER_RECEIPT', 'RETURNED_TO_CUSTOMER'],
        ['QUANTITY_DIFFERS', 'ACCEPTED'],
      ]),
    );
  }, 240_000);
});
