import { findRegulation, readRegulation } from '@redress/regulations';
import { adopt } from '../../testing/adopted';
import { REGISTER, registration } from '../../testing/documents';
import { startIntake, type IntakeUnderTest } from '../../testing/intake-under-test';

const READ = `query Read($id: ID!) { complaint(id: $id) {
  itemType itemKind complainantKind channelClass written persons raised priority fastLane
  category { code } regulation { code version }
  card { key value personal label { zh } } assessment { key value } classification { axis value origin }
  suggestions { axis value score by because confident } intakeLevel { level because }
} }`;

interface Registered {
  readonly complaint: { readonly id: string; readonly number: string } | null;
  readonly userErrors: readonly { code: string; path: string[]; details: { allowed: string[] | null } | null }[];
}

let intake: IntakeUnderTest;
const tokens = new Map<string, string>();
const token = (tenant: string) => tokens.get(tenant) ?? '';
beforeAll(async () => {
  intake = await startIntake();
  for (const tenant of [
    'manufacturer-yymmcc',
    'consumer-affairs',
    'insurer-consultation',
    'tobacco-wholesale',
    'omnichannel-72h',
    'company-24h-3wd-7wd',
  ]) {
    await adopt(intake, tenant, tenant);
    tokens.set(tenant, await intake.tokenFor({ tenant, role: 'agent', subject: 'agent-1' }));
  }
});
afterAll(() => intake.stop());

const register = async (tenant: string, changes: object, as = token(tenant)): Promise<Registered> => {
  const answer = await intake.ask(as, REGISTER, { input: registration(changes) });
  if (answer.data === null) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as { registerComplaint: Registered }).registerComplaint;
};
const read = async (tenant: string, id: string | undefined, as = token(tenant)) => {
  const answer = await intake.ask(as, READ, { id });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as { complaint: Record<string, unknown> }).complaint;
};
const refusals = ({ userErrors }: Registered) =>
  userErrors.map(({ code, path, details }) => [code, path.join('.'), details?.allowed ?? []]);
const eventOf = async (number: string) => {
  const rows = await intake.database.system.query<{ envelope: string }>(
    "SELECT envelope FROM outbox_log WHERE type LIKE '%registered%' AND envelope LIKE :number",
    { number: `%"${number}"%` },
  );
  return JSON.parse(rows[0]?.envelope ?? '{}') as { data: { matter: Record<string, unknown> } };
};

const buyer = { details: { name: '宏达公司', kind: 'CORPORATE_BUYER', email: 'buyer@example.cn' } };
const sheet = [
  { key: 'materialNumber', value: 'M-77' },
  { key: 'shippingDate', value: '2026-11-02' },
  { key: 'quantity', value: '500' },
  { key: 'defectiveQuantity', value: '12.5' },
];
const manufacturer = {
  channel: 'SALES_STAFF',
  categoryCode: 'quality-anomaly',
  customer: buyer,
  orderLine: { orderNumber: 'SO-9', lineNumber: 1 },
  demand: { kind: 'EXCHANGE' },
  card: sheet,
};

