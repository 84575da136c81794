/** Topics inside one process, in the shape that type-graphql's `@Subscription({ topics })` asks for. */
export interface PubSub {
  /** Hands the payload to those who listen now. With an id, only to those who listen for that id. Never blocks. */
  publish(topic: string, payload: unknown): void;
  publish(topic: string, id: string, payload: unknown): void;
  subscribe(topic: string, id?: unknown): AsyncIterableIterator<unknown>;
  /** How many listen at the moment. */
  listening(): number;
}

const LONGEST_QUEUE = 256;

/**
 * Makes topics for one process. A listener that falls behind by 256 payloads loses the oldest: subscriptions are hints,
 * and one slow client must not fill the memory.
 */
export function createPubSub(): PubSub {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish: (topic: string, ...rest: unknown[]) => {
      const [id, payload] = rest.length > 1 ? [rest[0], rest[1]] : [undefined, rest[0]];
      for (const listener of listeners.get(address(topic, id)) ?? []) listener.push(payload);
    },
    subscribe: (topic, id) => {
      const key = address(topic, id);
      const here = listeners.get(key) ?? new Set();
      listeners.set(key, here);
      const listener = new Listener(() => {
        here.delete(listener);
        if (here.size === 0) listeners.delete(key);
      });
      here.add(listener);
      return listener;
    },
    listening: () => [...listeners.values()].reduce((sum, here) => sum + here.size, 0),
  };
}

function address(topic: string, id: unknown): string {
  return typeof id === 'string' ? `${topic}:${id}` : topic;
}

class Listener implements AsyncIterableIterator<unknown> {
  readonly #queue: unknown[] = [];
  readonly #leave: () => void;
  #waiting: ((result: IteratorResult<unknown>) => void)[] = [];
  #done = false;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  push(value: unknown): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next({ value, done: false });
      return;
    }
    this.#queue.push(value);
    if (this.#queue.length > LONGEST_QUEUE) this.#queue.shift();
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#queue.length > 0) return Promise.resolve({ value: this.#queue.shift(), done: false });
    if (this.#done) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#done = true;
    this.#queue.length = 0;
    this.#leave();
    for (const resolve of this.#waiting) resolve({ value: undefined, done: true });
    this.#waiting = [];
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
