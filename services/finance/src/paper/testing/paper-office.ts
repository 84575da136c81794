import { systemClock, newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { adoptedRegulationsInMysql } from '../../case-file/adapters/adopted-regulations.repository-mysql';
import { ToldOrganisation } from '../../case-file/testing/told-organisation';
import { FakeCase } from '../../test-bench/fake-case-handling';
import type { FinanceBench, Person } from '../../test-bench/finance-bench';
import { FinanceOffice, type Decision, type SettlementSeen } from '../../test-bench/finance-office';

export interface PaperSeen {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly voidedAt: string | null;
  readonly voidReason: string | null;
  readonly supersedes: string | null;
  readonly contentSha256: string;
  readonly amount: { readonly amount: string } | null;
  readonly copies: readonly { copy: number; holder: string; label: string; handedOutBy: string | null }[];
  readonly signatures: readonly { place: string; seal: boolean; signedBy: string | null }[];
  readonly zh: string;
  readonly en: string;
}

export const PAPER = `id kind number title version voidedAt voidReason supersedes contentSha256 amount { amount }
  copies { copy holder label handedOutBy } signatures { place seal signedBy }
  zh: download(language: ZH_CN) en: download(language: EN)`;
const ERRORS = 'userErrors { code message path details { currentVersion allowed limit } }';
const OF_SETTLEMENT = `query ($id: ID!) { settlement(id: $id) { papers { ${PAPER} } } }`;
const SIGN = `mutation ($input: SignPaperInput!) { signPaper(input: $input) { paper { ${PAPER} } replayed ${ERRORS} } }`;
const HAND_OUT = `mutation ($input: HandOutPaperCopyInput!) {
  handOutPaperCopy(input: $input) { paper { ${PAPER} } replayed ${ERRORS} } }`;

export interface MarkedPaper {
  readonly paper: PaperSeen | null;
  readonly replayed: boolean;
  readonly userErrors: Decision['userErrors'];
}

/** An organisation under a regulation, with its papers. */
export class PaperOffice extends FinanceOffice {
  readonly told: ToldOrganisation;

  constructor(bench: FinanceBench, regulation: { readonly id: string; readonly version: number }) {
    super(bench);
    this.told = new ToldOrganisation(bench.caseHandling, this.tenant, regulation);
  }

  /** The organisation adopts its regulation, and finance has heard of it. */
  async adopt(openValues: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.told.adopt(openValues);
    await eventually(
      () => {
        const reader = this.bench.database.reader(this.tenant);
        return adoptedRegulationsInMysql(systemClock).inForceAt(reader, new Date());
      },
      { timeoutMs: 45_000, what: 'the adoption' },
    );
  }

  /** A case under the regulation with one accepted remedy, waiting for finance. */
  async promised(
    kind: NonNullable<ReturnType<typeof FakeCase.remedy>['kind']>,
    minor: number,
    orderNumber: string,
  ): Promise<{ readonly fakeCase: FakeCase; readonly settlement: SettlementSeen }> {
    const fakeCase = this.openCase();
    await this.told.open(fakeCase);
    const resolutionId = await fakeCase.approveResolution([FakeCase.remedy(minor, { orderNumber, kind })]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await this.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    return { fakeCase, settlement };
  }

  async papersOf(
    { id }: Pick<SettlementSeen, 'id'>,
    person: Person = this.as('finance'),
  ): Promise<readonly PaperSeen[]> {
    const { data } = await this.bench.ask<{ settlement: { papers: PaperSeen[] } | null }>(person, OF_SETTLEMENT, {
      id,
    });
    return data.settlement?.papers ?? [];
  }

  async sign(
    { id, version }: Pick<PaperSeen, 'id' | 'version'>,
    place: string,
    person: Person,
    changes: object = {},
  ): Promise<MarkedPaper> {
    const input = { idempotencyKey: newId(), paperId: id, expectedVersion: version, place, ...changes };
    const { data, codes } = await this.bench.ask<{ signPaper: MarkedPaper }>(person, SIGN, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.signPaper;
  }

  async handOut(
    { id, version }: Pick<PaperSeen, 'id' | 'version'>,
    copy: number,
    person: Person,
  ): Promise<MarkedPaper> {
    const input = { idempotencyKey: newId(), paperId: id, expectedVersion: version, copy };
    const { data, codes } = await this.bench.ask<{ handOutPaperCopy: MarkedPaper }>(person, HAND_OUT, { input });
    if (codes.length > 0) throw new Error(codes.join());
    return data.handOutPaperCopy;
  }

  /** Fetches a file by an address that the graph gave. */
  fetch(address: string, init?: RequestInit): Promise<Response> {
    return fetch(address.replace('http://redress.test', new URL(this.bench.url).origin), init);
  }
}
