import fc from 'fast-check';
import { endToEndIdOf } from '../../payment/model/payout-means.model';
import { isIban, maskedAccount, readAccount } from './account-number.model';

describe('an account', () => {
  it.each([
    'GB82 WEST 1234 5698 7654 32',
    'DE89370400440532013000',
    'NO93 8601 1117 947',
    'MT84MALT011000012345MTLCAST001S',
  ])('is the IBAN %s', (text) => {
    expect(readAccount(text, undefined)).toMatchObject({ scheme: 'IBAN' });
  });

  it('is no IBAN when a digit is wrong or two are changed over', () => {
    const iban = 'DE89370400440532013000';
    const digits = fc.tuple(fc.integer({ min: 4, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(digits, ([at, by]) => {
        const wrong = (Number(iban[at]) + by) % 10;
        expect(isIban(`${iban.slice(0, at)}${wrong}${iban.slice(at + 1)}`)).toBe(false);
      }),
      { seed: 97 },
    );
    for (let at = 4; at < iban.length - 1; at += 1) {
      if (iban[at] === iban[at + 1]) continue;
      const swapped = `${iban.slice(0, at)}${iban[at + 1] ?? ''}${iban[at] ?? ''}${iban.slice(at + 2)}`;
      expect(isIban(swapped)).toBe(false);
    }
  });

  it.each([
    ['6222 0212 3456 7890', '102100099996', { scheme: 'LOCAL', account: '6222021234567890', bankCode: '102100099996' }],
    ['6222021234567890', undefined, undefined],
    ['62<22>0212345', '102100099996', undefined],
    ['', '102100099996', undefined],
  ])('read from %s at %s', (account, code, expected) => {
    expect(readAccount(account, code)).toEqual(expected);
  });

  it('is shown by its last four characters', () => {
    expect(maskedAccount({ scheme: 'IBAN', account: 'DE89370400440532013000' })).toBe('DE••••3000');
    expect(maskedAccount({ scheme: 'LOCAL', account: '6222021234567890' })).toBe('••••7890');
  });
});

describe('the name of a payment on a statement', () => {
  it('has at most 35 characters and is never that of another payment', () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    const names = Array.from({ length: 1000 }, (_, index) => endToEndIdOf(id, index + 1));
    expect(new Set(names).size).toBe(1000);
    expect(names.every((name) => /^[0-9A-Z]{32,35}$/.test(name))).toBe(true);
  });
});
