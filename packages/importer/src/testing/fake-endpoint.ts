import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImportRow } from '../mapping/apply-mapping';

/** A request to `importComplaints` as it came in. */
export interface ReceivedBatch {
  readonly idempotencyKey: string;
  readonly source: string;
  readonly rows: readonly ImportRow[];
  readonly bytes: number;
  readonly authorization: string | undefined;
}

/** What a test lets the endpoint do instead of taking a batch. */
export type Behaviour = (
  batch: ReceivedBatch,
) => { readonly status: number; readonly body: unknown } | 'hang up' | undefined;

/** An endpoint that keeps complaints by source and external id, as the real one does. */
export interface FakeEndpoint {
  readonly url: string;
  readonly batches: ReceivedBatch[];
  readonly complaints: Map<string, ImportRow>;
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Complaints, or orders, which are kept by their number. */
interface SentInput {
  readonly idempotencyKey: string;
  readonly source: string;
  readonly rows?: readonly ImportRow[];
  readonly purchases?: readonly { readonly orderNumber: string }[];
}

/** Starts it on a free port. */
export async function startFakeEndpoint(): Promise<FakeEndpoint> {
  const batches: ReceivedBatch[] = [];
  const complaints = new Map<string, ImportRow>();
  let behaviour: Behaviour = () => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { variables } = JSON.parse(body.toString()) as { variables: { input: SentInput } };
      const { purchases = [], ...input } = variables.input;
      const orders = purchases.map((order) => ({ ...order, externalId: order.orderNumber }));
      const rows = [...(input.rows ?? []), ...orders] as ImportRow[];
      const batch = { ...input, rows, bytes: body.length, authorization: request.headers.authorization };
      batches.push(batch);
      const instead = behaviour(batch);
      if (instead === 'hang up') return void request.socket.destroy();
      const { status, body: answer } = instead ?? {
        status: 200,
        body: { data: { imported: take(batch, complaints) } },
      };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    batches,
    complaints,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function take({ source, rows }: ReceivedBatch, complaints: Map<string, ImportRow>) {
  const results = rows.map((row, index) => {
    const key = `${source}/${row.externalId}`;
    if (row.externalId.includes(' ')) {
      const path =
        'lines' in row
          ? ['input', 'purchases', String(index), 'lines', '1', 'paid']
          : ['input', 'rows', String(index), 'externalId'];
      return { row: index, status: 'REFUSED', userErrors: [{ message: 'externalId is not well-formed.', path }] };
    }
    const status = complaints.has(key) ? 'EXISTED' : 'CREATED';
    complaints.set(key, complaints.get(key) ?? row);
    return { row: index, status, userErrors: [] };
  });
  const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
  return { results, created: count('CREATED'), existed: count('EXISTED'), refused: count('REFUSED'), userErrors: [] };
}
