import { BatchPace } from './batch-pace';

function aPace() {
  let now = 1_000;
  const pace = new BatchPace(() => now);
  const pass = (ms: number) => void (now += ms);
  const batch = (ms: number) => {
    pace.begin();
    pass(ms);
    pace.end();
  };
  return { pace, pass, batch };
}

describe('the pace of batches', () => {
  it('lets the first batch begin at once', () => {
    expect(aPace().pace.restMs()).toBe(0);
  });

  it('rests as long as a batch took, and no longer where nothing came meanwhile', () => {
    const { pace, pass, batch } = aPace();
    batch(12);
    expect(pace.restMs()).toBe(12);
    pass(5);
    expect(pace.restMs()).toBe(7);
    pass(500);
    expect(pace.restMs()).toBe(0);
  });

  it('rests a tenth of a second at most', () => {
    const { pace, batch } = aPace();
    batch(30_000);
    expect(pace.restMs()).toBe(100);
  });
});
