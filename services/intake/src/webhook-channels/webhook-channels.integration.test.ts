import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSignedWebhook, signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';
import type { ChannelEndpoint } from './model/channel-endpoint';

const COMPLAINTS = `{ complaints(first: 50) { nodes {
  id number channel text customer { name phone externalRef } correspondence { text fromComplainant medium }
  letters { medium state to error attempts { error } }
} } }`;

interface Seen {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly text: string;
  readonly customer: object;
  readonly correspondence: readonly object[];
  readonly letters: readonly { readonly state: string; readonly error: string | null }[];
}
interface Call {
  readonly body: { readonly letterId: string; readonly to: string; readonly text: string };
  readonly signed: boolean;
  readonly idempotencyKey: string;
}

const secret = Buffer.alloc(32, 5);
const older = Buffer.alloc(32, 6);
const calls: Call[] = [];
let status = 202;
let provider: Server;
let intake: IntakeUnderTest;
let agent: string;

beforeAll(async () => {
  provider = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signature = String(request.headers[WEBHOOK_SIGNATURE_HEADER]);
      const signed = isSignedWebhook([secret], body, { signature, now: new Date() });
      const idempotencyKey = String(request.headers['idempotency-key']);
      calls.push({ body: JSON.parse(body.toString()) as Call['body'], signed, idempotencyKey });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    provider.listen(0, '127.0.0.1', resolve);
  });
  const outbound = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/send`;
  const endpoint = { tenant: 'acme', category: 'product-quality', outbound };
  const endpoints: ChannelEndpoint[] = [
    { ...endpoint, channel: 'sms', key: 'sms-of-acme', secrets: [secret, older] },
    { ...endpoint, channel: 'social-media', key: 'wechat-of-acme', secrets: [secret] },
  ];
  intake = await startIntake(undefined, { workers: true, settings: { REDRESS_CHANNELS: endpoints } });
  await intake.adopt('acme');
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent' });
  const manager = await intake.tokenFor({ tenant: 'acme', role: 'manager' });
  const set = `mutation { setCorrespondence(input: { idempotencyKey: "${newId()}", defaultLanguage: ZH_CN,
    acknowledgeAlways: true, expectedVersion: 0 }) { userErrors { code } } }`;
  await intake.ask(manager, set);
});
afterAll(async () => {
  await intake.stop();
  provider.closeAllConnections();
  provider.close();
});

const complaints = async (): Promise<readonly Seen[]> => {
  const { data, errors } = await intake.ask(agent, COMPLAINTS);
  if (data === null) throw new Error(JSON.stringify(errors));
  return (data['complaints'] as unknown as { nodes: Seen[] }).nodes;
};
const complaintSaying = async (text: string) => (await complaints()).find((each) => each.text.includes(text));
const aMessage = (changes: object = {}) => ({
  messageId: newId(),
  from: { address: 'openid-1', name: '王芳' },
  text: '锅盖裂了，请处理。',
  ...changes,
});

async function post(
  path: string,
  message: object | string,
  signing: { secret?: Buffer; at?: Date; signature?: string } = {},
) {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  const signature = signing.signature ?? signWebhook(signing.secret ?? secret, body, signing.at ?? new Date());
  const response = await fetch(`${intake.httpUrl}/channels/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [WEBHOOK_SIGNATURE_HEADER]: signature },
    body: new Uint8Array(body),
  });
  return [response.status, (await response.json()) as object] as const;
}

