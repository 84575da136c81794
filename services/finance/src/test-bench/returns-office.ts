import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { ToldOrganisation } from '../case-file/testing/told-organisation';
import { FakeCase } from './fake-case-handling';
import type { FinanceBench, Person } from './finance-bench';
import { FinanceOffice, type SettlementSeen } from './finance-office';
import type {
  ExceptionSeen,
  GoodsTold,
  Imported,
  Recorded,
  ReturnAnswered,
  ReturnSeen,
  UserErrorSeen,
} from './returns-seen';

const EXCEPTION = 'id kind state quantity owner reason version';
const RETURN = `id number state version exceptions { ${EXCEPTION} } lines { id orderNumber lineNumber authorised received
  setAside open inspected { total } outcome posted entitled { amount } postedAmount { amount }
  receipts { quantity receipt { reference } } }`;
const ERRORS = 'replayed userErrors { code path }';
const RECEIPT = 'id reference lines { quantity allocated corrected setAside unallocated }';

const RECORD = `mutation ($input: RecordWarehouseReceiptInput!) {
  recordWarehouseReceipt(input: $input) { receipt { ${RECEIPT} } existed ${ERRORS} } }`;
const IMPORT = `mutation ($input: ImportWarehouseReceiptsInput!) {
  importWarehouseReceipts(input: $input) {
    import { id done rows { row status userErrors { code } receipt { reference } } } existed ${ERRORS} } }`;
const INSPECT = `mutation ($input: InspectReturnInput!) { result: inspectReturn(input: $input) { return { ${RETURN} } ${ERRORS} } }`;
const RECONCILE = `mutation ($input: ReconcileReturnInput!) {
  result: reconcileReturn(input: $input) { return { ${RETURN} } ${ERRORS} } }`;
const RESOLVE = `mutation ($input: ResolveReturnExceptionInput!) {
  result: resolveReturnException(input: $input) { exception { ${EXCEPTION} } ${ERRORS} } }`;
const POLICY = `mutation ($input: SetReturnPolicyInput!) {
  setReturnPolicy(input: $input) { policy { version scrapPercent } ${ERRORS} } }`;

/** What people of one organisation do about goods that come back, through the graph. */
export class ReturnsOffice extends FinanceOffice {
  readonly told: ToldOrganisation;

  constructor(bench: FinanceBench, tenant?: string) {
    super(bench, tenant);
    this.told = new ToldOrganisation(bench.caseHandling, this.tenant, { id: 'manufacturer-yymmcc', version: 1 });
  }

  /** The organisation works by the manufacturer's regulation; so much more than authorised may come back. */
  adoptManufacturer(overReceiptRatio = '0.05'): Promise<void> {
    const authority = ['finance', 'business-manager'].map((holder) => ({
      holder,
      currency: 'CNY',
      maximumMinor: null,
    }));
    return this.told.adopt({ overReceiptRatio, authority });
  }

  /** An order with a line for each quantity and amount in CNY. */
  async bought(...lines: readonly (readonly [quantity: string, paid: string])[]): Promise<string> {
    const orderNumber = `O-${newId().slice(-10)}`;
    const { data } = await this.register({
      orderNumber,
      lines: lines.map(([quantity, paid], index) => ({
        ...{ lineNumber: index + 1, description: 'valve', product: `P-${String(index + 1)}`, quantity },
        paid: { amount: paid, currency: 'CNY' },
      })),
    });
    if (data.registerPurchase.purchase === null) throw new Error(JSON.stringify(data.registerPurchase.userErrors));
    return orderNumber;
  }

