import type { Readable } from 'node:stream';
import type { ExecutionResult } from 'graphql';
import { readAnswer } from './subgraph-answer';
import { DONE, resultStream, type ResultStream } from '../streams/result-stream';
import { subgraphUnavailable } from './subgraph-errors';

/** One event of an event stream. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

const UNAVAILABLE: ExecutionResult = { errors: [subgraphUnavailable('subscription')] };
const LARGEST_EVENT = 4 * 1024 * 1024;

/** Reads the events of a `text/event-stream` body. Throws when one event outgrows 4 MiB. */
export async function* readEvents(source: AsyncIterable<Buffer | string>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (rest.length > LARGEST_EVENT) throw new Error('an event is too large');
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event !== undefined) yield event;
    }
  }
}

function parseEvent(block: string): ServerSentEvent | undefined {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 && event === 'message' ? undefined : { event, data: data.join('\n') };
}

/**
 * The results that a subgraph sends in GraphQL over SSE's distinct connections mode. A stream that breaks ends with a
 * coded error, so that the client subscribes again; leaving it closes the connection.
 */
export function readEventStream(body: Readable, onBroken: (error: unknown) => void): ResultStream<ExecutionResult> {
  const events = readEvents(body as AsyncIterable<Buffer>);
  // Leaving destroys the body while it is read; that is no fault.
  body.once('error', () => undefined);
  let broken = false;

  async function next(): Promise<IteratorResult<ExecutionResult>> {
    if (broken) return DONE;
    try {
      for (;;) {
        const result = await events.next();
        if (result.done === true) throw new Error('the stream ended without saying so');
        const { event, data } = result.value;
        if (event === 'complete') return DONE;
        if (event === 'next') return { done: false, value: readAnswer(data) ?? UNAVAILABLE };
      }
    } catch (error) {
      if (!body.destroyed || body.errored !== null) onBroken(error);
      broken = true;
      return { done: false, value: UNAVAILABLE };
    }
  }

  return resultStream(next, () => void body.destroy());
}
