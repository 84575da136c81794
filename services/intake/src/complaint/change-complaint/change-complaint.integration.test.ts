import { newId } from '@redress/kernel';
import { adopt } from '../../testing/adopted';
import { REGISTER, registration } from '../../testing/documents';
import { startIntake, type IntakeUnderTest } from '../../testing/intake-under-test';

const FIELDS = `complaint { id version itemType itemKind persons priority category { code }
    classification { axis value origin } assessment { key value } intakeLevel { level because }
    changes { by automatic fact old new because version } } replayed userErrors { code path details { allowed currentVersion } }`;
const mutation = (name: string) => {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation Change($input: ${input}!) { answer: ${name}(input: $input) { ${FIELDS} } }`;
};

interface Changed {
  readonly complaint: Record<string, unknown> & { readonly changes: object[]; readonly version: number };
  readonly replayed: boolean;
  readonly userErrors: readonly object[];
}

let intake: IntakeUnderTest;
const tokens = new Map<string, string>();
beforeAll(async () => {
  intake = await startIntake();
  for (const tenant of ['insurer-consultation', 'manufacturer-yymmcc', 'company-24h-3wd-7wd', 'gym-levels']) {
    await adopt(intake, tenant, tenant);
    tokens.set(tenant, await intake.tokenFor({ tenant, role: 'agent', subject: 'agent-1' }));
  }
});
afterAll(() => intake.stop());

const agentOf = (tenant: string) => tokens.get(tenant) ?? '';
const register = async (tenant: string, changes: object): Promise<string> => {
  const answer = await intake.ask(agentOf(tenant), REGISTER, { input: registration(changes) });
  const { complaint, userErrors } = (
    answer.data as unknown as { registerComplaint: { complaint: { id: string } | null; userErrors: object[] } }
  ).registerComplaint;
  if (complaint === null) throw new Error(JSON.stringify(userErrors));
  return complaint.id;
};
const change = async (name: string, token: string, input: object): Promise<Changed> => {
  const answer = await intake.ask(token, mutation(name), {
    input: { idempotencyKey: newId(), expectedVersion: 1, reason: 'as the customer said', ...input },
  });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as { answer: Changed }).answer;
};
const reassessments = async (tenant: string) => {
  const rows = await intake.database.system.query<{ envelope: string }>(
    "SELECT envelope FROM outbox_log WHERE type LIKE '%reassessed%' AND envelope LIKE :tenant ORDER BY aggregate_version",
    { tenant: `%"tenantid":"${tenant}"%` },
  );
  return rows.map(
    ({ envelope }) => JSON.parse(envelope) as { aggregateversion: number; data: Record<string, unknown> },
  );
};
const policyholder = { details: { name: '李雷', kind: 'POLICYHOLDER', phone: '13800138000' } };

describe('assess complaint', () => {
  const grievance = () =>
    register('insurer-consultation', {
      itemType: 'GRIEVANCE',
      categoryCode: 'claims',
      demand: { kind: 'COMPENSATION' },
      customer: policyholder,
    });

  it('stores what was judged with its history and its event, and what follows by itself with its rule', async () => {
    const complaintId = await grievance();
    const { complaint, userErrors } = await change('assessComplaint', agentOf('insurer-consultation'), {
      complaintId,
      assessment: [{ key: 'severalChecks', value: 'true' }],
      persons: 12,
    });
    expect(userErrors).toEqual([]);
    expect(complaint).toMatchObject({
      version: 2,
      itemType: 'COMPLAINT',
      persons: 12,
      priority: 'URGENT',
      intakeLevel: { level: 'major', because: ['ten-persons'] },
      changes: [
        {
          fact: 'assessment.severalChecks',
          old: null,
          new: 'true',
          automatic: false,
          because: 'as the customer said',
          by: 'agent-1',
        },
        { fact: 'itemType', old: 'GRIEVANCE', new: 'COMPLAINT', automatic: true },
        { fact: 'persons', old: '1', new: '12', automatic: false },
        { fact: 'level', old: 'general', new: 'major', automatic: true, because: 'ten-persons' },
      ],
    });
    expect((await reassessments('insurer-consultation')).at(-1)).toMatchObject({
      aggregateversion: 2,
      data: {
        automatic: false,
        by: 'agent-1',
        changed: ['assessment.severalChecks', 'itemType', 'persons'],
        matter: { itemType: 'COMPLAINT', persons: 12, assessment: { severalChecks: true } },
      },
    });
  });

  it('takes a fact back', async () => {
    const complaintId = await grievance();
    const as = agentOf('insurer-consultation');
    await change('assessComplaint', as, { complaintId, assessment: [{ key: 'complicated', value: 'true' }] });
    const { complaint } = await change('assessComplaint', as, {
      complaintId,
      expectedVersion: 2,
      assessment: [{ key: 'complicated', value: '' }],
    });
    expect(complaint).toMatchObject({ version: 3, assessment: [] });
  });

  it('writes nothing where nothing changes', async () => {
    const complaintId = await grievance();
    const before = await reassessments('insurer-consultation');
    const { complaint } = await change('assessComplaint', agentOf('insurer-consultation'), { complaintId, persons: 1 });
    expect(complaint).toMatchObject({ version: 1, changes: [] });
    expect(await reassessments('insurer-consultation')).toEqual(before);
  });

  it('answers a repeated call as the first', async () => {
    const input = { complaintId: await grievance(), persons: 3, idempotencyKey: newId() };
    const first = await change('assessComplaint', agentOf('insurer-consultation'), input);
    expect(await change('assessComplaint', agentOf('insurer-consultation'), input)).toEqual({
      ...first,
      replayed: true,
    });
  });

  it('lets one of many at once through', async () => {
    const complaintId = await grievance();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        change('assessComplaint', agentOf('insurer-consultation'), { complaintId, persons: index + 2 }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array.from(
        { length: 5 },
        () =>
          expect.objectContaining({
            code: 'VERSION_CONFLICT',
            details: expect.objectContaining({ currentVersion: 2 }) as unknown,
          }) as unknown,
      ),
    );
  });

  it.each([
    ['a fact that the regulation does not declare', { assessment: [{ key: 'x', value: '1' }] }, 'INTAKE_FIELD_UNKNOWN'],
    ['to take back what is not declared', { assessment: [{ key: 'x', value: '' }] }, 'INTAKE_FIELD_UNKNOWN'],
    ['a value of another type', { assessment: [{ key: 'complicated', value: 'perhaps' }] }, 'INTAKE_FIELD_MISTYPED'],
    ['an option that is none', { assessment: [{ key: 'handling', value: 'odd' }] }, 'INTAKE_OPTION_NOT_ALLOWED'],
    ['an impossible number', { persons: -1 }, 'INTAKE_NUMBER_OUT_OF_BOUNDS'],
    ['no reason', { reason: ' ' }, 'INTAKE_REASON_OUT_OF_BOUNDS'],
    ['an old version', { expectedVersion: 7 }, 'VERSION_CONFLICT'],
  ])('refuses %s', async (_, changes, code) => {
    const complaintId = await grievance();
    const answer = await change('assessComplaint', agentOf('insurer-consultation'), { complaintId, ...changes });
    expect(answer).toMatchObject({ complaint: null, userErrors: [{ code }] });
  });

  it('knows no complaint of another organisation', async () => {
    const complaintId = await grievance();
    expect(await change('assessComplaint', agentOf('gym-levels'), { complaintId, persons: 2 })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'complaintId'] }],
    });
  });

  it.each(['customer', 'finance', 'auditor', 'analyst', 'admin'] as const)('is not for %s', async (role) => {
    const token = await intake.tokenFor({ tenant: 'insurer-consultation', role });
    await expect(change('assessComplaint', token, { complaintId: newId() })).rejects.toThrow('FORBIDDEN');
  });
});

describe('convert item', () => {
  const card = ['materialNumber:M', 'shippingDate:2026-11-02', 'quantity:5', 'defectiveQuantity:1'].map((pair) => {
    const [key, value] = pair.split(':');
    return { key, value };
  });
  const complaint = (changes: object = {}) =>
    register('manufacturer-yymmcc', {
      channel: 'SALES_STAFF',
      categoryCode: 'quality-anomaly',
      customer: { details: { name: '宏达公司', kind: 'CORPORATE_BUYER' } },
      orderLine: { orderNumber: 'SO-9', lineNumber: 1 },
      demand: { kind: 'EXCHANGE' },
      card,
      ...changes,
    });

  it('is refused while the condition of the text does not hold', async () => {
    const complaintId = await complaint();
    expect(
      await change('convertItem', agentOf('manufacturer-yymmcc'), { complaintId, itemType: 'ANOMALY' }),
    ).toMatchObject({
      userErrors: [{ code: 'INTAKE_CONVERSION_NOT_ALLOWED', path: ['input', 'itemType'], details: { allowed: [] } }],
    });
  });

  it('happens by itself at registration when it holds', async () => {
    const complaintId = await complaint({ assessment: [{ key: 'noLoss', value: 'true' }] });
    const answer = await intake.ask(
      agentOf('manufacturer-yymmcc'),
      'query C($id: ID!) { complaint(id: $id) { itemType } }',
      {
        id: complaintId,
      },
    );
    expect(answer.data).toEqual({ complaint: { itemType: 'ANOMALY' } });
  });

  it('is done by staff where the text allows it without a condition', async () => {
    const complaintId = await register('gym-levels', { categoryCode: 'service' });
    const answer = await change('convertItem', agentOf('gym-levels'), {
      complaintId,
      itemType: 'DEMAND',
      itemKind: 'venting',
    });
    expect(answer.complaint).toMatchObject({ itemType: 'DEMAND', itemKind: 'venting', version: 2 });
    expect(
      await change('convertItem', agentOf('gym-levels'), { complaintId, itemType: 'COMPLAINT', expectedVersion: 2 }),
    ).toMatchObject({ userErrors: [{ code: 'INTAKE_CONVERSION_NOT_ALLOWED' }] });
  });
});

describe('correct classification', () => {
  const TENANT = 'company-24h-3wd-7wd';
  const correct = (input: object) => change('correctClassification', agentOf(TENANT), input);
  const category = async (text: string) => {
    const answer = await intake.ask(agentOf(TENANT), REGISTER, {
      input: registration({ categoryCode: undefined, text }),
    });
    const { complaint } = (answer.data as unknown as { registerComplaint: { complaint: { id: string } | null } })
      .registerComplaint;
    if (complaint === null) return undefined;
    const read = await intake.ask(agentOf(TENANT), 'query C($id: ID!) { complaint(id: $id) { category { code } } }', {
      id: complaint.id,
    });
    return (read.data as unknown as { complaint: { category: { code: string } } }).complaint.category.code;
  };

  it('keeps what it was, and is a person’s from then on', async () => {
    const complaintId = await register(TENANT, {});
    const { complaint } = await correct({ complaintId, categoryCode: 'delivery-delay' });
    expect(complaint).toMatchObject({
      version: 2,
      category: { code: 'delivery-delay' },
      classification: [{ axis: 'category', value: 'delivery-delay', origin: 'PERSON' }],
      changes: [{ fact: 'category', old: 'product-quality', new: 'delivery-delay', automatic: false }],
    });
    expect((await reassessments(TENANT)).at(-1)?.data).toMatchObject({
      categoryCode: 'delivery-delay',
      changed: ['category'],
    });
  });

  it.each([
    ['an unknown category', { categoryCode: 'none' }, 'INTAKE_CATEGORY_UNKNOWN'],
    ['an unknown axis', { classification: [{ axis: 'colour', value: 'red' }] }, 'INTAKE_FIELD_UNKNOWN'],
    ['nothing', {}, 'INTAKE_NOTHING_CORRECTED'],
  ])('refuses %s', async (_, input, code) => {
    expect(await correct({ complaintId: await register(TENANT, {}), ...input })).toMatchObject({
      userErrors: [{ code }],
    });
  });

  it('teaches which words stand for what', async () => {
    const unknown = '水壶的底部一直漏水，地板都泡坏了';
    expect(await category(unknown)).toBeUndefined();
    const lessons: [string, string][] = [
      ['新买的水壶漏水，厨房都湿了', 'product-quality'],
      ['浴缸的底部漏水，修了也没用', 'product-quality'],
      ['快递一直没有到，等了两个星期', 'delivery-delay'],
      ['说好昨天到货，快递还没有发出', 'delivery-delay'],
    ];
    for (const [text, categoryCode] of lessons) {
      await correct({ complaintId: await register(TENANT, { categoryCode: 'service-attitude', text }), categoryCode });
    }
    expect(await category(unknown)).toBe('product-quality');
    expect(await category('我的快递还没有到')).toBe('delivery-delay');
  });
});
