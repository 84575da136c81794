import { DONE, mapStream, resultStream, streamOf } from './result-stream';

const never = () => new Promise<never>(() => undefined);

describe('a result stream', () => {
  it('ends at once when it is left, although the next result is awaited', async () => {
    const free = jest.fn();
    const stream = mapStream(resultStream(never, free), (item) => item);
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual(DONE);
    expect(free).toHaveBeenCalledTimes(1);
  });

  it('frees its source when it is left before the first result, at its end, and after an error, once', async () => {
    const free = jest.fn();
    await resultStream(never, free).return();
    expect(free).toHaveBeenCalledTimes(1);

    const ended = resultStream(() => Promise.resolve(DONE), free);
    await ended.next();
    await ended.return();
    expect(free).toHaveBeenCalledTimes(2);

    const broken = resultStream(() => Promise.reject(new Error('broken')), free);
    await expect(broken.next()).rejects.toThrow('broken');
    expect(await broken.next()).toEqual(DONE);
    expect(free).toHaveBeenCalledTimes(3);
  });

  it('changes each result in order', async () => {
    const seen = [];
    for await (const item of mapStream(streamOf(2), (number) => number * 3)) seen.push(item);
    expect(seen).toEqual([6]);
  });
});
