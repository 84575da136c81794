import { pauseAfter } from '../send-letters/back-off';
import { possibleNumbers } from '../receive-message/inbound-message.model';
import { readShippedLetters } from '../templates/shipped-letters';
import { renderLetter, templateProblems } from '../templates/letter-template';
import { acknowledgementTells } from './acknowledgement.rules';
import { addresseeOf, masked } from './addressee.model';
import { LETTER_LANGUAGES, LETTER_PURPOSES, letterLanguage, lettersNamedIn, messageIdOf } from './letter.model';

const ID = '018f4e4e-0000-7000-8000-000000000001';
const QUOTE = { quote: 'x' };

describe('what an acknowledgement tells', () => {
  const regulation = {
    acknowledgement: [
      { ...QUOTE, channels: ['EMAIL' as const], tells: ['NUMBER' as const] },
      { ...QUOTE, tells: ['HANDLER_NAME' as const, 'NUMBER' as const] },
    ],
  };

  it('comes from the provisions for the channel', () => {
    expect(acknowledgementTells(regulation, 'EMAIL', { always: false })).toEqual(['RECEIPT', 'NUMBER', 'HANDLER_NAME']);
    expect(acknowledgementTells(regulation, 'PHONE', { always: false })).toEqual(['RECEIPT', 'HANDLER_NAME', 'NUMBER']);
  });

  it('is nothing where nobody asks for it, and the usual where the organisation alone does', () => {
    expect(acknowledgementTells({ acknowledgement: [] }, 'EMAIL', { always: false })).toBeUndefined();
    expect(acknowledgementTells(undefined, 'EMAIL', { always: true })).toEqual(['RECEIPT', 'NUMBER', 'EXPECTED_REPLY']);
  });
});

describe('a complainant', () => {
  const identity = { email: 'a@b.cn', phone: '13800138000', externalRef: 'chat:openid' };

  it('is written to the way they came, or by e-mail', () => {
    expect(addresseeOf(identity, 'SMS')).toEqual({ medium: 'SMS', address: '13800138000' });
    expect(addresseeOf(identity, 'SOCIAL_MEDIA')).toEqual({ medium: 'CHAT', address: 'openid' });
    expect(addresseeOf(identity, 'PHONE')).toEqual({ medium: 'EMAIL', address: 'a@b.cn' });
    expect(addresseeOf(identity, 'PHONE', 'SMS')).toEqual({ medium: 'SMS', address: '13800138000' });
    expect(addresseeOf({ email: 'a@b.cn' }, 'PHONE', 'SMS')).toEqual({ medium: 'EMAIL', address: 'a@b.cn' });
    expect(addresseeOf({ externalRef: 'K-1' }, 'CHAT')).toBeUndefined();
    expect(addresseeOf(undefined, 'EMAIL')).toBeUndefined();
  });

  it.each([
    ['wang@example.cn', 'w***@example.cn'],
    ['13800138000', '13***00'],
    ['abc', '***'],
  ])('%s is shown as %s', (address, shown) => {
    expect(masked(address)).toBe(shown);
  });

  it.each([
    ['zh-Hant-TW', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('who prefers %s reads %s', (preferred, language) => {
    expect(letterLanguage(preferred, 'en')).toBe(language);
  });
});

describe('a letter', () => {
  it('is known again by its Message-ID, and by nothing like it', () => {
    expect(lettersNamedIn(`Re: ${messageIdOf(ID, 3, 'acme.example')} <x@y>`)).toEqual([ID]);
    expect(lettersNamedIn('<letter.nothing.1@acme.example> letter.@')).toEqual([]);
  });

  it('is there for every purpose in every language, with placeholders that it may have', () => {
    const shipped = readShippedLetters();
    for (const purpose of LETTER_PURPOSES) {
      for (const language of LETTER_LANGUAGES) {
        expect(templateProblems(purpose, shipped.find(purpose, language, 'any'))).toEqual([]);
      }
    }
  });

  it('says what is known, in plain text and in one line of subject', () => {
    const shipped = readShippedLetters();
    const view = { number: 'A-1', complainant: 'O’Neil\r\nBcc: x@y.z & <Co>', receivedOn: 'today', hasStages: 'yes' };
    const stages = [{ label: 'Decision', due: 'tomorrow' }];
    const { subject, body } = renderLetter(shipped.find('ACKNOWLEDGEMENT', 'en', undefined), { ...view, stages });
    expect(subject).toBe('[A-1] We have received your complaint');
    expect(body).toContain('& <Co>,');
    expect(body).toContain('- Decision: tomorrow');
    expect(body).not.toMatch(/handled by|\{\{|You will hear/);
    expect(renderLetter({ subject: '{{complainant}}', body: 'x' }, view).subject).not.toMatch(/[\r\n]/);
  });
});

describe('attempts', () => {
  it('come ever less often, and end', () => {
    const pauses = Array.from({ length: 24 }, (_, index) => pauseAfter(index + 1));
    expect(pauses.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(Math.max(...pauses.slice(0, 23).map(Number))).toBe(3_600_000);
    expect(pauses[23]).toBeUndefined();
  });
});

describe('the number of a complaint', () => {
  it('is looked for among the words that have a digit', () => {
    expect(possibleNumbers('Re: [TS202611-00004] 关于投诉 and 2026/11-7.')).toEqual(['TS202611-00004', '2026/11-7']);
    expect(possibleNumbers('no number here')).toEqual([]);
    expect(possibleNumbers('1a2 '.repeat(1_000)).length).toBeLessThanOrEqual(20);
  });
});
