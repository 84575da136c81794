import { randomBytes } from 'node:crypto';
import { blindIndex } from './blind-index';
import { readMasterKeys } from './master-keys';
import { newSubjectKey, openSubjectKey } from './subject-key';

const secret = () => randomBytes(32).toString('base64');
const subject = { tenantId: 'acme', customerId: '0198c000-0000-7000-8000-000000000001' };
const oldSecret = secret();
const masters = readMasterKeys(oldSecret);

describe('master keys', () => {
  it('refuses anything but 32 bytes in base64', () => {
    expect(() => readMasterKeys('c2hvcnQ=')).toThrow('32 bytes');
    expect(() => readMasterKeys('')).toThrow('32 bytes');
  });

  describe('when rotated', () => {
    const newSecret = secret();
    const rotated = readMasterKeys(`${newSecret},${oldSecret}`);

    it('still opens what the old key wrapped, and wraps with the new one', () => {
      const { key, wrapped } = newSubjectKey(masters, subject);
      const sealed = key.sealText('name', '张三');
      expect(openSubjectKey(rotated, subject, wrapped).openText('name', sealed)).toBe('张三');
      const after = newSubjectKey(rotated, subject);
      expect(() => openSubjectKey(masters, subject, after.wrapped)).toThrow('no master key');
    });

    it('finds people by the same blind index', () => {
      expect(rotated.blindIndexKey).toEqual(masters.blindIndexKey);
      expect(readMasterKeys(newSecret).blindIndexKey).not.toEqual(masters.blindIndexKey);
    });
  });
});

describe('the key of a data subject', () => {
  const { key, wrapped } = newSubjectKey(masters, subject);
  const sealed = key.sealText('text/1', '退款 refund');

  it('opens what it sealed, and the sealed form shows nothing of it', () => {
    expect(openSubjectKey(masters, subject, wrapped).openText('text/1', sealed)).toBe('退款 refund');
    expect(sealed.includes(Buffer.from('refund'))).toBe(false);
  });

  it('does not open a value that was moved to another place, subject or tenant', () => {
    expect(() => key.openText('text/2', sealed)).toThrow();
    expect(() => openSubjectKey(masters, { ...subject, tenantId: 'other' }, wrapped)).toThrow();
    expect(() => openSubjectKey(masters, { ...subject, customerId: 'other' }, wrapped)).toThrow();
  });

  it('does not open a value of which one bit was changed', () => {
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(() => key.openText('text/1', changed)).toThrow();
  });
});

describe('blind index', () => {
  const index = (field: 'name' | 'email' | 'phone' | 'externalRef', value: string, tenantId = 'acme') =>
    blindIndex(masters.blindIndexKey, tenantId, field, value).toString('hex');

  it.each([
    ['email', ' Ann.Lee@Example.com ', 'ann.lee@example.com'],
    ['phone', '+86 138-0013-8000', '13800138000'],
    ['phone', '0044 20 7946 0018', '+442079460018'],
    ['name', '张 三', '张  三'],
    ['name', 'ANN Lee', 'ann lee'],
    ['externalRef', 'C-100 ', 'C-100'],
  ] as const)('is equal for two ways of writing one %s: %s and %s', (field, one, other) => {
    expect(index(field, one)).toBe(index(field, other));
  });

  it('differs between tenants, fields and values', () => {
    const all = [
      index('email', 'a@b.cn'),
      index('email', 'a@b.cn', 'other'),
      index('externalRef', 'a@b.cn'),
      index('email', 'a@b.co'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
