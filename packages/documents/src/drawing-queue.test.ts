import { DrawingQueue, type DrawingLimits } from './drawing-queue';

/** A queue whose drawings a test lets go on; each file is of ten bytes. */
function aQueue(limits: Partial<DrawingLimits> = {}) {
  const queue = new DrawingQueue<Buffer | null>(
    { bytesKept: 1_000, drawings: 4, drawingsOfTenant: 4, ...limits },
    (file) => file?.length,
  );
  const drawn: string[] = [];
  let go: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  return {
    drawn,
    take: async (name: string, tenantId = 'one') =>
      queue.take(tenantId, name, async () => {
        drawn.push(name);
        await gate;
        return Buffer.alloc(10, name);
      }),
    fail: (name: string) => queue.take('one', name, () => Promise.reject(new Error('no'))),
    nothing: (name: string) => queue.take('one', name, () => Promise.resolve(null)),
    hold: () => {
      gate = new Promise((resolve) => (go = resolve));
    },
    letGo: () => {
      gate = Promise.resolve();
      go();
    },
  };
}

describe('files that are to be drawn', () => {
  it('are drawn once for all who ask at the same time, and for those who ask later', async () => {
    const desk = aQueue();
    const files = await Promise.all(Array.from({ length: 10 }, () => desk.take('a')));
    for (const file of [...files, await desk.take('a')]) expect(file).toBe(files[0]);
    expect(desk.drawn).toEqual(['a']);
  });

  it('are drawn one after the other', async () => {
    const desk = aQueue();
    desk.hold();
    const both = [desk.take('a'), desk.take('b')];
    // Whatever could run without the first being done has run by now.
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect(desk.drawn).toEqual(['a']);
    desk.letGo();
    await Promise.all(both);
    expect(desk.drawn).toEqual(['a', 'b']);
  });

  it('are refused when too many wait, of all or of one organisation, and taken again once others are drawn', async () => {
    const desk = aQueue({ drawings: 3, drawingsOfTenant: 2 });
    desk.hold();
    const waiting = [desk.take('a'), desk.take('b')];
    expect(await desk.take('c')).toBeUndefined();
    waiting.push(desk.take('d', 'other'));
    expect(await desk.take('e', 'third')).toBeUndefined();
    // Whoever asks for what is being drawn takes no place.
    waiting.push(desk.take('a'));
    desk.letGo();
    expect((await Promise.all(waiting)).map((file) => file?.length)).toEqual([10, 10, 10, 10]);
    expect(await desk.take('c')).toHaveLength(10);
    // What is kept is there however many wait.
    desk.hold();
    const others = ['f', 'g'].map((name) => desk.take(name));
    expect(await desk.take('a')).toHaveLength(10);
    desk.letGo();
    await Promise.all(others);
  });

  it('are kept as long as they have room, those that were asked for last the longest', async () => {
    const desk = aQueue({ bytesKept: 25 });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await desk.take(name);
    expect(desk.drawn).toEqual(['a', 'b', 'c', 'b']);
    const small = aQueue({ bytesKept: 5 });
    for (const name of ['a', 'a']) expect(await small.take(name)).toHaveLength(10);
    expect(small.drawn).toEqual(['a', 'a']);
  });

  it('that were not there are asked for anew', async () => {
    const desk = aQueue();
    expect(await desk.nothing('a')).toBeNull();
    expect(await desk.take('a')).toHaveLength(10);
  });

  it('that fail take no place, hold nobody up and are drawn anew', async () => {
    const desk = aQueue({ drawings: 1 });
    for (let attempt = 1; attempt <= 3; attempt += 1) await expect(desk.fail('a')).rejects.toThrow('no');
    expect(await desk.take('a')).toHaveLength(10);
  });
});
