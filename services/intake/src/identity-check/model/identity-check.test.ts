import { findRegulation } from '@redress/regulations';
import { asksForIdentity, isBound, opensData, OPEN_FOR_MS, type Knowledge } from './disclosure.rules';
import { maskedEmail, maskedName, maskedPhone } from './masked-identity';

const NOW = new Date('2026-11-20T02:00:00.000Z');

describe('the mask', () => {
  it.each([
    ['陈美丽', '陈**'],
    ['王芳', '王**'],
    ['陈', '**'],
    ['𠮷野家', '𠮷**'],
    ['Mary Smith', 'M**'],
    [' Bo ', 'B**'],
    ['', '**'],
  ])('leaves the first character of the name %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });

  it.each([
    ['meili@example.org', 'm***@example.org'],
    ['m@example.org', '***@example.org'],
    ['"a@b"@example.org', '"***@example.org'],
    ['not an address', '***'],
  ])('leaves the first character and the domain of %s', (email, shown) => {
    expect(maskedEmail(email)).toBe(shown);
  });

  it.each([
    ['13800000000', '***0000'],
    ['+86 138-0000-1234', '***1234'],
    ['021-12345', '***'],
    ['95589', '***'],
  ])('leaves the last digits of the long number %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });
});

describe('the identity check', () => {
  it.each([
    ['insurer-consultation', true],
    ['company-case-library', true],
    ['company-24h-3wd-7wd', false],
  ])('is asked for by %s: %s', (code, asked) => {
    const regulation = findRegulation(code);
    if (regulation === undefined) throw new Error(`${code} ships with the package`);
    expect(asksForIdentity(regulation)).toBe(asked);
  });

  it.each([
    ['an agent', ['agent'] as const, undefined, true],
    ['an agent who is a customer of another file', ['agent', 'customer'] as const, 'c-2', true],
    ['an agent who is this customer', ['agent', 'customer'] as const, 'c-1', false],
    ['an agent who is a supervisor too', ['agent', 'supervisor'] as const, undefined, false],
    ['a handler', ['handler'] as const, undefined, false],
    ['the customer', ['customer'] as const, 'c-1', false],
  ])('binds %s or not', (_, roles, customerId, bound) => {
    const own = customerId === undefined ? {} : { customerId };
    expect(isBound({ tenantId: 't', subject: 's', roles: [...roles], ...own }, 'c-1')).toBe(bound);
  });

  const known = (minutesAgo: number, result: Knowledge['result'], id = '1'): Knowledge => {
    return { id, result, at: new Date(NOW.getTime() - minutesAgo * 60_000) };
  };
  it.each([
    ['nothing', [], false],
    ['a confirmation', [known(1, 'CONFIRMED')], true],
    ['one of half an hour ago', [known(30, 'CONFIRMED')], true],
    ['a failure', [known(1, 'FAILED')], false],
    ['a failure after a confirmation', [known(1, 'FAILED'), known(2, 'CONFIRMED')], false],
    ['a confirmation after a failure', [known(2, 'FAILED'), known(1, 'CONFIRMED')], true],
    ['a failure in the same millisecond, later by its id', [known(1, 'FAILED', '2'), known(1, 'CONFIRMED')], false],
  ])('opens the data or not after %s', (_, knowledge, open) => {
    expect(opensData(knowledge, NOW)).toBe(open);
  });

  it('is over a millisecond after half an hour', () => {
    const at = new Date(NOW.getTime() - OPEN_FOR_MS - 1);
    expect(opensData([{ id: '1', result: 'CONFIRMED', at }], NOW)).toBe(false);
  });
});
