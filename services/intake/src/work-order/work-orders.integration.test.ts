import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { caseClosed } from '@redress/contracts';
import { fromGlobalId } from '@redress/graphql-runtime';
import { isSignedWebhook, signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const secret = Buffer.alloc(32, 9);
const KEY = 'centre-of-acme';
const ORDER = `id orderNumber fromCentre state urged transferredTo dueAt version steps { act state note by }`;

interface Order {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly urged: number;
  readonly orderNumber: string;
}
interface Answered {
  readonly workOrder: Order | null;
  readonly userErrors: { code: string }[];
}

describe('work orders with a contact centre', () => {
  const told: { body: Record<string, unknown>; signed: boolean; key: string }[] = [];
  let status = 200;
  let centre: Server;
  let intake: IntakeUnderTest;
  let agent: string;

  beforeAll(async () => {
    centre = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const signature = String(request.headers[WEBHOOK_SIGNATURE_HEADER]);
        const signed = isSignedWebhook([secret], body, { signature, now: new Date() });
        const key = String(request.headers['idempotency-key']);
        told.push({ body: JSON.parse(body.toString()) as Record<string, unknown>, signed, key });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => {
      centre.listen(0, '127.0.0.1', resolve);
    });
    const outbound = `http://127.0.0.1:${(centre.address() as AddressInfo).port}/orders`;
    const centres = [{ tenant: 'acme', key: KEY, secrets: [secret], category: 'product-quality', outbound }];
    intake = await startIntake(undefined, { workers: true, settings: { REDRESS_CONTACT_CENTRES: centres } });
    await intake.adopt('acme');
    agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
  });
  afterAll(async () => {
    await intake.stop();
    centre.closeAllConnections();
    centre.close();
  });

  async function send(message: object, by: { at?: Date; using?: Buffer; key?: string } = {}) {
    const body = Buffer.from(JSON.stringify({ messageId: newId(), ...message }));
    const { at = new Date(), using = secret, key = KEY } = by;
    const response = await fetch(`${intake.httpUrl}/work-orders/${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [WEBHOOK_SIGNATURE_HEADER]: signWebhook(using, body, at) },
      body,
    });
    return { status: response.status, body: (await response.json()) as { workOrderId: string; code?: string } };
  }
  const anOrder = (changes: object = {}) => ({
    ...{
      orderNumber: newId(),
      act: 'CREATE',
      text: '保单理赔迟迟不到账。',
      caller: { name: '王芳', phone: '13800138000' },
    },
    ...changes,
  });
  async function read(id: string, token = agent): Promise<Order | null> {
    const { data, errors } = await intake.ask(token, `query ($id: ID!) { workOrder(id: $id) { ${ORDER} } }`, { id });
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return (data as unknown as { workOrder: Order | null }).workOrder;
  }
  async function advance(order: Order, act: string, more: object = {}, token = agent): Promise<Answered> {
    const input = { idempotencyKey: newId(), workOrderId: order.id, expectedVersion: order.version, act, ...more };
    const document = `mutation ($input: AdvanceWorkOrderInput!) {
      advanceWorkOrder(input: $input) { workOrder { ${ORDER} } userErrors { code } } }`;
    const { data, errors } = await intake.ask(token, document, { input });
    if (!data) throw new Error(JSON.stringify(errors));
    return (data as unknown as { advanceWorkOrder: Answered }).advanceWorkOrder;
  }
  async function received(changes: object = {}): Promise<Order> {
    const { status: answered, body } = await send(anOrder(changes));
    const order = await read(body.workOrderId);
    if (answered !== 200 || order === null) throw new Error(JSON.stringify(body));
    return order;
  }

  it('registers the complaint of an order once, with a due time', async () => {
    const message = { messageId: newId(), ...anOrder() };
    const first = await send(message);
    expect(await send(message)).toEqual(first);
    expect(await read(first.body.workOrderId)).toMatchObject({
      ...{ state: 'RECEIVED', fromCentre: true, version: 1, urged: 0, dueAt: expect.any(String) as string },
      steps: [{ act: 'CREATE', by: `centre:${KEY}` }],
    });
    const { data } = await intake.ask(
      agent,
      `{ complaints(first: 50) { nodes { channel text customer { name } workOrders { id } } } }`,
    );
    const { nodes } = (data as unknown as { complaints: { nodes: { workOrders: { id: string }[] }[] } }).complaints;
    const of = nodes.filter(({ workOrders }) => workOrders.some(({ id }) => id === first.body.workOrderId));
    expect(of).toMatchObject([{ channel: 'PHONE', text: '保单理赔迟迟不到账。', customer: { name: '王芳' } }]);
  });

  it('notes an enquiry that the centre answered itself, and registers nothing', async () => {
    const order = await received({ answeredByCentre: true, text: undefined, caller: undefined });
    expect(order).toMatchObject({ state: 'ANSWERED', dueAt: null });
  });

  it('goes through its states from both sides, and refuses what is not possible', async () => {
    const order = await received();
    const accepted = (await advance(order, 'ACCEPT')).workOrder;
    if (accepted === null) throw new Error('it was not accepted');
    expect(accepted.state).toBe('ACCEPTED');
    await send({ orderNumber: order.orderNumber, act: 'URGE' });
    const urgedTwice = await send({ orderNumber: order.orderNumber, act: 'URGE', note: '客户再次来电' });
    expect(urgedTwice.status).toBe(200);
    const urged = await read(order.id);
    expect(urged).toMatchObject({ state: 'URGED', urged: 2, version: 4 });
    expect((await advance(accepted, 'ANSWER')).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const current = urged ?? order;
    expect((await advance(current, 'CLOSE')).userErrors).toMatchObject([
      { code: 'INTAKE_WORK_ORDER_ACT_NOT_POSSIBLE' },
    ]);
    expect((await advance(current, 'TRANSFER')).userErrors).toMatchObject([{ code: 'INTAKE_WORK_ORDER_TRANSFER_TO' }]);
    const moved = (await advance(current, 'TRANSFER', { transferTo: 'claims' })).workOrder ?? order;
    expect(moved).toMatchObject({ state: 'TRANSFERRED', transferredTo: 'claims' });
    await advance(moved, 'ANSWER', { note: '已赔付' });
    expect((await send({ orderNumber: order.orderNumber, act: 'CLOSE' })).status).toBe(200);
    expect(await send({ orderNumber: order.orderNumber, act: 'URGE' })).toMatchObject({
      status: 422,
      body: { code: 'INTAKE_WORK_ORDER_ACT_NOT_POSSIBLE' },
    });
  });

  it('tells the centre what the organisation does, signed, again after a failure, and not what it did itself', async () => {
    const order = await received();
    status = 503;
    await advance(order, 'ACCEPT');
    const ofOrder = () => told.filter(({ body }) => body['orderNumber'] === order.orderNumber);
    await eventually(() => (ofOrder().length > 0 ? true : undefined), { what: 'the first attempt' });
    status = 200;
    const [failed] = await eventually(
      async () => {
        const rows = await intake.database.system.query<{ error: string }>(
          "SELECT error FROM work_order_call WHERE work_order_id = :id AND error = 'CENTRE_503'",
          { id: order.id },
        );
        return rows.length > 0 ? rows : undefined;
      },
      { what: 'the failure' },
    );
    expect(failed?.error).toBe('CENTRE_503');
    await intake.database.system.execute(
      'UPDATE work_order_call SET next_step_at = UTC_TIMESTAMP(3) WHERE work_order_id = :id',
      { id: order.id },
    );
    await eventually(() => (ofOrder().length > 1 ? true : undefined), { what: 'the second attempt' });
    expect(ofOrder()).toMatchObject([
      { signed: true, body: { act: 'ACCEPT', state: 'ACCEPTED' } },
      { signed: true, key: ofOrder()[0]?.key },
    ]);
  });

  it('is answered when the case is closed', async () => {
    const order = await received();
    const [row] = await intake.database.system.query<{ complaint_id: string }>(
      'SELECT complaint_id FROM work_order WHERE id = :id',
      { id: order.id },
    );
    const complaintId = row?.complaint_id ?? '';
    const at = '2026-11-20T03:00:00.000Z';
    const data = { caseId: newId(), complaintId, at, by: 'wu', closedAt: at, outcome: 'RESOLVED' };
    await intake.handle('case-handling', { type: caseClosed.type, id: newId(), tenantId: 'acme', data });
    expect(await read(order.id)).toMatchObject({ state: 'ANSWERED', version: 2 });
  });

  it('learns nothing without a signature of now', async () => {
    expect((await send(anOrder(), { using: Buffer.alloc(32, 8) })).status).toBe(401);
    expect((await send(anOrder(), { at: new Date(Date.now() - 600_000) })).status).toBe(401);
    expect((await send(anOrder(), { key: 'nobody-at-all' })).status).toBe(401);
    expect((await send({ act: 'EXPLODE' })).status).toBe(400);
    expect((await send({ orderNumber: 'unknown', act: 'URGE' })).status).toBe(422);
  });

  it('sends a complaint of the organisation to the centre, and is none of another organisation', async () => {
    const { data } = await intake.ask(agent, `{ complaints(first: 1) { nodes { id number } } }`);
    const [complaint] = (data as unknown as { complaints: { nodes: { id: string; number: string }[] } }).complaints
      .nodes;
    const document = `mutation ($input: CreateWorkOrderInput!) {
      createWorkOrder(input: $input) { workOrder { ${ORDER} } userErrors { code } } }`;
    const create = async (token: string, input: object = {}) => {
      const whole = { idempotencyKey: newId(), complaintId: complaint?.id, centre: KEY, note: '请回访', ...input };
      const answer = await intake.ask(token, document, { input: whole });
      return (answer.data as unknown as { createWorkOrder: Answered }).createWorkOrder;
    };
    const { workOrder } = await create(agent);
    expect(workOrder).toMatchObject({ fromCentre: false, state: 'RECEIVED' });
    const about = fromGlobalId('Complaint', complaint?.id);
    await eventually(() => told.find(({ body }) => body['act'] === 'CREATE' && body['complaintId'] === about), {
      what: 'the order at the centre',
    });
    expect((await create(agent, { centre: 'nobody-at-all' })).userErrors).toMatchObject([
      { code: 'INTAKE_WORK_ORDER_CENTRE_UNKNOWN' },
    ]);
    expect((await create(agent, { note: '很'.repeat(1_001) })).userErrors).toMatchObject([
      { code: 'INTAKE_VALUE_TOO_LONG' },
    ]);
    const stranger = await intake.tokenFor({ tenant: 'other', role: 'agent' });
    expect((await create(stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await read(workOrder?.id ?? '', stranger)).toBeNull();
    const misnamed = { ...(workOrder as Order), id: '工单' };
    expect(await read(misnamed.id)).toBeNull();
    expect((await advance(misnamed, 'ACCEPT')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await advance(workOrder as Order, 'ACCEPT', {}, stranger)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});