describe('the card of a regulation', () => {
  it('is kept in the types of the regulation, shown with its labels, and published without what is personal', async () => {
    const { complaint, userErrors } = await register('manufacturer-yymmcc', manufacturer);
    expect(userErrors).toEqual([]);
    expect(complaint?.number).toBe('261101');
    expect(await read('manufacturer-yymmcc', complaint?.id)).toMatchObject({
      complainantKind: 'CORPORATE_BUYER',
      card: expect.arrayContaining([
        { key: 'orderNumber', value: 'SO-9', personal: false, label: { zh: expect.any(String) as string } },
        expect.objectContaining({ key: 'defectiveQuantity', value: '12.5' }),
      ]) as unknown,
    });
    const { matter } = (await eventOf('261101')).data;
    expect(matter['card']).toMatchObject({ orderNumber: 'SO-9', quantity: 500, shippingDate: '2026-11-02' });
  });

  it('is refused with every field that is missing, of another type or not of the regulation', async () => {
    const card = [
      { key: 'quantity', value: 'many' },
      { key: 'colour', value: 'red' },
      { key: 'materialNumber', value: ' ' },
    ];
    const { orderLine: _, ...others } = manufacturer;
    const fields = ['orderNumber', 'materialNumber', 'shippingDate', 'quantity', 'defectiveQuantity', 'demand'];
    expect(refusals(await register('manufacturer-yymmcc', { ...others, card }))).toEqual([
      ['INTAKE_FIELD_UNKNOWN', 'input.card.1.value', fields],
      ['INTAKE_FIELD_MISSING', 'input.orderLine', ['orderNumber']],
      ['INTAKE_FIELD_MISSING', 'input.card.2.value', ['materialNumber']],
      ['INTAKE_FIELD_MISSING', 'input.card', ['shippingDate']],
      ['INTAKE_FIELD_MISTYPED', 'input.card.0.value', []],
      ['INTAKE_FIELD_MISSING', 'input.card', ['defectiveQuantity']],
    ]);
  });

  it('keeps personal fields sealed, and shows them to staff and to their customer', async () => {
    const customer = '01890000-0000-7000-8000-000000000001';
    const own = await intake.tokenFor({ tenant: 'consumer-affairs', role: 'customer', customer });
    const { complaint, userErrors } = await register(
      'consumer-affairs',
      {
        channel: 'WEB_FORM',
        categoryCode: 'product',
        product: 'Kettle',
        demand: { kind: 'REFUND' },
        customer: { details: { name: '王芳', phone: '13800138000' } },
        card: [
          { key: 'address', value: '秘密街 1 号' },
          { key: 'problem', value: '漏水' },
        ],
      },
      own,
    );
    expect(userErrors).toEqual([]);
    const address = expect.objectContaining({ key: 'address', value: '秘密街 1 号', personal: true }) as unknown;
    for (const as of [own, token('consumer-affairs')]) {
      expect((await read('consumer-affairs', complaint?.id, as))['card']).toEqual(expect.arrayContaining([address]));
    }
    const [sealed] = await intake.database.system.query<{ sealed: Buffer }>(
      'SELECT sealed_card AS sealed FROM complaint_content WHERE sealed_card IS NOT NULL',
    );
    expect(sealed?.sealed.toString()).not.toContain('秘密');
    expect(JSON.stringify(await eventOf(complaint?.number ?? ''))).not.toMatch(/秘密|漏水/);
  });

  it('does not take a blank for the product that it asks for', async () => {
    const card = [
      { key: 'address', value: '秘密街 1 号' },
      { key: 'problem', value: '漏水' },
    ];
    const customer = { details: { name: '王芳', phone: '13800138000' } };
    const blank = { categoryCode: 'product', product: ' ', demand: { kind: 'REFUND' }, customer, card };
    expect(refusals(await register('consumer-affairs', blank))).toEqual([
      ['INTAKE_FIELD_MISSING', 'input.product', ['product']],
    ]);
  });

  it('asks for a field by its condition', async () => {
    const customer = { details: { name: '李雷', kind: 'POLICYHOLDER', phone: '13800138000' } };
    const enquiry = { categoryCode: 'claims', itemType: 'ENQUIRY', itemKind: 'general', customer };
    const refused = await register('insurer-consultation', enquiry);
    expect(refusals(refused)).toEqual([['INTAKE_FIELD_MISSING', 'input.card', ['question']]]);
  });
});

