import { newId, type Actor } from '@redress/kernel';
import { aCategory, anAdoption, aRegistration } from '../../testing/builders';
import { complainantOf } from '../model/complainant.rules';
import { NO_JUDGEMENT, plainMatter } from '../model/matter.model';
import {
  adoptionFor,
  commandProblems,
  decideRegistration,
  type RegistrationContext,
} from './register-complaint.decide';

const now = new Date('2026-11-20T02:00:00.000Z');
const agent: Actor = { tenantId: 'acme', subject: 'agent-1', roles: ['agent'] };
const customerId = newId();
const customer = { tenantId: 'acme', subject: 'c', roles: ['customer'] as const, customerId };

const context = (changes: Partial<RegistrationContext> = {}): RegistrationContext => ({
  actor: agent,
  now,
  id: newId(),
  customerId,
  adoption: anAdoption(),
  judged: { matter: plainMatter('PHONE', 'CONSUMER'), category: 'product-quality', judgement: NO_JUDGEMENT },
  category: aCategory(),
  ...changes,
});

describe('register complaint', () => {
  it('registers under the regulation in force, received and acknowledged now', () => {
    const given = context();
    const outcome = decideRegistration(aRegistration(), given);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        complaint: {
          id: given.id,
          customerId,
          regulation: { id: 'company-24h-3wd-7wd', version: 1 },
          receivedAt: now,
          acknowledgedAt: now,
          registeredBy: 'agent-1',
        },
      },
    });
  });

  it('promises the due dates that count from the receipt: 24 hours, 3 and 7 working days', () => {
    const outcome = decideRegistration(aRegistration(), context());
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.promised.map(({ stage, dueAt }) => [stage, dueAt.toISOString()])).toEqual([
      ['acceptance', '2026-11-21T02:00:00.000Z'],
      ['investigation', '2026-11-25T16:00:00.000Z'],
      ['resolution', '2026-12-01T16:00:00.000Z'],
    ]);
  });

  it.each([
    ['no regulation is in force', undefined, {}, 'INTAKE_NO_REGULATION_IN_FORCE'],
    [
      'the regulation does not name the channel',
      anAdoption(),
      { channel: 'FAX' as const },
      'INTAKE_CHANNEL_NOT_ENABLED',
    ],
  ])('refuses when %s', (_, adoption, changes, code) => {
    expect(adoptionFor(aRegistration(changes), adoption, now)).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  it.each([
    ['the category is unknown', 'none', 'INTAKE_CATEGORY_UNKNOWN'],
    ['nothing tells the category', undefined, 'INTAKE_CATEGORY_REQUIRED'],
  ])('refuses when %s, and says which there are', (_, category, code) => {
    const judged = { matter: plainMatter('PHONE', 'CONSUMER'), category, judgement: NO_JUDGEMENT };
    expect(decideRegistration(aRegistration(), context({ category: undefined, judged }))).toMatchObject({
      ok: false,
      refusals: [{ code, details: { allowed: ['product-quality', 'service-attitude', 'delivery-delay'] } }],
    });
  });

  it('takes any channel where the regulation names none', () => {
    const adoption = anAdoption();
    const silent = { ...adoption, regulation: { ...adoption.regulation, channels: [] } };
    expect(adoptionFor(aRegistration({ channel: 'FAX' }), silent, now).ok).toBe(true);
  });

  it('says which channels would have been accepted', () => {
    const outcome = adoptionFor(aRegistration({ channel: 'FAX' }), anAdoption(), now);
    const allowed = outcome.ok ? [] : outcome.refusals[0]?.details?.allowed;
    expect(allowed).toEqual(['PHONE', 'EMAIL', 'LETTER', 'WEB_FORM', 'SOCIAL_MEDIA']);
  });
});

