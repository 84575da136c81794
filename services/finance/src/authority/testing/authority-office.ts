import { resolutionApproved, type EventData } from '@redress/contracts';
import { toGlobalId } from '@redress/graphql-runtime';
import { newId, systemClock, type Role } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { adoptedRegulationsInMysql } from '../../case-file/adapters/adopted-regulations.repository-mysql';
import { ToldOrganisation } from '../../case-file/testing/told-organisation';
import { FakeCase } from '../../test-bench/fake-case-handling';
import type { FinanceBench, Person } from '../../test-bench/finance-bench';
import { FinanceOffice, type Decision, type SettlementSeen } from '../../test-bench/finance-office';

type Remedy = EventData<typeof resolutionApproved>['remedies'][number];
type Opening = Parameters<ToldOrganisation['open']>[1];

/** A settlement as this capability shows it. */
export interface SignedSettlement extends SettlementSeen {
  readonly awaiting: { readonly holder: string | null; readonly label: string | null; readonly role: string } | null;
  readonly endorsements: readonly {
    readonly by: string;
    readonly holder: string;
    readonly onBehalfOf: string | null;
    readonly opinion: string | null;
  }[];
}

export interface HolderSeen {
  readonly holder: string;
  readonly role: string;
  readonly label: string;
  readonly limit: { readonly amount: string } | null;
  readonly left: { readonly amount: string } | null;
  readonly reaches: boolean;
  readonly because: string;
  readonly count: number | null;
  readonly people: readonly { readonly subject: string; readonly standsInFor: string | null }[];
}

const SIGNED = `id number state version availableActions instrument amount { amount currency }
  awaiting { holder label role } endorsements { by holder onBehalfOf opinion }`;
const ERRORS = 'userErrors { code message path details { currentVersion currentState maximum { amount } allowed } }';
const ENDORSE = `mutation ($input: EndorseSettlementInput!) {
  endorseSettlement(input: $input) { settlement { ${SIGNED} } replayed ${ERRORS} } }`;
const APPROVE_ALL = `mutation ($input: ApproveSettlementsInput!) {
  approveSettlements(input: $input) { accepted refused replayed ${ERRORS}
    outcomes { id settlement { ${SIGNED} } replayed ${ERRORS} } } }`;
const WHO = `query ($id: ID!, $at: DateTime, $amount: MoneyInput, $assessment: JSON) {
  whoMay(approve: $id, at: $at, amount: $amount, assessment: $assessment) {
    holder role label limit { amount } left { amount } reaches because count people { subject standsInFor } } }`;

/** What came of several approvals at once. */
export interface BulkDecision {
  readonly accepted: number;
  readonly refused: number;
  readonly replayed: boolean;
  readonly userErrors: Decision['userErrors'];
  readonly outcomes: readonly (Decision & { readonly id: string })[];
}

/** An organisation with a regulation and people of its own, through the graph of finance. */
export class AuthorityOffice extends FinanceOffice {
  readonly told: ToldOrganisation;

  constructor(bench: FinanceBench, regulation: string) {
    super(bench);
    this.told = new ToldOrganisation(bench.caseHandling, this.tenant, { id: regulation, version: 1 });
  }

  /** Adopts the regulation with the matrix, and waits until finance knows of it. */
  async adopt(authority: readonly object[], others: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.told.adopt({ authority, ...others });
    const regulations = adoptedRegulationsInMysql(systemClock);
    const reader = this.bench.database.reader(this.tenant);
    await eventually(async () => (await regulations.all(reader)).length > 0, {
      ...{ timeoutMs: 45_000, what: 'the adoption in finance' },
    });
  }

  person(subject: string, role: Role): Person {
    return this.as(role, { subject });
  }

