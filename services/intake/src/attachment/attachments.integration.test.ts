import { createHash } from 'node:crypto';
import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type Answer, type IntakeUnderTest } from '../testing/intake-under-test';

const REQUEST = `
  mutation Request($input: RequestAttachmentUploadInput!) {
    requestAttachmentUpload(input: $input) {
      ticket { url expiresAt attachmentId } replayed userErrors { code path details { limit allowed } }
    }
  }`;
const FILES = `query Files($id: ID!) {
  complaint(id: $id) { version attachments { id fileName mediaType sizeBytes sha256 addedAt downloadUrl } }
}`;

interface Requested {
  readonly ticket: { url: string; expiresAt: string; attachmentId: string } | null;
  readonly replayed: boolean;
  readonly userErrors: { code: string; path: string[] }[];
}
interface Files {
  readonly version: number;
  readonly attachments: { id: string; fileName: string; sha256: string; sizeBytes: number; downloadUrl: string }[];
}

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60_000, 1)]);

let intake: IntakeUnderTest;
let agent: string;
beforeAll(async () => {
  intake = await startIntake();
  for (const tenant of ['acme', 'other']) await intake.adopt(tenant);
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
});
afterAll(() => intake.stop());

const dataOf = <Data>(answer: Answer): Data => {
  if (answer.data === null) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
};
const aComplaint = async () =>
  dataOf<{ registerComplaint: { complaint: { id: string; customer: { id: string } } } }>(
    await intake.ask(agent, REGISTER, { input: registration() }),
  ).registerComplaint.complaint;
const request = async (complaintId: string, changes: object = {}, token = agent) => {
  const file = { fileName: '照片 1.jpg', mediaType: 'image/jpeg', sizeBytes: photo.length };
  const input = { idempotencyKey: newId(), complaintId, ...file, ...changes };
  return dataOf<{ requestAttachmentUpload: Requested }>(await intake.ask(token, REQUEST, { input }))
    .requestAttachmentUpload;
};
const urlOf = (requested: Requested): string => {
  if (requested.ticket === null) throw new Error(JSON.stringify(requested.userErrors));
  return requested.ticket.url.replace('http://redress.test', intake.httpUrl);
};
const put = (url: string, body: Buffer | string, type = 'image/jpeg') =>
  fetch(url, {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': type },
  });
const filesOf = async (id: string, token = agent) =>
  dataOf<{ complaint: Files }>(await intake.ask(token, FILES, { id })).complaint;
const download = (url: string) => fetch(url.replace('http://redress.test', intake.httpUrl));

