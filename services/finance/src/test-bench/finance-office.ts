import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { discrepanciesSince, type Discrepancy } from '../ledger/check-books/check-books.query';
import { toGlobalId } from '@redress/graphql-runtime';
import { FakeCase } from './fake-case-handling';
import type { FinanceBench, Person } from './finance-bench';

export interface SettlementSeen {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly instrument: string;
  readonly reason: string | null;
  readonly maximum: { readonly amount: string; readonly currency: string } | null;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly payment: {
    readonly state: string;
    readonly attempts: number;
    readonly providerReference: string | null;
  } | null;
  readonly postings:
    readonly { readonly account: string; readonly side: string; readonly amount: { readonly amount: string } }[] | null;
  readonly availableActions: readonly string[];
  readonly version: number;
}

export interface Decision {
  readonly settlement: SettlementSeen | null;
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
    readonly details: { readonly currentState: string | null; readonly currentVersion: number | null } | null;
  }[];
}

export const SETTLEMENT = `id number state instrument reason version availableActions amount { amount currency }
  maximum { amount currency } payment { state attempts providerReference reason }
  postings { account side amount { amount } bookedAt }`;
const ERRORS =
  'userErrors { code message path details { currentState currentVersion maximum { amount } limit allowed } }';

const APPROVE = `mutation ($input: ApproveSettlementInput!) {
  approveSettlement(input: $input) { settlement { ${SETTLEMENT} } replayed ${ERRORS} } }`;
const REJECT = `mutation ($input: RejectSettlementInput!) {
  rejectSettlement(input: $input) { settlement { ${SETTLEMENT} } replayed ${ERRORS} } }`;
const GIVE_UP = `mutation ($input: GiveUpPayoutInput!) {
  giveUpPayout(input: $input) { settlement { ${SETTLEMENT} } replayed ${ERRORS} } }`;
