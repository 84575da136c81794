import { createHash } from 'node:crypto';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import type { FinanceBench, Person } from '../../test-bench/finance-bench';
import type { FinanceOffice } from '../../test-bench/finance-office';

/** An export as the graph shows it. */
export interface ExportSeen {
  readonly id: string;
  readonly state: string;
  readonly rowsDone: string;
  readonly rowsEstimated: string | null;
  readonly bytes: string;
  readonly sha256: string | null;
  readonly reason: string | null;
  readonly downloadUrl: string | null;
  readonly afterPosition: number | null;
  readonly toPosition: number | null;
  readonly controlTotals: readonly {
    readonly measure: string;
    readonly rows: number;
    readonly amount: { readonly amount: string; readonly currency: string };
  }[];
  readonly parts: readonly { part: number; rowCount: number; bytes: string; sha256: string }[];
}

/** What a mutation about exports answers. */
export interface ExportAnswer {
  readonly export: ExportSeen | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const SEEN = `id kind format state rowsDone rowsEstimated bytes sha256 reason downloadUrl asOf afterPosition toPosition startedAt finishedAt expiresAt
  controlTotals { measure rows amount { amount currency } } parts { part rowCount bytes sha256 }`;
const START = `mutation ($input: StartExportInput!) { answer: startExport(input: $input) {
  export { ${SEEN} } replayed userErrors { code message } } }`;
const CANCEL = `mutation ($input: CancelExportInput!) { answer: cancelExport(input: $input) {
  export { ${SEEN} } replayed userErrors { code message } } }`;

/** What staff do with exports, through the graph and over HTTP. */
export class ExportOffice {
  constructor(
    readonly bench: FinanceBench,
    readonly office: FinanceOffice,
    private readonly person: Person = office.as('finance', { subject: 'exporter' }),
  ) {}

  async start(input: object, person = this.person, language = 'en'): Promise<ExportAnswer> {
    return this.change(START, { format: 'CSV', kind: 'SETTLEMENTS', ...input }, person, language);
  }

  cancel(exportId: string, person = this.person): Promise<ExportAnswer> {
    return this.change(CANCEL, { exportId }, person, 'en');
  }

  async see(id: string, person = this.person): Promise<ExportSeen | null> {
    const query = `query ($id: ID!) { export(id: $id) { ${SEEN} } }`;
    return (await this.bench.ask<{ export: ExportSeen | null }>(person, query, { id })).data.export;
  }

  async list(person = this.person) {
    const query = '{ exports(first: 50) { nodes { id state } } }';
    return this.bench.ask<{ exports: { nodes: { id: string; state: string }[] } }>(person, query);
  }

  /** Starts one and waits until it is complete. */
  async completed(input: object, language = 'en'): Promise<ExportSeen> {
    const { export: started, userErrors } = await this.start(input, this.person, language);
    if (started === null) throw new Error(JSON.stringify(userErrors));
    return this.ended(started.id, 'COMPLETED');
  }

  ended(id: string, state: string): Promise<ExportSeen> {
    return eventually(
      async () => {
        const seen = await this.see(id);
        return seen?.state === state ? seen : undefined;
      },
      { timeoutMs: 45_000, what: `the export being ${state}` },
    );
  }

  async fetch(url: string | null, suffix = ''): Promise<{ status: number; content: Buffer; headers: Headers }> {
    const { pathname } = new URL(url ?? '/', this.bench.url);
    const response = await fetch(new URL(`${pathname}${suffix}`, this.bench.url));
    return {
      status: response.status,
      content: Buffer.from(await response.arrayBuffer()),
      headers: response.headers,
    };
  }

  private async change(mutation: string, input: object, person: Person, language: string): Promise<ExportAnswer> {
    const variables = { input: { idempotencyKey: newId(), ...input } };
    const { data, codes } = await this.bench.ask<{ answer: ExportAnswer }>(person, mutation, variables, language);
    if (codes.length > 0) throw new Error(codes.join());
    return data.answer;
  }
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
