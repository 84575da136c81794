import { durationSeconds } from './token';

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
