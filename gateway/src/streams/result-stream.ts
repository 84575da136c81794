/**
 * Results as they come. Unlike a generator's, `return` works at once, also while the next result is awaited: the client
 * of a subscription leaves when it likes, not when something happens next.
 */
export interface ResultStream<Item> extends AsyncIterableIterator<Item> {
  return(): Promise<IteratorResult<Item>>;
}

/** The end of a stream. */
export const DONE = { done: true, value: undefined } as const;

/** Makes a stream from how it goes on and what frees its source, which is called once. */
export function resultStream<Item>(next: () => Promise<IteratorResult<Item>>, free: () => void): ResultStream<Item> {
  let ended = false;
  let leave: (result: IteratorResult<Item>) => void;
  const left = new Promise<IteratorResult<Item>>((resolve) => (leave = resolve));

  const end = () => {
    if (!ended) free();
    ended = true;
    leave(DONE);
  };
  const stream: ResultStream<Item> = {
    async next() {
      if (ended) return DONE;
      try {
        const result = await Promise.race([next(), left]);
        if (result.done === true) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    return() {
      end();
      return Promise.resolve(DONE);
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** Changes each result on its way; leaving the stream leaves its source. */
export function mapStream<Source, Item>(
  source: AsyncIterable<Source>,
  change: (item: Source) => Item | Promise<Item>,
): ResultStream<Awaited<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  return resultStream<Awaited<Item>>(
    async () => {
      const result = await iterator.next();
      return result.done === true ? DONE : { done: false, value: await change(result.value) };
    },
    () => void iterator.return?.().catch(() => undefined),
  );
}

/** A stream of one result. */
export function streamOf<Item>(item: Item): ResultStream<Item> {
  let given = false;
  return resultStream<Item>(
    () => {
      const result: IteratorResult<Item> = given ? DONE : { done: false, value: item };
      given = true;
      return Promise.resolve(result);
    },
    () => undefined,
  );
}
