import { Pause } from './pause';

const FOR_EVER_MS = 2_000_000_000;

describe('a pause', () => {
  it('ends with a signal', async () => {
    const pause = new Pause();
    const waited = pause.wait(FOR_EVER_MS);
    pause.signal();
    await expect(waited).resolves.toBeUndefined();
  });

  it('is left out after a signal that nobody waited for, and once only', async () => {
    const pause = new Pause();
    pause.signal();
    pause.signal();
    await pause.wait(FOR_EVER_MS);
    let over = false;
    const second = pause.wait(FOR_EVER_MS).then(() => {
      over = true;
    });
    await Promise.resolve();
    expect(over).toBe(false);
    pause.end();
    await second;
    expect(over).toBe(true);
  });

  it('is over for ever once its owner stops', async () => {
    const pause = new Pause();
    pause.end();
    await pause.wait(FOR_EVER_MS);
    await expect(pause.wait(FOR_EVER_MS)).resolves.toBeUndefined();
  });

  it('ends by itself', async () => {
    await expect(new Pause().wait(1)).resolves.toBeUndefined();
  });
});
