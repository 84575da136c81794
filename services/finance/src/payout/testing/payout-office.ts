import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { FakeCase } from '../../test-bench/fake-case-handling';
import type { FinanceBench, Person } from '../../test-bench/finance-bench';
import { FinanceOffice, type SettlementSeen } from '../../test-bench/finance-office';

type Remedy = Parameters<FakeCase['approveResolution']>[0][number];

/** A refusal as a test sees it. */
export interface Refused {
  readonly code: string;
  readonly details: {
    readonly currentState: string | null;
    readonly maximum: { readonly amount: string } | null;
  } | null;
}

export interface PayoutSeen {
  readonly id: string;
  readonly sequence: number;
  readonly means: string;
  readonly provider: string;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly originalReference: string | null;
  readonly endToEndId: string | null;
  readonly redirects: number | null;
  readonly redirectedTo: number | null;
  readonly uncertainSince: string | null;
  readonly payeeAccount: { readonly holder: string; readonly account: string } | null;
  readonly evidence: readonly { readonly id: string; readonly state: string; readonly version: number }[];
}

export const PAYOUT = `id sequence means provider state reason amount { amount currency } originalReference endToEndId
  redirects redirectedTo uncertainSince payeeAccount { holder account } evidence { id state version }`;
export const ERRORS = 'replayed userErrors { code details { currentState maximum { amount } } }';

/** What people of one organisation do with payouts, through the graph. */
export class PayoutOffice {
  readonly office: FinanceOffice;

  constructor(
    readonly bench: FinanceBench,
    tenant?: string,
  ) {
    this.office = new FinanceOffice(bench, tenant);
  }

  /** Two people of finance, for what takes four eyes. */
  readonly one = { subject: 'finance-one' };
  readonly two = { subject: 'finance-two' };

  finance(changes: Partial<Person> = this.one): Person {
    return this.office.as('finance', changes);
  }

  /** An order of one line in CNY, paid by these payments. */
  async orderPaidBy(...payments: readonly (readonly [provider: string, reference: string, amount: string])[]) {
    const { office } = this;
    const sum = payments.reduce((total, [, , amount]) => total + Number(amount) * 100, 0);
    const orderNumber = `O-${newId().slice(-10)}`;
    const { data } = await office.register({
      ...{ orderNumber, currency: 'CNY', lines: [office.line(1, (sum / 100).toFixed(2))] },
      payments: payments.map(([provider, reference, amount]) => {
        return { provider, reference, amount: { amount, currency: 'CNY' } };
      }),
    });
    if (data.registerPurchase.purchase === null) throw new Error(JSON.stringify(data.registerPurchase.userErrors));
    return orderNumber;
  }

  /** A settlement of this remedy, approved by finance. */
  async approved(remedy: Remedy): Promise<{ fakeCase: FakeCase; settlement: SettlementSeen }> {
    const { office } = this;
    const fakeCase = office.openCase();
    const resolutionId = await fakeCase.approveResolution([remedy]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await office.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    const { userErrors } = await office.approve(settlement);
    expect(userErrors).toEqual([]);
    return { fakeCase, settlement };
  }

  refund(minor: number, orderNumber: string) {
    return this.approved(FakeCase.remedy(minor, { orderNumber }));
  }

  async payoutsOf(settlement: { readonly id: string }, person = this.finance()): Promise<readonly PayoutSeen[]> {
    const query = `query ($id: ID!) { settlement(id: $id) { payouts { ${PAYOUT} } } }`;
    const { data } = await this.bench.ask<{ settlement: { payouts: PayoutSeen[] } | null }>(person, query, settlement);
    return data.settlement?.payouts ?? [];
  }

  /** Sends a mutation of that name with one input; answers what its payload holds under `field`, and why it was refused. */
  async act<Value>(
    name: string,
    field: string,
    input: object,
    person: Person = this.finance(),
    more = '',
  ): Promise<{ value: Value | null; replayed: boolean; codes: string[]; refused: readonly Refused[]; more: unknown }> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const inputType =
      /BankTransferBatch(Sent)?$/.test(name) && !name.startsWith('create') ? 'BankTransferBatchInput' : type;
    const [fieldName = ''] = field.split(' ');
    const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${field} ${more} ${ERRORS} } }`;
    type Payload = Record<string, Value | null> & { replayed: boolean; userErrors: Refused[] };
    const { data, codes } = await this.bench.ask<Record<string, Payload>>(person, query, {
      input: { idempotencyKey: newId(), ...input },
    });
    if (codes.length > 0) throw new Error(codes.join());
    const payload = data[name];
    if (payload === undefined) throw new Error(`${name} answered nothing`);
    const { userErrors, replayed } = payload;
    return {
      value: payload[fieldName] ?? null,
      ...{ replayed, refused: userErrors, codes: userErrors.map(({ code }) => code), more: payload[more] },
    };
  }

  onPayout(name: string, payoutId: string, input: object = {}, person: Person = this.finance()) {
    return this.act<PayoutSeen>(name, `payout { ${PAYOUT} }`, { payoutId, ...input }, person);
  }

  /** How the organisation pays what cannot go back. */
  async payBy(means: string, provider?: string): Promise<void> {
    const input = { means, expectedVersion: 0, ...(provider === undefined ? {} : { provider }) };
    const { codes } = await this.act('setPayoutRoute', 'route { version }', input, this.office.as('manager'));
    expect(codes).toEqual([]);
  }

  /** One of the organisation's own bank accounts. */
  async bankAccount(currency = 'CNY'): Promise<string> {
    const id = newId();
    await this.bench.database.transaction(this.office.tenant, (tx) =>
      tx.insertMany('bank_account', [
        {
          ...{ id, name: 'main', kind: 'BANK', identifier: `62${id.replaceAll('-', '').slice(-14)}`, currency },
          ...{ provider: 'bank-transfer', opening_on: '2026-01-01', opening_minor: 0n, responsible: 'finance-one' },
          ...{ expected_within_days: 5, rules: [], opened_at: new Date(), version: 1 },
        },
      ]),
    );
    return toGlobalId('BankAccount', id);
  }
}
