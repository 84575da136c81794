import fc from 'fast-check';
import { redact } from './redaction.rules';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

describe('taking personal data out of a text', () => {
  it.each([
    ['客户王小明先生来电，电话13812345678，要求退货', '[NAME]先生', ['NAME', 'PHONE'], ['王小明', '13812345678']],
    ['王先生表示不满', '[NAME]先生', ['NAME'], ['王先生']],
    ['投诉人：李雪，身份证号110101199003074514', '[ID_NUMBER]', ['NAME', 'ID_NUMBER'], ['李雪', '19900307']],
    ['寄到上海市浦东新区世纪大道1589号12楼1203室', '[ADDRESS]', ['ADDRESS'], ['世纪大道', '1203室']],
    [
      '邮箱 zhang.san@example.com.cn，微信号：zhangsan_88',
      '[EMAIL]',
      ['EMAIL', 'ACCOUNT'],
      ['zhang.san', 'zhangsan_88'],
    ],
    ['座机 021-58881234转802，客服400-820-8820', '[PHONE]', ['PHONE'], ['58881234', '8820']],
    ['退款至银行卡 6222 0212 3456 7890 123', '[BANK_CARD]', ['BANK_CARD'], ['6222']],
    ['车牌沪A12345停在门口', '[PLATE]', ['PLATE'], ['A12345']],
    ['聯絡人：陳大文，手機１３８１２３４５６７８', '[PHONE]', ['NAME', 'PHONE'], ['陳大文', '１３８']],
    [
      'Mr John Smith called; Smith lives at 221B Baker Street, NW1 6XE',
      '[ADDRESS]',
      ['NAME', 'ADDRESS'],
      ['John', 'Smith', 'Baker', 'NW1'],
    ],
    ['My name is Mary Ann Jones, call +44 20 7946 0958', '[PHONE]', ['NAME', 'PHONE'], ['Mary', '7946']],
    [
      'Customer: Jane Doe, SSN 123-45-6789, (212) 555-0100',
      '[PHONE]',
      ['NAME', 'ID_NUMBER', 'PHONE'],
      ['Jane', '6789', '0100'],
    ],
  ])('leaves nothing of it in %p', (text, sign, kinds, gone) => {
    const redacted = redact(text);
    expect(redacted.text).toContain(sign);
    expect(Object.keys(redacted.found).sort()).toEqual([...kinds].sort());
    for (const each of gone) expect(redacted.text).not.toContain(each);
  });

  it('takes a name out wherever else it stands, and names that are known beforehand', () => {
    const { text, found } = redact('王小明先生称，王小明的订单由赵六发出。赵六已离职。', ['赵六']);
    expect(text).toBe('[NAME]先生称，[NAME]的订单由[NAME]发出。[NAME]已离职。');
    expect(found.NAME).toBe(4);
  });

  it.each([
    '客户方面要求在3个工作日内答复，金额1000.00元，订单SO-20260312-0001',
    '外箱破损，经查系运输途中受潮，已于2026-03-12更换',
    'The kettle leaked after 3 days; we replaced it within 48 hours for 129.90 EUR',
    '处理期限为十四天至二十一天，超过期限的开具催办单',
  ])('leaves what is nobody’s as it is: %p', (text) => {
    expect(redact(text).found).toEqual({});
  });

  it('finds nothing in what it has redacted, whatever stood there', () => {
    const phone = fc
      .tuple(fc.constantFrom('13', '15', '18'), fc.stringMatching(/^\d{9}$/))
      .map((parts) => parts.join(''));
    const email = fc.emailAddress();
    const words = fc.constantFrom('客户来电 ', '退货,', ' called ', '。订单 ');
    fc.assert(
      fc.property(fc.array(fc.oneof(phone, email, words), { maxLength: 8 }), (parts) => {
        const once = redact(parts.join(' '));
        expect(redact(once.text).found.PHONE).toBeUndefined();
        for (const part of parts.filter((each) => /^1\d{10}$/.test(each))) expect(once.text).not.toContain(part);
      }),
    );
  });
});