describe('what the text does not name', () => {
  it.each([
    [
      'a type of item',
      { itemType: 'ISSUE' },
      'INTAKE_ITEM_TYPE_NOT_NAMED',
      'itemType',
      ['ENQUIRY', 'SUGGESTION', 'COMPLAINT'],
    ],
    ['a kind of item', { itemKind: 'odd' }, 'INTAKE_ITEM_KIND_NOT_NAMED', 'itemKind', []],
    [
      'a kind of complainant',
      { customer: { details: { name: 'X' } } },
      'INTAKE_COMPLAINANT_KIND_NOT_NAMED',
      'customer',
      ['RETAILER'],
    ],
    [
      'an axis',
      { classification: [{ axis: 'colour', value: 'red' }] },
      'INTAKE_FIELD_UNKNOWN',
      'classification.0.value',
      [],
    ],
    [
      'a fact',
      { assessment: [{ key: 'colour', value: 'red' }] },
      'INTAKE_FIELD_UNKNOWN',
      'assessment.0.value',
      ['outOfScope', 'workOrService'],
    ],
    ['a number of people', { persons: 0 }, 'INTAKE_NUMBER_OUT_OF_BOUNDS', 'persons', []],
  ])('is refused: %s', async (_, changes, code, path, allowed) => {
    const customer = { details: { name: '张三', kind: 'RETAILER' } };
    const answer = await register('tobacco-wholesale', { categoryCode: undefined, customer, ...changes });
    expect(refusals(answer)).toEqual([[code, `input.${path}`, allowed]]);
  });

  it('is left unclassified where the regulation classes nothing', async () => {
    const customer = { details: { name: '张三', kind: 'RETAILER' } };
    const { complaint } = await register('tobacco-wholesale', {
      categoryCode: undefined,
      itemType: 'SUGGESTION',
      customer,
    });
    expect(await read('tobacco-wholesale', complaint?.id)).toMatchObject({
      itemType: 'SUGGESTION',
      category: { code: 'unclassified' },
    });
  });

  it('may not be judged by a customer', async () => {
    const as = await intake.tokenFor({
      tenant: 'omnichannel-72h',
      role: 'customer',
      customer: '01890000-0000-7000-8000-000000000002',
    });
    const answer = await register(
      'omnichannel-72h',
      { channel: 'WEB_FORM', assessment: [{ key: 'major', value: 'true' }] },
      as,
    );
    expect(refusals(answer)).toEqual([['INTAKE_ASSESSMENT_STAFF_ONLY', 'input.assessment', []]]);
    const many = await register('omnichannel-72h', { channel: 'WEB_FORM', persons: 10 }, as);
    expect(refusals(many)).toEqual([['INTAKE_ASSESSMENT_STAFF_ONLY', 'input.persons', []]]);
  });
});

describe('what follows from a matter', () => {
  it('is its priority and level, by what was judged', async () => {
    const assessment = [{ key: 'major', value: 'true' }];
    const { complaint } = await register('omnichannel-72h', { assessment });
    expect(await read('omnichannel-72h', complaint?.id)).toMatchObject({
      priority: 'HIGH',
      fastLane: true,
      assessment: [{ key: 'major', value: 'true' }],
      intakeLevel: { level: 'major', because: ['major'] },
    });
  });

  it('is its classification by its words, where the regulation asks for it', async () => {
    const text = '非常緊急：交付延誤已經兩週，一拖再拖';
    const { complaint, userErrors } = await register('omnichannel-72h', { categoryCode: undefined, text });
    expect(userErrors).toEqual([]);
    expect(await read('omnichannel-72h', complaint?.id)).toMatchObject({
      category: { code: 'delivery-delay' },
      classification: expect.arrayContaining([
        { axis: 'category', value: 'delivery-delay', origin: 'TEXT' },
        { axis: 'urgency', value: 'urgent', origin: 'TEXT' },
      ]) as unknown,
      suggestions: expect.arrayContaining([
        expect.objectContaining({ axis: 'urgency', by: 'TEXT', because: ['緊急'], confident: true }),
      ]) as unknown,
      priority: 'HIGH',
    });
  });

  it('never overrides the category that a person gave', async () => {
    const text = '交付延誤已經兩週，一拖再拖';
    const { complaint } = await register('omnichannel-72h', { categoryCode: 'service-attitude', text });
    expect(await read('omnichannel-72h', complaint?.id)).toMatchObject({ category: { code: 'service-attitude' } });
  });

  it('is nothing where the words tell nothing: the category then has to be given', async () => {
    const answer = await register('company-24h-3wd-7wd', { categoryCode: undefined, text: 'xyz' });
    expect(refusals(answer)).toEqual([
      ['INTAKE_CATEGORY_REQUIRED', 'input.categoryCode', ['product-quality', 'service-attitude', 'delivery-delay']],
    ]);
  });

  it('is hidden from the customer as far as it was judged', async () => {
    const customer = '01890000-0000-7000-8000-000000000003';
    const as = await intake.tokenFor({ tenant: 'omnichannel-72h', role: 'customer', customer });
    const { complaint } = await register('omnichannel-72h', { channel: 'WEB_FORM', text: '緊急' }, as);
    expect(await read('omnichannel-72h', complaint?.id, as)).toMatchObject({
      assessment: [],
      suggestions: [],
      intakeLevel: null,
    });
  });
});

