import { z } from 'zod';
import { listOf } from './list-variable';

const item = z.strictObject({ tenant: z.string(), key: z.string().min(8) });
const items = listOf(item, ({ key }) => key);
const messages = (value: unknown): readonly string[] =>
  items
    .safeParse(typeof value === 'string' ? value : JSON.stringify(value))
    .error?.issues.map(({ message }) => message) ?? [];

describe('a variable that holds a list', () => {
  it('is empty when absent, and read as it is written', () => {
    const north = { tenant: 'north', key: 'north-key' };
    expect(items.parse(undefined)).toEqual([]);
    expect(items.parse(JSON.stringify([north]))).toEqual([north]);
  });

  it('says where it is wrong, and not with what', () => {
    const wrong = messages([{ tenant: 'north', key: 'secret' }]);
    expect(wrong).toEqual([expect.stringMatching(/^0\.key /)]);
    expect(wrong.join()).not.toContain('secret');
    expect(messages('{')).toHaveLength(1);
  });

  it('has nothing twice under one name: the second would never be found', () => {
    const key = 'the-same-key';
    expect(
      messages([
        { tenant: 'north', key },
        { tenant: 'west', key: 'another-key' },
        { tenant: 'south', key },
      ]),
    ).toEqual(['2 has the name of an earlier one']);
  });
});
