import { setTimeout as wait } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { answer } from './answer';
import { BehaviourPlan, MODES, type Behaviour, type Match, type Mode, type Operation } from './behaviour.model';
import type { PaymentLog } from './payment-log.repository';
import { totalsByCurrency, type PaymentOrder } from './payment.model';
import { Provider } from './provider';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

const orderSchema = {
  type: 'object',
  required: ['reference', 'beneficiary', 'amountMinor', 'currency'],
  additionalProperties: false,
  properties: {
    reference: text(64),
    beneficiary: text(64),
    amountMinor: { type: 'string', pattern: '^[1-9][0-9]{0,17}$' },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  },
};

const behaviourSchema = {
  type: 'object',
  required: ['mode'],
  additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: [...MODES] },
    operation: { type: 'string', enum: ['PAY', 'QUERY'], default: 'PAY' },
    delayMs: { type: 'integer', minimum: 0, maximum: 600_000, default: 0 },
    times: { type: 'integer', minimum: 1 },
    match: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: { key: text(128), reference: text(64), amountMinor: text(18) },
    },
  },
};

interface BehaviourOrder {
  mode: Mode;
  operation: Operation;
  delayMs: number;
  match: Match;
  times?: number;
}

/** The provider's HTTP interface, and the switches by which a test makes it misbehave. */
export function buildServer(log: PaymentLog, logLevel = 'silent'): FastifyInstance {
  const app = Fastify({ logger: { level: logLevel }, forceCloseConnections: true });
  const plan = new BehaviourPlan();

  app.get('/live', () => ({ status: 'ok' }));
  app.get('/ready', () => ({ status: 'ok' }));
  addPaymentRoutes(app, log, plan);

  app.get('/behaviour', () => ({ behaviours: plan.list() }));
  app.post<{ Body: BehaviourOrder }>('/behaviour', { schema: { body: behaviourSchema } }, async (request, reply) => {
    const behaviour: Behaviour = request.body;
    plan.add(behaviour);
    return reply.code(201).send(behaviour);
  });
  app.delete('/behaviour', async (_request, reply) => {
    plan.clear();
    return reply.code(204).send();
  });
  return app;
}

function addPaymentRoutes(app: FastifyInstance, log: PaymentLog, plan: BehaviourPlan): void {
  const provider = new Provider(log);

  app.post<{ Body: PaymentOrder }>('/payments', { schema: { body: orderSchema } }, async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key === '' || key.length > 128) {
      return reply.code(400).send({ error: 'IDEMPOTENCY_KEY_REQUIRED' });
    }
    const order = request.body;
    const behaviour = plan.take('PAY', { key, reference: order.reference, amountMinor: order.amountMinor });
    const payment = await provider.pay(key, order, behaviour);
    if (payment.kind === 'key-conflict') return reply.code(409).send({ error: 'IDEMPOTENCY_KEY_CONFLICT', key });
    const body = payment.kind === 'recorded' ? { ...payment.record, replayed: payment.replayed } : {};
    await answer(reply, behaviour.mode, payment.kind === 'recorded' && payment.replayed ? 200 : 201, body);
    return reply;
  });

  app.get<{ Params: { key: string } }>('/payments/by-key/:key', async (request, reply) => {
    const { key } = request.params;
    const behaviour = plan.take('QUERY', { key });
    if (behaviour.delayMs > 0) await wait(behaviour.delayMs);
    const record = log.find(key);
    if (record === undefined && (behaviour.mode === 'OK' || behaviour.mode === 'SLOW')) {
      return reply.code(404).send({ error: 'PAYMENT_NOT_FOUND', key });
    }
    await answer(reply, behaviour.mode, 200, record ?? {});
    return reply;
  });

  app.get<{ Querystring: { reference?: string; offset: number; limit: number } }>(
    '/payments',
    {
      schema: {
        querystring: {
          type: 'object',
          properties: {
            reference: text(64),
            offset: { type: 'integer', minimum: 0, default: 0 },
            limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
          },
        },
      },
    },
    (request) => {
      const { reference, offset, limit } = request.query;
      const found = log.all().filter((record) => reference === undefined || record.reference === reference);
      return { count: found.length, totals: totalsByCurrency(found), payments: found.slice(offset, offset + limit) };
    },
  );
}
