import { productProblems, trimmed } from './customer-product.rules';
import { changeOf, updateProblems } from './update-customer.rules';

describe('new values for the file of a customer', () => {
  it.each([
    [{ email: 'meili' }, 'email'],
    [{ email: 'm***@example.org' }, 'email'],
    [{ phone: '138****0000' }, 'phone'],
    [{ phone: '( - )' }, 'phone'],
    [{ phone: '+1 2' }, 'phone'],
    [{ name: ' ' }, 'name'],
    [{ name: '陈**' }, 'name'],
    [{ address: '上海市***' }, 'address'],
    [{ preferredLanguage: 'chinese please' }, 'preferredLanguage'],
  ])('are refused where they are no values: %j', (asked, field) => {
    expect(updateProblems(asked)).toEqual([{ code: 'INTAKE_VALUE_MALFORMED', path: [field], facts: { field } }]);
  });

  it('are refused where they are too long, each with its limit', () => {
    expect(updateProblems({ segment: 'x'.repeat(65), address: 'x'.repeat(501) })).toMatchObject([
      { code: 'INTAKE_VALUE_TOO_LONG', path: ['address'], details: { limit: 500 } },
      { code: 'INTAKE_VALUE_TOO_LONG', path: ['segment'], details: { limit: 64 } },
    ]);
  });

  it('are taken as they stand, and an empty text takes a value out', () => {
    expect(updateProblems({ email: 'a@b.cn', phone: '', segment: '' })).toEqual([]);
    const before = { name: '陈美丽', email: 'old@b.cn', phone: '13800138000' };
    expect(changeOf(before, { email: ' a@b.cn ', phone: '', name: '陈美丽' })).toEqual({
      after: { name: '陈美丽', email: 'a@b.cn' },
      changed: ['email', 'phone'],
    });
  });

  it('change nothing where nothing differs', () => {
    expect(changeOf({ segment: 'A' }, { segment: 'A ', address: '' }).changed).toEqual([]);
  });
});

describe('a product of a customer', () => {
  const now = new Date('2026-11-20T02:00:00.000Z');

  it('has a name, no blank numbers, and was not sold in the future', () => {
    const sold = { product: ' ', serialNumber: '', soldAt: new Date('2026-11-20T02:00:00.001Z') };
    expect(productProblems(sold, now)).toMatchObject([
      { code: 'INTAKE_VALUE_MALFORMED', path: ['product'] },
      { code: 'INTAKE_VALUE_MALFORMED', path: ['serialNumber'] },
      { code: 'INTAKE_SOLD_IN_FUTURE', path: ['soldAt'] },
    ]);
    expect(productProblems({ product: '电水壶', soldAt: now }, now)).toEqual([]);
  });

  it('is kept without the spaces around it', () => {
    expect(trimmed({ product: ' 电水壶', serialNumber: 'SN-1 ', soldAt: now })).toEqual({
      product: '电水壶',
      serialNumber: 'SN-1',
      soldAt: now,
    });
  });
});
