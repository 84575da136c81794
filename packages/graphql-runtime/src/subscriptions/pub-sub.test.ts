import { createPubSub } from './pub-sub';

describe('topics', () => {
  it('hand payloads to those who listen for the id, in order', async () => {
    const pubSub = createPubSub();
    const ours = pubSub.subscribe('changed', 'acme');
    const theirs = pubSub.subscribe('changed', 'other');
    pubSub.publish('changed', 'acme', 1);
    pubSub.publish('changed', 'acme', 2);
    pubSub.publish('changed', 'other', 3);
    const results = [await ours.next(), await ours.next(), await theirs.next()];
    expect(results).toEqual([1, 2, 3].map((value) => ({ value, done: false })));
  });

  it('drop the oldest for one who does not keep up', async () => {
    const pubSub = createPubSub();
    const slow = pubSub.subscribe('changed');
    for (let value = 0; value < 1_000; value += 1) pubSub.publish('changed', value);
    expect((await slow.next()).value).toBe(744);
  });

  it('end those who wait, and forget them', async () => {
    const pubSub = createPubSub();
    const listener = pubSub.subscribe('changed');
    const waiting = listener.next();
    await listener.return?.();
    expect((await waiting).done).toBe(true);
    expect((await listener.next()).done).toBe(true);
    expect(pubSub.listening()).toBe(0);
  });
});