const OF_CASE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Case { settlements { ${SETTLEMENT} } } } }`;
const REGISTER = `mutation ($input: RegisterPurchaseInput!) {
  registerPurchase(input: $input) {
    purchase { id orderNumber lines { lineNumber paid { amount } remaining { amount minorUnits } reserved { amount } settled { amount } } }
    existed replayed ${ERRORS} } }`;

/** What people of one organisation do in finance, through the graph. */
export class FinanceOffice {
  constructor(
    readonly bench: FinanceBench,
    readonly tenant: string = `t-${newId().slice(-12)}`,
  ) {}

  as(role: Person['role'], changes: Partial<Person> = {}): Person {
    return { tenant: this.tenant, role, ...changes };
  }

  /** Registers an order of one line in CNY for the amount and answers its number. */
  async order(paid: string, currency = 'CNY'): Promise<string> {
    const orderNumber = `O-${newId().slice(-10)}`;
    const { data } = await this.register({ orderNumber, currency, lines: [this.line(1, paid, currency)] });
    if (data.registerPurchase.purchase === null) throw new Error(JSON.stringify(data.registerPurchase.userErrors));
    return orderNumber;
  }

  line(lineNumber: number, amount: string, currency = 'CNY') {
    return { lineNumber, description: 'jacket', quantity: '1', paid: { amount, currency } };
  }

  register(changes: object, person: Person = this.as('agent')) {
    const input = { idempotencyKey: newId(), placedAt: '2026-01-05T08:00:00.000Z', currency: 'CNY', ...changes };
    return this.bench.ask<{
      registerPurchase: {
        purchase: { id: string; lines: { remaining: { amount: string; minorUnits: string } }[] } | null;
        existed: boolean;
        replayed: boolean;
        userErrors: Decision['userErrors'];
      };
    }>(person, REGISTER, { input });
  }

  /** What is left under the first line of an order. */
  async remaining(orderNumber: string): Promise<string | undefined> {
    const query = 'query ($n: String!) { purchaseByOrderNumber(orderNumber: $n) { lines { remaining { amount } } } }';
    type Data = { purchaseByOrderNumber: { lines: { remaining: { amount: string } }[] } };
    const { data } = await this.bench.ask<Data>(this.as('finance'), query, { n: orderNumber });
    return data.purchaseByOrderNumber.lines[0]?.remaining.amount;
  }

  openCase(customerId?: string): FakeCase {
    return this.bench.caseHandling.openCase(this.tenant, customerId);
  }

  async settlementsOf(fakeCase: FakeCase, person: Person = this.as('finance')): Promise<readonly SettlementSeen[]> {
    const representations = [{ __typename: 'Case', id: toGlobalId('Case', fakeCase.id) }];
    type Data = { _entities: { settlements: SettlementSeen[] }[] };
    const { data } = await this.bench.ask<Data>(person, OF_CASE, { representations });
    return data._entities[0]?.settlements ?? [];
  }

  /** Waits until every settlement of the case is in one of the states, and answers them. */
  async settled(fakeCase: FakeCase, count: number, ...states: readonly string[]): Promise<readonly SettlementSeen[]> {
    return eventually(
      async () => {
        const found = await this.settlementsOf(fakeCase);
        expect(found.map(({ state }) => states.includes(state) || state)).toEqual(Array(count).fill(true));
        return found;
      },
      { timeoutMs: 120_000, what: `settlements being ${states.join(' or ')}` },
    );
  }

  /** A case with one accepted refund, waiting for finance. */
  async released(minor: number, orderNumber: string): Promise<{ fakeCase: FakeCase; settlement: SettlementSeen }> {
    const fakeCase = this.openCase();
    const resolutionId = await fakeCase.approveResolution([FakeCase.remedy(minor, { orderNumber })]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await this.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    return { fakeCase, settlement };
  }

  /** The same for all of an order over 100 USD that was booked at a rate of the yuan. */
  async releasedInDollars(rate: string): Promise<{ fakeCase: FakeCase; settlement: SettlementSeen }> {
    const orderNumber = `USD-${this.tenant}`;
    const exchangeRate = { baseCurrency: 'CNY', rate, on: '2026-01-05' };
    await this.register({ orderNumber, currency: 'USD', exchangeRate, lines: [this.line(1, '100.00', 'USD')] });
    const fakeCase = this.openCase();
    const amount = { amountMinor: '10000', currency: 'USD' };
    await fakeCase.consent(await fakeCase.approveResolution([FakeCase.remedy(0, { orderNumber, amount })]));
    const [settlement] = await this.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    return { fakeCase, settlement };
  }

  async approve(
    { id, version }: Pick<SettlementSeen, 'id' | 'version'>,
    {
      person = this.as('finance'),
      key = newId(),
      language = 'en',
    }: { person?: Person; key?: string; language?: string } = {},
  ): Promise<Decision> {
    const input = { settlementId: id, expectedVersion: version, idempotencyKey: key };
    const { data, codes } = await this.bench.ask<{ approveSettlement: Decision }>(person, APPROVE, { input }, language);
    if (codes.length > 0) throw new Error(codes.join());
    return data.approveSettlement;
  }

  async reject(
    { id, version }: Pick<SettlementSeen, 'id' | 'version'>,
    reason: string,
    { person = this.as('finance'), key = newId() }: { person?: Person; key?: string } = {},
  ): Promise<Decision> {
    const input = { settlementId: id, expectedVersion: version, idempotencyKey: key, reason };
    const { data, codes } = await this.bench.ask<{ rejectSettlement: Decision }>(person, REJECT, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.rejectSettlement;
  }

  /** Waits until the provider has declined the only payment of the case, gives it up and answers what became of it. */
  async givenUp(fakeCase: FakeCase, reason = 'the account is closed'): Promise<SettlementSeen> {
    const { id, version } = await eventually(
      async () => {
        const [found] = await this.settlementsOf(fakeCase);
        if (found?.payment?.state !== 'DECLINED')
          throw new Error(`the payment is ${found?.payment?.state ?? 'missing'}`);
        return found;
      },
      { timeoutMs: 45_000, what: 'a payment being declined' },
    );
    const input = { settlementId: id, expectedVersion: version, idempotencyKey: newId(), reason };
    const { data } = await this.bench.ask<{ giveUpPayout: Decision }>(this.as('finance'), GIVE_UP, { input });
    const { settlement, userErrors } = data.giveUpPayout;
    if (settlement === null) throw new Error(JSON.stringify(userErrors));
    return settlement;
  }

  /** What does not agree in the books; must always be empty. */
  discrepancies(): Promise<Discrepancy[]> {
    return discrepanciesSince(this.bench.database.reader(this.tenant), new Date(0));
  }
}