describe('the form of a regulation', () => {
  const FORM = `query Form($channel: Channel, $itemType: ItemType) { complaintForm(channel: $channel, itemType: $itemType) {
    regulation { code } title { zh en } acceptance channels { channel class } itemTypes { type kinds { code } convertsTo }
    complainants { kind label { zh } } axes { axis closed automatic values { code } }
    fields { key type required requiredWhen personal of options { code } } assessment { key type }
  } }`;
  const form = async (as: string, variables: object = {}) =>
    (await intake.ask(as, FORM, variables)).data as unknown as { complaintForm: Record<string, never> | null };

  it('tells what is asked for, by what is known so far', async () => {
    const as = token('insurer-consultation');
    const field = (of: Record<string, never> | null, key: string) =>
      (of?.['fields'] as unknown as { key: string; required: boolean }[]).find((entry) => entry.key === key);
    const [enquiry, complaint] = [
      (await form(as, { itemType: 'ENQUIRY' })).complaintForm,
      (await form(as, { itemType: 'COMPLAINT' })).complaintForm,
    ];
    expect(field(enquiry, 'question')).toMatchObject({ required: true, personal: true });
    expect(field(complaint, 'question')?.required).toBe(false);
    expect(complaint?.['complainants']).toMatchObject([{ kind: 'POLICYHOLDER' }, { kind: 'AGENT' }, { kind: 'GROUP' }]);
    expect(complaint?.['itemTypes']).toContainEqual({ type: 'GRIEVANCE', kinds: [], convertsTo: ['COMPLAINT'] });
  });

  it('is none while there is no regulation', async () => {
    const as = await intake.tokenFor({ tenant: 'nobody', role: 'customer' });
    expect(await form(as)).toEqual({ complaintForm: null });
  });
});

it("an organisation's own regulation is used as it was published", async () => {
  const shipped = findRegulation('company-24h-3wd-7wd');
  if (shipped === undefined) throw new Error('it ships');
  const own = readRegulation(
    'own',
    JSON.stringify({
      ...shipped,
      id: 'own-rules',
      recordCard: {
        fields: [{ key: 'serial', label: { zh: '序列号', en: 'Serial' }, type: 'TEXT', required: true, quote: 'own' }],
      },
    }),
  );
  await adopt(intake, 'own', own);
  const as = await intake.tokenFor({ tenant: 'own', role: 'agent' });
  expect(refusals(await register('own', {}, as))).toEqual([['INTAKE_FIELD_MISSING', 'input.card', ['serial']]]);
  const { complaint } = await register('own', { card: [{ key: 'serial', value: 'S1' }] }, as);
  expect(await read('own', complaint?.id, as)).toMatchObject({
    regulation: { code: 'own-rules' },
    card: [{ key: 'serial', value: 'S1' }],
  });
});
