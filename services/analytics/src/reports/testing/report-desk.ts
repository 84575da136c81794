import { newId, type Role } from '@redress/kernel';
import type { Person, ReportOffice } from './report-office';

export interface ReportSeen {
  readonly id: string;
  readonly version: number;
  readonly definition: { readonly report: string };
  readonly from: string;
  readonly until: string;
  readonly edition: number;
  readonly corrected: boolean;
  readonly correctionReason: string | null;
  readonly state: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly madeAt: string | null;
  readonly asOf: { readonly position: string; readonly complete: boolean } | null;
  readonly sha256: string | null;
  readonly signedBy: string | null;
  readonly editions: readonly { readonly id: string; readonly edition: number; readonly state: string }[];
  readonly sections: readonly { readonly code: string; readonly rows: readonly (readonly string[])[] }[] | null;
  readonly files: readonly { readonly format: string; readonly url: string }[];
}

export interface Answer {
  readonly report: ReportSeen | null;
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly details: { readonly allowed: string[] | null } | null;
  }[];
}

const SEEN = `id version definition { report } from until edition corrected correctionReason state dueOn overdue madeAt
  asOf { position complete } sha256 signedBy editions { id edition state } sections { code rows } files { format url }`;
const LIST = `query ($where: ReportWhereInput) { reports(first: 100, where: $where) { nodes { ${SEEN} } } }`;

/** What people of one organisation do with its reports. */
export class ReportDesk {
  constructor(
    private readonly office: ReportOffice,
    readonly tenantId: string,
  ) {}

  as(role: Role, subject?: string): Person {
    return { tenantId: this.tenantId, role, ...(subject === undefined ? {} : { subject }) };
  }

  async list(where: object | null = null, role: Role = 'manager'): Promise<readonly ReportSeen[]> {
    const { data } = await this.office.request<{ reports: { nodes: ReportSeen[] } }>(this.as(role), LIST, { where });
    return data.reports.nodes;
  }

  async only(): Promise<ReportSeen> {
    const [report, ...others] = await this.list();
    if (report === undefined || others.length > 0) throw new Error(`there are ${others.length + 1} reports or none`);
    return report;
  }

  async see(id: string, person: Person = this.as('manager')): Promise<ReportSeen | null> {
    const source = `query ($id: ID!) { report(id: $id) { ${SEEN} } }`;
    return (await this.office.request<{ report: ReportSeen | null }>(person, source, { id })).data.report;
  }

  /** As another service finds it, whoever asks. */
  async found(id: string, person: Person): Promise<string | null> {
    const source = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Report { id } } }';
    const variables = { r: [{ __typename: 'Report', id }] };
    type Found = { readonly _entities: readonly ({ readonly id: string } | null)[] };
    const { data } = await this.office.request<Found>(person, source, variables);
    return data._entities[0]?.id ?? null;
  }

  async change(mutation: string, input: object, person: Person = this.as('manager')): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const source = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
      report { ${SEEN} } replayed userErrors { code details { allowed } } } }`;
    const variables = { input: { idempotencyKey: newId(), ...input } };
    const { data, codes } = await this.office.request<{ answer: Answer }>(person, source, variables);
    if (codes.length > 0) throw new Error(codes.join());
    return data.answer;
  }

  sign({ id, version }: ReportSeen, person: Person = this.as('manager'), more: object = {}): Promise<Answer> {
    return this.change('signReport', { reportId: id, expectedVersion: version, ...more }, person);
  }

  correct({ id, version }: ReportSeen, reason: string, person: Person = this.as('analyst')): Promise<Answer> {
    return this.change('correctReport', { reportId: id, expectedVersion: version, reason }, person);
  }

  make(input: object, person: Person = this.as('analyst')): Promise<Answer> {
    return this.change('makeReport', { from: '2026-09-01', until: '2026-09-30', ...input }, person);
  }
}

export const codesOf = ({ userErrors }: Answer): string[] => userErrors.map(({ code }) => code);
