import { findBinary, isRecentNats } from './binaries';

describe('programs of the machine', () => {
  it.each([
    ['2.9.10', false],
    ['2.10.0', true],
    ['2.10.27', true],
    ['2.9.99', false],
    ['3.0.0', true],
    ['1.99.0', false],
  ])('takes nats-server %s for recent: %s', (version, recent) => {
    expect(isRecentNats(version)).toBe(recent);
  });

  it('finds a program, and none that is not there', () => {
    expect(findBinary(['sh'])).toMatch(/\/sh$/);
    expect(findBinary(['no-such-program-anywhere'])).toBeUndefined();
  });
});