  /** A case under the regulation with accepted remedies, each a settlement that waits for a decision. */
  async promised(
    remedies: readonly Remedy[],
    { holders, opening, fakeCase = this.openCase() }: ResolutionTold = {},
  ): Promise<{ readonly fakeCase: FakeCase; readonly settlements: readonly SignedSettlement[] }> {
    await this.told.open(fakeCase, opening);
    const resolutionId = newId();
    const { proposedBy, approvedBy: by, customerId } = fakeCase;
    await fakeCase.tell(resolutionApproved, {
      ...{ ...fakeCase.key(), resolutionId, customerId, proposedBy, by, at: new Date().toISOString() },
      ...{ categoryCode: 'product-quality', remedies: [...remedies] },
      ...(holders === undefined ? {} : { holders: [...holders] }),
    });
    await fakeCase.consent(resolutionId);
    await this.settled(fakeCase, remedies.length, 'RELEASED');
    return { fakeCase, settlements: await this.signedOf(fakeCase) };
  }

  /** One refund of the amount on a new order of a thousand yuan and more. */
  async refund(minor: number, changes: ResolutionTold & { readonly remedy?: Partial<Remedy> } = {}) {
    const orderNumber = await this.order('100000.00');
    const { remedy, ...rest } = changes;
    const { fakeCase, settlements } = await this.promised([FakeCase.remedy(minor, { orderNumber, ...remedy })], rest);
    const [settlement] = settlements;
    if (settlement === undefined) throw new Error('no settlement');
    return { fakeCase, settlement, orderNumber };
  }

  async signedOf(fakeCase: FakeCase, person: Person = this.as('auditor')): Promise<readonly SignedSettlement[]> {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { settlements { ${SIGNED} } } } }`;
    type Data = { _entities: { settlements: SignedSettlement[] }[] };
    const r = [{ __typename: 'Case', id: toGlobalId('Case', fakeCase.id) }];
    const { data } = await this.bench.ask<Data>(person, query, { r });
    return data._entities[0]?.settlements ?? [];
  }

  async endorse(
    { id, version }: Pick<SettlementSeen, 'id' | 'version'>,
    person: Person,
    opinion = '同意，请上级核决。',
    idempotencyKey = newId(),
  ): Promise<Decision & { readonly settlement: SignedSettlement | null }> {
    const input = { settlementId: id, expectedVersion: version, opinion, idempotencyKey };
    type Data = { endorseSettlement: Decision & { settlement: SignedSettlement | null } };
    const { data, codes } = await this.bench.ask<Data>(person, ENDORSE, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.endorseSettlement;
  }

  async approveAll(
    settlements: readonly { readonly id: string; readonly version: number }[],
    person: Person,
    idempotencyKey = newId(),
  ): Promise<BulkDecision> {
    const rows = settlements.map(({ id, version: expectedVersion }) => ({ id, expectedVersion }));
    const input = { settlements: rows, idempotencyKey };
    const { data, codes } = await this.bench.ask<{ approveSettlements: BulkDecision }>(person, APPROVE_ALL, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.approveSettlements;
  }

  async whoMay(id: string, changes: object = {}, person: Person = this.as('auditor'), language = 'en') {
    type Data = { whoMay: readonly HolderSeen[] | null };
    const { data, codes } = await this.bench.ask<Data>(person, WHO, { id, ...changes }, language);
    if (codes.length > 0) throw new Error(codes.join());
    return data.whoMay;
  }

  /** Numbers of the settlements that wait for the person. */
  async awaiting(person: Person): Promise<readonly string[]> {
    type Data = { settlementsAwaitingMe: { nodes: { number: string }[]; totals: { count: number }[] } };
    const query = '{ settlementsAwaitingMe(first: 50) { nodes { number } totals { count amount { amount } } } }';
    const { data, codes } = await this.bench.ask<Data>(person, query);
    if (codes.length > 0) throw new Error(codes.join());
    const { nodes, totals } = data.settlementsAwaitingMe;
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length);
    return nodes.map(({ number }) => number);
  }
}

/** How a resolution came about. */
interface ResolutionTold {
  readonly holders?: readonly string[];
  readonly opening?: Opening;
  readonly fakeCase?: FakeCase;
}

/** The codes of a refusal. */
export function codesOf({ userErrors }: Pick<Decision, 'userErrors'>): readonly string[] {
  return userErrors.map(({ code }) => code);
}
