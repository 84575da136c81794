import { durationSeconds, tokenRequest } from './token';

describe('duration of a token', () => {
  it.each([
    ['90s', 90],
    ['15m', 900],
    ['1h', 3_600],
    ['7d', 604_800],
    ['0h', undefined],
    ['h', undefined],
    ['1 h', undefined],
    ['1w', undefined],
    ['-1h', undefined],
  ])('reads %s as %s seconds', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });
});

describe('whose token is made', () => {
  const ttl = '1h';

  it('is of a role in an organisation, or of an operator of several', () => {
    expect(tokenRequest({ role: 'agent', tenant: 'acme', ttl })).toEqual({
      ...{ role: 'agent', tenant: 'acme', validForSeconds: 3_600 },
    });
    expect(tokenRequest({ role: 'operator', tenants: 'acme,globex,', subject: 'op-1', ttl })).toEqual({
      ...{ operates: ['acme', 'globex'], subject: 'op-1', validForSeconds: 3_600 },
    });
  });

  it.each([
    [{ role: 'agent' }],
    [{ role: 'agent', tenants: 'acme' }],
    [{ role: 'agent', tenant: 'acme', tenants: 'acme' }],
    [{ role: 'operator' }],
    [{ role: 'operator', tenants: ',' }],
    [{ role: 'operator', tenant: 'acme', tenants: 'acme' }],
    [{ role: 'operator', tenants: 'acme', customer: 'c-1' }],
    [{ role: 'boss', tenant: 'acme' }],
  ])('is nobody with %p', (given) => {
    expect(tokenRequest(given)).toBeUndefined();
  });
});