  /** A settlement of one remedy whose parts are told, accepted by the complainant; under the regulation when `regulated`. */
  async promised(
    parts: readonly {
      readonly orderNumber: string;
      readonly lineNumber?: number;
      readonly quantity?: string;
      readonly minor: number;
      readonly kind?: 'RETURN' | 'REFUND' | 'GOODWILL' | 'EXCHANGE';
      readonly charge?: string;
    }[],
    { regulated = true }: { readonly regulated?: boolean } = {},
  ): Promise<{ fakeCase: FakeCase; settlement: SettlementSeen; returned: ReturnSeen }> {
    const fakeCase = this.openCase();
    if (regulated) await this.told.open(fakeCase, { receivedAt: new Date().toISOString() });
    const total = parts.reduce((sum, { minor }) => sum + minor, 0);
    const remedy = FakeCase.remedy(total, {
      kind: 'RETURN',
      parts: parts.map(({ orderNumber, lineNumber = 1, quantity, minor, kind = 'RETURN', charge }) => ({
        ...{ kind, orderNumber, lineNumber, amount: { amountMinor: String(minor), currency: 'CNY' } },
        ...(quantity === undefined ? {} : { quantity }),
        ...(charge === undefined ? {} : { charge }),
      })),
    });
    const resolutionId = await fakeCase.approveResolution([remedy]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await this.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    return { fakeCase, settlement, returned: await this.returnOf(settlement) };
  }

  async returnOf({ id }: Pick<SettlementSeen, 'id'>, person: Person = this.as('finance')): Promise<ReturnSeen> {
    const query = `query ($id: ID!) { settlement(id: $id) { return { ${RETURN} } } }`;
    type Data = { settlement: { return: ReturnSeen | null } };
    const { data } = await this.bench.ask<Data>(person, query, { id });
    if (data.settlement.return === null) throw new Error('no return');
    return data.settlement.return;
  }

  async settlementNow({ id }: Pick<SettlementSeen, 'id'>): Promise<SettlementSeen> {
    const query = 'query ($id: ID!) { settlement(id: $id) { id state version amount { amount currency } } }';
    const { data } = await this.bench.ask<{ settlement: SettlementSeen }>(this.as('finance'), query, { id });
    return data.settlement;
  }

  /** A receipt of the warehouse, recorded by somebody who decides nothing. */
  async receive(
    lines: readonly GoodsTold[],
    {
      person = this.as('handler', { subject: 'warehouse-1' }),
      reference = `GR-${newId().slice(-8)}`,
      key = newId(),
      ...changes
    }: { person?: Person; reference?: string; key?: string; receivedAt?: string; note?: string } = {},
  ): Promise<Recorded> {
    const receivedAt = '2026-11-02T08:00:00.000Z';
    const input = { idempotencyKey: key, warehouse: 'W1', reference, receivedAt, lines, ...changes };
    const { data, codes } = await this.bench.ask<{ recordWarehouseReceipt: Recorded }>(person, RECORD, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.recordWarehouseReceipt;
  }

  async importFile(changes: {
    readonly format: 'CSV' | 'XLSX';
    readonly content: Buffer;
    readonly columns?: object;
    readonly key?: string;
  }): Promise<Imported> {
    const { format, content, key = newId(), columns } = changes;
    const plain = { reference: 'receipt', receivedAt: 'date', quantity: 'quantity', returnNumber: 'return' };
    const input = {
      ...{ idempotencyKey: key, name: 'receipts', format, contentBase64: content.toString('base64'), warehouse: 'W1' },
      columns: columns ?? { ...plain, orderNumber: 'order', lineNumber: 'line', product: 'product' },
    };
    const person = this.as('handler', { subject: 'warehouse-1' });
    const { data, codes } = await this.bench.ask<{ importWarehouseReceipts: Imported }>(person, IMPORT, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.importWarehouseReceipts;
  }

  async inspect(
    { id, version }: ReturnSeen,
    lines: readonly object[],
    person: Person = this.as('handler', { subject: 'inspector-1' }),
  ): Promise<ReturnAnswered> {
    return this.act(person, INSPECT, { returnId: id, expectedVersion: version, lines });
  }

  async reconcile(
    { id, version }: ReturnSeen,
    { nothingMoreExpected = false, person = this.as('finance'), key = newId() } = {},
  ): Promise<ReturnAnswered> {
    const input = { returnId: id, expectedVersion: version, nothingMoreExpected, idempotencyKey: key };
    return this.act(person, RECONCILE, input);
  }

  async resolve(
    { id, version }: ExceptionSeen,
    resolution: string,
    { person = this.as('finance'), reason = 'seen and decided', ...told }: Partial<Resolution> = {},
  ): Promise<{ readonly exception: ExceptionSeen | null; readonly userErrors: readonly UserErrorSeen[] }> {
    return this.act(person, RESOLVE, { exceptionId: id, expectedVersion: version, resolution, reason, ...told });
  }

  /** Everything that came is looked at and sold again. */
  async inspectAll(returned: ReturnSeen): Promise<ReturnSeen> {
    const lines = returned.lines.filter(({ received }) => received !== '0');
    const { return: after } = await this.inspect(
      returned,
      lines.map(({ id, received }) => ({ lineId: id, resale: received })),
    );
    if (after === null) throw new Error('not inspected');
    return after;
  }

  async setPolicy(changes: object, expectedVersion = 0, person: Person = this.as('manager')) {
    const input = {
      ...{ resalePercent: '100', repairPercent: '100', scrapPercent: '100', backToCustomerPercent: '0' },
      ...{ inspectionRequired: true, returnWithinDays: 30, expectedVersion, idempotencyKey: newId(), ...changes },
    };
    type Data = { setReturnPolicy: { policy: { version: number } | null; userErrors: readonly UserErrorSeen[] } };
    const { data, codes } = await this.bench.ask<Data>(person, POLICY, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.setReturnPolicy;
  }

  async queue(where: object = { state: { eq: 'OPEN' } }): Promise<readonly ExceptionSeen[]> {
    const query = `query ($where: ReturnExceptionWhereInput) {
      returnExceptions(first: 100, where: $where) { nodes { ${EXCEPTION} } } }`;
    type Data = { returnExceptions: { nodes: ExceptionSeen[] } };
    const { data } = await this.bench.ask<Data>(this.as('finance'), query, { where });
    return data.returnExceptions.nodes;
  }

  /** Waits until finance knows what binds the case. */
  async knowsRegulation(): Promise<void> {
    await eventually(
      async () => {
        const rows = await this.bench.database
          .reader(this.tenant)
          .query('SELECT a.id FROM adopted_regulation a WHERE a.tenant_id = :tenantId');
        expect(rows).toHaveLength(1);
        return rows;
      },
      { timeoutMs: 45_000, what: 'the adopted regulation' },
    );
  }

  /** Somebody whose approval the regulation asks for before goods go back. */
  async businessManager(): Promise<Person> {
    const person = this.as('supervisor', { subject: 'business-manager-1' });
    await this.told.appoint('business-manager-1', ['business-manager']);
    await eventually(
      async () => {
        const rows = await this.reader().query('SELECT s.subject FROM staff_standing s WHERE s.tenant_id = :tenantId');
        expect(rows).toHaveLength(1);
        return rows;
      },
      { timeoutMs: 45_000, what: 'the appointment' },
    );
    return person;
  }

  reader() {
    return this.bench.database.reader(this.tenant);
  }

  private async act<Result>(person: Person, mutation: string, input: object): Promise<Result> {
    const variables = { input: { idempotencyKey: newId(), ...input } };
    const { data, codes } = await this.bench.ask<{ result: Result }>(person, mutation, variables);
    if (codes.length > 0) throw new Error(codes.join());
    return data.result;
  }
}

interface Resolution {
  readonly person: Person;
  readonly returnLineId: string;
  readonly expectedReturnVersion: number;
  readonly reason: string;
}