describe('an attachment', () => {
  it('is sent to its ticket, belongs to its complaint, and is fetched again as it was', async () => {
    const { id } = await aComplaint();
    const requested = await request(id);
    expect(requested).toMatchObject({
      replayed: false,
      userErrors: [],
      ticket: { expiresAt: '2026-11-20T02:15:00.000Z' },
    });
    const answer = await put(urlOf(requested), photo);
    const sha256 = createHash('sha256').update(photo).digest('hex');
    expect([answer.status, await answer.json()]).toEqual([201, { sha256 }]);

    const { version, attachments } = await filesOf(id);
    expect(version).toBe(2);
    expect(attachments).toMatchObject([
      {
        id: requested.ticket?.attachmentId,
        fileName: '照片 1.jpg',
        mediaType: 'image/jpeg',
        sizeBytes: photo.length,
        sha256,
      },
    ]);
    const content = await download(attachments[0]?.downloadUrl ?? '');
    expect(Buffer.from(await content.arrayBuffer()).equals(photo)).toBe(true);
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%201.jpg",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('appends one event, without its name', async () => {
    const { id } = await aComplaint();
    await put(urlOf(await request(id)), photo);
    const events = await intake.database.system.query<{ envelope: string }>(
      'SELECT envelope FROM outbox_log WHERE aggregate_id = :id ORDER BY aggregate_version',
      { id: fromGlobalId('Complaint', id) },
    );
    expect(events.map(({ envelope }) => JSON.parse(envelope) as object)).toMatchObject([
      { aggregateversion: 1 },
      {
        type: 'redress.intake.complaint.attachment-added.v1',
        aggregateversion: 2,
        data: { mediaType: 'image/jpeg', sizeBytes: photo.length, addedBy: 'agent-1' },
      },
    ]);
    expect(events[1]?.envelope).not.toContain('照片');
  });

  it('shows only once its content has come', async () => {
    const { id } = await aComplaint();
    await request(id);
    expect(await filesOf(id)).toEqual({ version: 1, attachments: [] });
  });

  it('may come beside others at the same time', async () => {
    const { id } = await aComplaint();
    const urls = await Promise.all(Array.from({ length: 5 }, async () => urlOf(await request(id))));
    const answers = await Promise.all(urls.map((url) => put(url, photo)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const { version, attachments } = await filesOf(id);
    expect([version, attachments.length]).toEqual([6, 5]);
  });
});

describe('a ticket', () => {
  it('is the same for a repeated request', async () => {
    const { id } = await aComplaint();
    const idempotencyKey = newId();
    const first = await request(id, { idempotencyKey });
    expect(await request(id, { idempotencyKey })).toEqual({ ...first, replayed: true });
  });

  it('is good once, also when it is used twice at the same time', async () => {
    const { id } = await aComplaint();
    const url = urlOf(await request(id));
    const answers = await Promise.all([put(url, photo), put(url, photo)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await put(url, photo)).status).toBe(409);
    expect((await filesOf(id)).attachments).toHaveLength(1);
  });

  it('runs out after a quarter of an hour', async () => {
    const { id } = await aComplaint();
    const url = urlOf(await request(id));
    intake.clock.advanceMs(15 * 60_000);
    const answer = await put(url, photo);
    intake.clock.set('2026-11-20T02:00:00.000Z');
    expect([answer.status, await answer.json()]).toEqual([410, { code: 'TICKET_EXPIRED' }]);
  });

  it.each([
    ['a file that is longer than announced', Buffer.concat([photo, Buffer.alloc(1)]), 413],
    ['a file that is much longer than announced', Buffer.concat([photo, Buffer.alloc(8_000_000)]), 413],
    ['a file that is shorter than announced', photo.subarray(0, -1), 413],
    ['a program that was called a picture', Buffer.concat([Buffer.from('MZ'), photo.subarray(2)]), 415],
  ])('does not take %s, and stays good', async (_, content, status) => {
    const { id } = await aComplaint();
    const url = urlOf(await request(id));
    expect((await put(url, content)).status).toBe(status);
    expect((await filesOf(id)).attachments).toEqual([]);
    expect((await put(url, photo)).status).toBe(201);
  });

  it('cannot be made up, changed, or used for a download', async () => {
    const { id } = await aComplaint();
    const url = urlOf(await request(id));
    const changed = url.replace(/attachments\/.{4}/, 'attachments/AAAA');
    expect((await put(changed, photo)).status).toBe(404);
    expect((await put(`${intake.httpUrl}/attachments/none`, photo)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('the request for an upload', () => {
  it.each([
    ['a type that a browser would run', { mediaType: 'text/html' }, 'INTAKE_MEDIA_TYPE_NOT_ALLOWED', 'mediaType'],
    ['an empty file', { sizeBytes: 0 }, 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS', 'sizeBytes'],
    ['a file beyond the limit', { sizeBytes: 20 * 1024 * 1024 + 1 }, 'INTAKE_FILE_SIZE_OUT_OF_BOUNDS', 'sizeBytes'],
    ['a name with a path', { fileName: '../secret.jpg' }, 'INTAKE_VALUE_MALFORMED', 'fileName'],
    ['a name that breaks a header', { fileName: 'a\r\nb.jpg' }, 'INTAKE_VALUE_MALFORMED', 'fileName'],
    ['a name that hides its ending', { fileName: 'gpj.\u202Eexe' }, 'INTAKE_VALUE_MALFORMED', 'fileName'],
    ['no name', { fileName: ' ' }, 'INTAKE_VALUE_MALFORMED', 'fileName'],
    ['a complaint that is none', { complaintId: 'none' }, 'NOT_FOUND', 'complaintId'],
  ])('is refused for %s', async (_, changes, code, path) => {
    const { id } = await aComplaint();
    expect(await request(id, changes)).toMatchObject({ ticket: null, userErrors: [{ code, path: ['input', path] }] });
  });

  it('is refused to another organisation and to another customer as if there were no complaint', async () => {
    const { id } = await aComplaint();
    const other = await intake.tokenFor({ tenant: 'other', role: 'agent' });
    const customer = await intake.tokenFor({ tenant: 'acme', role: 'customer', customer: newId() });
    for (const token of [other, customer])
      expect(await request(id, {}, token)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('is refused beyond 50 files, and tickets that ran out do not count', async () => {
    const { id } = await aComplaint();
    for (let index = 0; index < 50; index += 1) await request(id);
    expect(await request(id)).toMatchObject({ userErrors: [{ code: 'INTAKE_TOO_MANY_ATTACHMENTS' }] });
    intake.clock.advanceMs(15 * 60_000 + 1);
    const later = await request(id);
    intake.clock.set('2026-11-20T02:00:00.000Z');
    expect(later.userErrors).toEqual([]);
  });

  it('is not for those who only read', async () => {
    const { id } = await aComplaint();
    const token = await intake.tokenFor({ tenant: 'acme', role: 'auditor' });
    const input = { idempotencyKey: newId(), complaintId: id, fileName: 'a', mediaType: 'image/jpeg', sizeBytes: 1 };
    expect((await intake.ask(token, REQUEST, { input })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('a customer', () => {
  it('adds files to their own complaint, and sees those that they added', async () => {
    const { id, customer } = await aComplaint();
    await put(urlOf(await request(id)), photo);
    const person = { tenant: 'acme', role: 'customer', customer: fromGlobalId('Customer', customer.id) ?? '' } as const;
    const token = await intake.tokenFor({ ...person, subject: 'customer-1' });
    expect((await put(urlOf(await request(id, { fileName: 'mine.jpg' }, token)), photo)).status).toBe(201);
    expect((await filesOf(id, token)).attachments.map(({ fileName }) => fileName)).toEqual(['mine.jpg']);
    expect((await filesOf(id)).attachments).toHaveLength(2);
  });
});

describe('a download', () => {
  it('is refused when its address has run out', async () => {
    const { id } = await aComplaint();
    await put(urlOf(await request(id)), photo);
    const { attachments } = await filesOf(id);
    intake.clock.advanceMs(5 * 60_000);
    const answer = await download(attachments[0]?.downloadUrl ?? '');
    intake.clock.set('2026-11-20T02:00:00.000Z');
    expect(answer.status).toBe(410);
  });

  it('cannot be asked for with a made-up address', async () => {
    expect((await download('http://redress.test/attachments/none')).status).toBe(404);
  });
});
