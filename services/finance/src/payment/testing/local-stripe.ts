import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A refund as Stripe shows it. */
export interface LocalRefund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
  status: string;
  failure_reason?: string;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** An error as Stripe answers it, or no answer at all. */
export type Trouble =
  | { readonly status: number; readonly type: string; readonly code?: string; readonly param?: string }
  | 'SILENT'
  | 'PAID_AND_SILENT';

/**
 * Speaks the calls of Stripe that finance makes, as Stripe documents them: form-encoded bodies, `Idempotency-Key` with
 * replay of the first answer, errors with type and code, lists in pages. Charges are in CNY.
 */
export class LocalStripe {
  refunds: LocalRefund[] = [];
  requests: SeenRequest[] = [];
  nextStatus = 'succeeded';
  private charges: Record<string, number> = {};
  private answers = new Map<string, { readonly form: string; readonly status: number; readonly body: object }>();
  private trouble: Trouble | undefined;
  private troubleOnList: Trouble | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LocalStripe> {
    const server = createServer();
    const stripe = new LocalStripe(server);
    server.on('request', (request, response) => void stripe.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return stripe;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Forgets everything; from then on these charges, and payment intents, were paid with these amounts. */
  clear(charges: Record<string, number>): void {
    this.charges = charges;
    this.refunds = [];
    this.requests = [];
    this.answers.clear();
    this.nextStatus = 'succeeded';
    this.trouble = undefined;
    this.troubleOnList = undefined;
  }

  /** How it treats the next request. */
  misbehave(trouble: Trouble): void {
    this.trouble = trouble;
  }
  misbehaveOnList(trouble: Trouble): void {
    this.troubleOnList = trouble;
  }
  /** As Stripe does after a day. */
  forgetKeys(): void {
    this.answers.clear();
  }
  settle(status: string, reason?: string): void {
    for (const refund of this.refunds) {
      refund.status = status;
      if (reason !== undefined) refund.failure_reason = reason;
    }
  }

  /** A refund that was made already. */
  add({
    charge,
    amount,
    key,
  }: {
    readonly charge: string;
    readonly amount: number;
    readonly key: string;
  }): LocalRefund {
    const refund: LocalRefund = {
      ...{ id: `re_${this.refunds.length + 1}`, object: 'refund', amount, currency: 'cny', charge },
      ...{ metadata: { redress_key: key }, created: this.refunds.length, status: this.nextStatus },
    };
    this.refunds.unshift(refund);
    return refund;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.url);
    const form = Object.fromEntries(request.method === 'GET' ? url.searchParams : new URLSearchParams(text));
    const { authorization, 'idempotency-key': key } = request.headers;
    const name = typeof key === 'string' ? key : undefined;
    this.requests.push({ method: request.method ?? '', path: url.pathname, key: name, authorization, form });
    const trouble = this.takeTrouble(request.method);
    if (trouble === 'SILENT') return;
    const answer =
      trouble !== undefined && trouble !== 'PAID_AND_SILENT'
        ? failure(trouble)
        : request.method === 'GET'
          ? this.list(form)
          : this.create(form, name, text);
    if (trouble === 'PAID_AND_SILENT') return;
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_1' });
    response.end(JSON.stringify(answer.body));
  }

  private takeTrouble(method: string | undefined): Trouble | undefined {
    const onList = method === 'GET' ? this.troubleOnList : undefined;
    const trouble = onList ?? this.trouble;
    if (onList === undefined) this.trouble = undefined;
    return trouble;
  }

  private create(form: Record<string, string>, key: string | undefined, text: string) {
    const earlier = key === undefined ? undefined : this.answers.get(key);
    if (earlier !== undefined) {
      if (earlier.form !== text) return failure({ status: 400, type: 'idempotency_error' });
      return { status: earlier.status, body: earlier.body };
    }
    const answer = this.refund(form);
    if (key !== undefined) this.answers.set(key, { ...answer, form: text });
    return answer;
  }

  private refund(form: Record<string, string>) {
    const charge = form['charge'] ?? form['payment_intent'] ?? '';
    const paid = this.charges[charge];
    if (paid === undefined) return failure(MISSING);
    const amount = Number(form['amount']);
    const left = this.refunds
      .filter((refund) => refund.charge === charge)
      .reduce((sum, each) => sum - each.amount, paid);
    if (left === 0) return failure({ status: 400, type: 'invalid_request_error', code: 'charge_already_refunded' });
    if (amount > left) return failure({ status: 400, type: 'invalid_request_error', param: 'amount' });
    return { status: 200, body: this.add({ charge, amount, key: form['metadata[redress_key]'] ?? '' }) };
  }

  private list(form: Record<string, string>) {
    const charge = form['charge'] ?? form['payment_intent'] ?? '';
    if (this.charges[charge] === undefined) return failure(MISSING);
    const all = this.refunds.filter((refund) => refund.charge === charge);
    const from = all.findIndex(({ id }) => id === form['starting_after']) + 1;
    const data = all.slice(from, from + Number(form['limit'] ?? 10));
    const more = from + data.length < all.length;
    return { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: more, data } };
  }
}

const MISSING: Exclude<Trouble, string> = { status: 404, type: 'invalid_request_error', code: 'resource_missing' };

function failure({ status, ...error }: Exclude<Trouble, string>) {
  return { status, body: { error: { message: 'as asked for', ...error } } };
}
