import { anAdoption } from '../../testing/builders';
import { channelNotEnabled, inForceAt } from './adoption.model';

const at = (iso: string) => new Date(iso);
const first = anAdoption({ effectiveFrom: at('2026-01-01T00:00:00.000Z'), adoptedAt: at('2025-12-01T00:00:00.000Z') });
const second = anAdoption({ effectiveFrom: at('2026-07-01T00:00:00.000Z'), adoptedAt: at('2026-02-01T00:00:00.000Z') });
const corrected = anAdoption({
  effectiveFrom: at('2026-07-01T00:00:00.000Z'),
  adoptedAt: at('2026-03-01T00:00:00.000Z'),
});

describe('the regulation in force', () => {
  it.each([
    ['before the first adoption there is none', '2025-12-31T23:59:59.999Z', undefined],
    ['it is in force from its very moment', '2026-01-01T00:00:00.000Z', first],
    ['it stays in force until the next one', '2026-06-30T23:59:59.999Z', first],
    ['of two that begin at once, the one adopted later counts', '2026-07-01T00:00:00.000Z', corrected],
  ])('%s', (_, moment, expected) => {
    for (const adoptions of [
      [first, second, corrected],
      [corrected, second, first],
    ]) {
      expect(inForceAt(adoptions, at(moment))).toBe(expected);
    }
  });

  it('says which channels are open', () => {
    expect(channelNotEnabled(first, 'PHONE')).toBeUndefined();
    expect(channelNotEnabled(first, 'SMS')).toMatchObject({
      code: 'INTAKE_CHANNEL_NOT_ENABLED',
      details: { allowed: expect.arrayContaining(['PHONE', 'LETTER']) as unknown },
    });
  });
});
