import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const FIELDS = `complaint { id version forwarding { unitId organisation means forwardedBy confirmedAt receipt } }
  replayed userErrors { code path }`;
const DOCUMENTS = {
  forwardComplaint: `mutation ($input: ForwardComplaintInput!) { answer: forwardComplaint(input: $input) { ${FIELDS} } }`,
  confirmForwarding: `mutation ($input: ConfirmForwardingInput!) { answer: confirmForwarding(input: $input) { ${FIELDS} } }`,
};

interface Forwarded {
  readonly complaint: { id: string; version: number; forwarding: object | null } | null;
  readonly userErrors: { code: string }[];
}

describe('forwarding what is out of scope', () => {
  let intake: IntakeUnderTest;
  let agent: string;
  let complaintId: string;
  beforeAll(async () => {
    intake = await startIntake();
    await intake.adopt('acme');
    agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    const { data } = await intake.ask(agent, REGISTER, { input: registration() });
    complaintId = (data as unknown as { registerComplaint: { complaint: { id: string } } }).registerComplaint.complaint
      .id;
  });

  async function call(name: keyof typeof DOCUMENTS, input: object, token = agent): Promise<Forwarded> {
    const whole = { idempotencyKey: newId(), complaintId, expectedVersion: 1, ...input };
    const answer = await intake.ask(token, DOCUMENTS[name], { input: whole });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as unknown as { answer: Forwarded }).answer;
  }
  const elsewhere = { organisation: '市场监督管理局', means: 'LETTER', reason: '不属于本公司业务' };

  it('notes where it went and that it arrived, and publishes both without the reason', async () => {
    expect((await call('forwardComplaint', elsewhere)).complaint).toMatchObject({
      version: 2,
      forwarding: { organisation: '市场监督管理局', forwardedBy: 'agent-1', confirmedAt: null },
    });
    const confirmed = await call('confirmForwarding', { expectedVersion: 2, receipt: 'No. 7' });
    expect(confirmed.complaint).toMatchObject({ version: 3, forwarding: { receipt: 'No. 7' } });
    const events = await intake.database.system.query<{ type: string; envelope: string }>(
      'SELECT type, envelope FROM outbox_log WHERE aggregate_id = :id ORDER BY aggregate_version',
      { id: fromGlobalId('Complaint', complaintId) },
    );
    expect(events.map(({ type }) => type)).toEqual([
      'redress.intake.complaint.registered.v1',
      'redress.intake.complaint.forwarded.v1',
      'redress.intake.complaint.forwarding-confirmed.v1',
    ]);
    expect(JSON.stringify(events)).not.toContain('不属于本公司业务');
  });

  it('goes to one place, once, for a reason, and from the version that was seen', async () => {
    const codes = async (input: object) => (await call('forwardComplaint', input)).userErrors.map(({ code }) => code);
    expect(await codes({ ...elsewhere, unitId: 'hq' })).toEqual(['INTAKE_FORWARD_TO_ONE']);
    expect(await codes({ ...elsewhere, reason: ' ' })).toEqual(['INTAKE_REASON_OUT_OF_BOUNDS']);
    expect(await codes({ ...elsewhere, expectedVersion: 2 })).toEqual(['VERSION_CONFLICT']);
    expect(await codes(elsewhere)).toEqual([]);
    expect(await codes({ ...elsewhere, expectedVersion: 2 })).toEqual(['INTAKE_ALREADY_FORWARDED']);
  });

  it('goes outside where the unit was left blank, as forms send it', async () => {
    const { complaint } = await call('forwardComplaint', { ...elsewhere, unitId: '' });
    expect(complaint?.forwarding).toMatchObject({ unitId: null, organisation: '市场监督管理局' });
    const [told] = await intake.database.system.query<{ envelope: string }>(
      "SELECT envelope FROM outbox_log WHERE aggregate_id = :id AND type LIKE '%.forwarded.v1'",
      { id: fromGlobalId('Complaint', complaintId) },
    );
    expect(JSON.parse(told?.envelope ?? '')).toMatchObject({ data: { destination: 'OUTSIDE' } });
  });

  it('is confirmed once, and only after it was forwarded', async () => {
    expect((await call('confirmForwarding', {})).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await call('forwardComplaint', elsewhere);
    await call('confirmForwarding', { expectedVersion: 2 });
    expect((await call('confirmForwarding', { expectedVersion: 3 })).userErrors).toMatchObject([
      { code: 'INTAKE_ALREADY_CONFIRMED' },
    ]);
  });

  it('does not exist for another organisation', async () => {
    const stranger = await intake.tokenFor({ tenant: 'other', role: 'agent', subject: 'agent-2' });
    expect((await call('forwardComplaint', elsewhere, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