describe('a message over a signed webhook', () => {
  it('becomes a complaint of its sender, once however often it is brought', async () => {
    const message = aMessage();
    const [code, answer] = await post('social-media/wechat-of-acme', message);
    expect(code).toBe(200);
    const seen = await complaintSaying('锅盖裂了');
    expect(answer).toEqual({ state: 'REGISTERED', duplicate: false, number: seen?.number });
    expect(seen).toMatchObject({
      channel: 'SOCIAL_MEDIA',
      customer: { name: '王芳', phone: null, externalRef: 'chat:openid-1' },
    });
    expect(await post('social-media/wechat-of-acme', message)).toEqual([200, { state: 'REGISTERED', duplicate: true }]);
    const both = await Promise.all(
      [1, 2].map(() => post('social-media/wechat-of-acme', aMessage({ messageId: 'm-2', text: '同时两次' }))),
    );
    expect(both.map(([each]) => each)).toEqual([200, 200]);
    expect((await complaints()).filter(({ text }) => text.includes('同时两次'))).toHaveLength(1);
  });

  it('goes on in its conversation', async () => {
    const conversationId = newId();
    await post('social-media/wechat-of-acme', aMessage({ conversationId, text: '电梯坏了' }));
    const [, answer] = await post('social-media/wechat-of-acme', aMessage({ conversationId, text: '还没有人来' }));
    expect(answer).toMatchObject({ state: 'THREADED' });
    expect(await complaintSaying('电梯坏了')).toMatchObject({
      correspondence: [{ text: '还没有人来', fromComplainant: true, medium: 'CHAT' }],
    });
  });

  it('is added to the complaint whose number it names, or whose letter it answers', async () => {
    const seen = await complaintSaying('电梯坏了');
    const named = await post('social-media/wechat-of-acme', aMessage({ text: `关于 ${seen?.number ?? ''} 的补充` }));
    expect(named[1]).toMatchObject({ state: 'THREADED' });
    const call = await eventually(() => calls.find(({ body }) => body.text.includes(seen?.number ?? '?')));
    const answered = await post(
      'social-media/wechat-of-acme',
      aMessage({ text: '收到', inReplyTo: call.body.letterId }),
    );
    expect(answered[1]).toMatchObject({ state: 'THREADED' });
  });

  it('is kept for a person where the regulation takes none over that channel', async () => {
    const message = { ...aMessage({ text: 'SMS text' }), from: { address: '+86 138 0013 8000' } };
    expect((await post('sms/sms-of-acme', message))[1]).toMatchObject({ state: 'UNROUTED', duplicate: false });
    const list = '{ unroutedMessages { nodes { reason source text from } } }';
    expect((await intake.ask(agent, list)).data).toEqual({
      unroutedMessages: {
        nodes: [
          { reason: 'INTAKE_CHANNEL_NOT_ENABLED', source: 'channel:sms', text: 'SMS text', from: '+86 138 0013 8000' },
        ],
      },
    });
  });

  it('may be signed with an older secret while it is being changed', async () => {
    const message = { ...aMessage(), from: { address: '13900139000' } };
    expect((await post('sms/sms-of-acme', message, { secret: older }))[0]).toBe(200);
  });

  it.each([
    ['a secret of somebody else', {}, { secret: Buffer.alloc(32, 9) }],
    ['a signature of long ago', {}, { at: new Date(Date.now() - 600_000) }],
    ['a signature of the future', {}, { at: new Date(Date.now() + 600_000) }],
    ['no signature', {}, { signature: 'none' }],
    ['the signature of something else', {}, { signature: signWebhook(secret, Buffer.from('{}'), new Date()) }],
  ])('is not taken with %s', async (_, message, signing) => {
    expect(await post('social-media/wechat-of-acme', aMessage(message), signing)).toEqual([401, {}]);
  });

  it('is not taken at an address that there is not, which nobody can tell from a wrong signature', async () => {
    expect(await post('social-media/wechat-of-nobody', aMessage())).toEqual([401, {}]);
    expect(await post('sms/wechat-of-acme', aMessage())).toEqual([401, {}]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['a member that it does not have', { ...aMessage(), tenant: 'other' }],
    ['no sender', { messageId: 'a', text: 'b' }],
    ['an id that is too long', aMessage({ messageId: 'x'.repeat(201) })],
  ])('is malformed with %s', async (_, message) => {
    expect(await post('social-media/wechat-of-acme', message)).toEqual([400, { code: 'MESSAGE_MALFORMED' }]);
  });

  it('is not read beyond the limit', async () => {
    expect((await post('social-media/wechat-of-acme', 'x'.repeat(262_145)))[0]).toBe(413);
  });
});

describe('a letter over a webhook', () => {
  it('goes to the provider of the organisation, signed, under an id that stays the same', async () => {
    status = 503;
    await post('social-media/wechat-of-acme', aMessage({ from: { address: 'openid-9' }, text: '灯不亮' }));
    await eventually(async () => (await complaintSaying('灯不亮'))?.letters[0]?.error === 'PROVIDER_503');
    status = 202;
    await intake.database.system.execute("UPDATE letter SET next_step_at = UTC_TIMESTAMP(3) WHERE state = 'FAILED'");
    const letters = await eventually(async () => {
      const seen = await complaintSaying('灯不亮');
      return seen?.letters[0]?.state === 'SENT' ? seen.letters : undefined;
    });
    expect(letters).toMatchObject([
      { medium: 'CHAT', to: 'op***-9', attempts: [{ error: 'PROVIDER_503' }, { error: null }] },
    ]);
    const own = calls.filter(({ body }) => body.to === 'openid-9');
    expect(own.map(({ signed }) => signed)).toEqual([true, true]);
    expect(new Set(own.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(own[0]?.body.text).toContain('我们已于');
  });

  it('is given up when the provider will never take it', async () => {
    status = 400;
    await post('social-media/wechat-of-acme', aMessage({ from: { address: 'openid-10' }, text: '门锁坏了' }));
    await eventually(async () => (await complaintSaying('门锁坏了'))?.letters[0]?.state === 'GIVEN_UP');
    status = 202;
  });
});
