import { newId } from '@redress/kernel';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench, type Person } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

interface View {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly where: unknown;
  readonly problems: readonly string[];
  readonly version: number;
}
interface Answer {
  readonly view: View | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

const VIEW = 'id name shared own where orderBy columns problems version';
const SAVE = `mutation ($input: SaveSettlementViewInput!) { answer: saveSettlementView(input: $input) {
  view { ${VIEW} } replayed userErrors { code } } }`;
const RENAME = `mutation ($input: RenameSettlementViewInput!) { answer: renameSettlementView(input: $input) {
  view { ${VIEW} } replayed userErrors { code } } }`;
const DELETE = `mutation ($input: DeleteSettlementViewInput!) { answer: deleteSettlementView(input: $input) {
  viewId replayed userErrors { code } } }`;
const LIST = `query ($view: ID, $where: SettlementWhereInput) {
  settlements(view: $view, where: $where) { nodes { amount { amount } } } }`;

describe('saved views', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let anna: Person;
  let ben: Person;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator, { working: false });
    office = new FinanceOffice(bench);
    anna = office.as('finance', { subject: 'anna' });
    ben = office.as('auditor', { subject: 'ben' });
    const orderNumber = await office.order('500.00');
    const fakeCase = office.openCase();
    await fakeCase.approveResolution([100, 200, 300].map((minor) => FakeCase.remedy(minor, { orderNumber })));
    await office.settled(fakeCase, 3, 'PROPOSED');
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const change = async (person: Person, mutation: string, input: object) =>
    (await bench.ask<{ answer: Answer }>(person, mutation, { input: { idempotencyKey: newId(), ...input } })).data
      .answer;
  const save = async (person: Person, input: object): Promise<View> => {
    const { view, userErrors } = await change(person, SAVE, input);
    if (view === null) throw new Error(JSON.stringify(userErrors));
    return view;
  };
  const views = async (person: Person) =>
    (await bench.ask<{ settlementViews: View[] }>(person, `{ settlementViews { ${VIEW} } }`)).data.settlementViews;
  const amounts = async (person: Person, variables: object) => {
    const { data, codes } = await bench.ask<{ settlements: { nodes: { amount: { amount: string } }[] } }>(
      person,
      LIST,
      variables,
    );
    return codes.length > 0 ? codes : data.settlements.nodes.map(({ amount }) => amount.amount);
  };
  const codesOf = async (person: Person, mutation: string, input: object) =>
    (await change(person, mutation, input)).userErrors.map(({ code }) => code);

  it('hold conditions and order for the list, beside what is asked for', async () => {
    const where = {
      amount: { currency: 'CNY', from: '2.00' },
      createdAt: { range: { from: '2020-01-01T00:00:00.000Z' } },
    };
    const view = await save(anna, { name: 'large', where, orderBy: 'AMOUNT_DESC', columns: ['NUMBER', 'AMOUNT'] });
    expect(view).toMatchObject({ own: true, shared: false, where, orderBy: 'AMOUNT_DESC', problems: [], version: 1 });
    expect(await amounts(anna, { view: view.id })).toEqual(['3.00', '2.00']);
    expect(await amounts(anna, { view: view.id, where: { amount: { currency: 'CNY', to: '3.00' } } })).toEqual([
      '2.00',
    ]);
  });

  it('are for who saved them, unless they are shared, and are changed by nobody else', async () => {
    const own = await save(anna, { name: 'own' });
    const shared = await save(anna, { name: 'shared', shared: true });
    const seen = (await views(ben)).map(({ name, own: mine }) => [name, mine]);
    expect(seen).toEqual([['shared', false]]);
    expect(await amounts(ben, { view: shared.id })).toHaveLength(3);
    expect(await amounts(ben, { view: own.id })).toEqual(['FILTER_INVALID']);
    const renaming = (view: View) => ({ viewId: view.id, expectedVersion: 1, name: 'other' });
    expect(await codesOf(ben, RENAME, renaming(shared))).toEqual(['FINANCE_VIEW_OF_ANOTHER']);
    expect(await codesOf(ben, RENAME, renaming(own))).toEqual(['NOT_FOUND']);
    expect(await codesOf(ben, DELETE, { viewId: shared.id, expectedVersion: 1 })).toEqual(['FINANCE_VIEW_OF_ANOTHER']);
  });

  it('are renamed, replaced and deleted as they were seen', async () => {
    const view = await save(anna, { name: 'first' });
    const key = newId();
    const renaming = { idempotencyKey: key, viewId: view.id, expectedVersion: 1, name: 'second' };
    expect(await change(anna, RENAME, renaming)).toMatchObject({
      view: { name: 'second', version: 2 },
      replayed: false,
    });
    expect(await change(anna, RENAME, renaming)).toMatchObject({ view: { version: 2 }, replayed: true });
    expect(await codesOf(anna, RENAME, { ...renaming, idempotencyKey: newId() })).toEqual(['VERSION_CONFLICT']);
    const replaced = await save(anna, { viewId: view.id, expectedVersion: 2, name: 'second', shared: true });
    expect(replaced).toMatchObject({ id: view.id, shared: true, version: 3 });
    expect(await codesOf(anna, DELETE, { viewId: view.id, expectedVersion: 3 })).toEqual([]);
    expect((await views(anna)).map(({ name }) => name)).not.toContain('second');
  });

  it('have names of their own', async () => {
    await save(anna, { name: 'once' });
    expect(await codesOf(anna, SAVE, { name: ' once ' })).toEqual(['FINANCE_VIEW_NAME_TAKEN']);
    expect(await codesOf(anna, SAVE, { name: ' ' })).toEqual(['INPUT_INVALID']);
    expect((await save(ben, { name: 'once' })).own).toBe(true);
  });

  it('refuse clearly what the graph does not know any more, and show what it is', async () => {
    const view = await save(anna, { name: 'old' });
    await bench.database.system.execute('UPDATE settlement_view SET conditions = :conditions WHERE name = :name', {
      conditions: JSON.stringify({ colour: { eq: 'red' }, state: { eq: 'MELTED' } }),
      name: 'old',
    });
    expect(await amounts(anna, { view: view.id })).toEqual(['FILTER_INVALID']);
    const shown = (await views(anna)).find(({ name }) => name === 'old');
    expect(shown?.problems).toEqual([
      expect.stringMatching(/where\.state\.eq.*MELTED/),
      expect.stringMatching(/where.*colour/),
    ]);
  });

  it('are neither for customers nor for another organisation', async () => {
    const view = await save(anna, { name: 'ours', shared: true });
    const stranger: Person = { tenant: `t-${newId().slice(-8)}`, role: 'admin', subject: 'anna' };
    expect(await views(stranger)).toEqual([]);
    expect(await amounts(stranger, { view: view.id })).toEqual(['FILTER_INVALID']);
    expect(await codesOf(stranger, DELETE, { viewId: view.id, expectedVersion: 1 })).toEqual(['NOT_FOUND']);
    const customer = office.as('customer', { customer: newId() });
    expect((await bench.ask(customer, '{ settlementViews { id } }')).codes).toEqual(['FORBIDDEN']);
    expect(await amounts(customer, { view: view.id })).toEqual(['FILTER_INVALID']);
  });
});