describe('the fields of a record card', () => {
  const codes = (changes: object, actor = agent) =>
    commandProblems(aRegistration(changes), actor, now).map(({ code, path }) => `${code} ${path?.join('.')}`);

  it('may be as the builder makes them', () => expect(codes({})).toEqual([]));

  it.each([
    ['a text of spaces', { text: ' \n' }, 'INTAKE_TEXT_MISSING text'],
    ['a text beyond its limit', { text: '长'.repeat(30_001) }, 'INTAKE_VALUE_TOO_LONG text'],
    ['a product beyond its limit', { product: 'x'.repeat(201) }, 'INTAKE_VALUE_TOO_LONG product'],
    ['a region beyond its limit', { region: 'x'.repeat(65) }, 'INTAKE_VALUE_TOO_LONG region'],
    [
      'an order number of spaces',
      { orderLine: { orderNumber: ' ', lineNumber: 1 } },
      'INTAKE_VALUE_MALFORMED orderLine.orderNumber',
    ],
    [
      'a line number of zero',
      { orderLine: { orderNumber: 'A', lineNumber: 0 } },
      'INTAKE_VALUE_MALFORMED orderLine.lineNumber',
    ],
    [
      'a demand for nothing',
      { demand: { kind: 'REFUND', amount: { amountMinor: 0n, currency: 'CNY' } } },
      'INTAKE_DEMAND_AMOUNT_NOT_POSITIVE demand.amount',
    ],
    [
      'a receipt after now',
      { receivedAt: new Date('2026-11-20T02:00:00.001Z') },
      'INTAKE_RECEIVED_IN_FUTURE receivedAt',
    ],
  ])('may not have %s', (_, changes, expected) => {
    expect(codes(changes)).toEqual([expected]);
  });

  it('may tell an earlier receipt only when staff fills them in', () => {
    const changes = { receivedAt: new Date('2026-11-19T02:00:00.000Z') };
    expect(codes(changes)).toEqual([]);
    expect(codes(changes, customer)).toEqual(['INTAKE_RECEIPT_TIME_STAFF_ONLY receivedAt']);
  });
});

describe('who complains', () => {
  const details = { name: '王芳', kind: 'CONSUMER' } as const;
  const codes = (person: Actor, reference: object) => {
    const outcome = complainantOf(person, reference);
    return outcome.ok ? outcome.value : outcome.refusals.map(({ code }) => code);
  };

  it.each([
    ['staff names nobody', {}, 'INTAKE_CUSTOMER_NOT_NAMED'],
    ['staff names somebody twice', { id: customerId, details }, 'INTAKE_CUSTOMER_NAMED_TWICE'],
    ['the e-mail address is none', { details: { ...details, email: 'nobody' } }, 'INTAKE_VALUE_MALFORMED'],
    ['the telephone number is none', { details: { ...details, phone: 'call me' } }, 'INTAKE_VALUE_MALFORMED'],
    ['the language is none', { details: { ...details, preferredLanguage: '中文' } }, 'INTAKE_VALUE_MALFORMED'],
    ['the name is empty', { details: { ...details, name: ' ' } }, 'INTAKE_VALUE_MALFORMED'],
    ['the name is too long', { details: { ...details, name: 'x'.repeat(101) } }, 'INTAKE_VALUE_TOO_LONG'],
  ])('is refused when %s', (_, reference, code) => {
    expect(codes(agent, reference)).toEqual([code]);
  });

  it('is whomever staff names', () => {
    expect(codes(agent, { id: customerId })).toEqual({ id: customerId });
    expect(codes(agent, { externalRef: 'C-1', details })).toEqual({ externalRef: 'C-1', details });
  });

  it('is always the customer themself when a customer complains', () => {
    expect(codes(customer, {})).toEqual({ id: customerId });
    expect(codes(customer, { details })).toEqual({ id: customerId, details });
    expect(codes(customer, { id: newId() })).toEqual(['INTAKE_CUSTOMER_NOT_FOUND']);
    expect(codes(customer, { externalRef: 'C-1' })).toEqual(['INTAKE_CUSTOMER_NOT_FOUND']);
    expect(codes({ ...customer, customerId: undefined } as unknown as Actor, {})).toEqual([
      'INTAKE_CUSTOMER_NOT_FOUND',
    ]);
  });
});
