import type { FastifyReply } from 'fastify';

const HEARTBEAT_MS = 12_000;

/** One server-sent-event stream in the distinct-connections form of the GraphQL over SSE protocol. */
export interface EventStream {
  /** Aborted when the client has gone or the stream was ended. */
  readonly signal: AbortSignal;
  /** Sends one execution result; resolves when the client can take the next, so that a slow one fills no memory here. */
  next(result: object): Promise<void>;
  /** Says `complete` and closes. */
  end(): void;
}

/** Takes the reply over from Fastify and opens the stream. */
export function openEventStream(reply: FastifyReply): EventStream {
  const { raw } = reply.hijack();
  const gone = new AbortController();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  raw.write(':\n\n');
  const heartbeat = setInterval(() => raw.write(':\n\n'), HEARTBEAT_MS).unref();
  raw.once('close', () => {
    clearInterval(heartbeat);
    gone.abort();
  });
  return {
    signal: gone.signal,
    next: (result) =>
      new Promise((resolve) => {
        if (gone.signal.aborted || raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) {
          resolve();
          return;
        }
        const proceed = (): void => {
          raw.off('drain', proceed);
          raw.off('close', proceed);
          resolve();
        };
        raw.once('drain', proceed);
        raw.once('close', proceed);
      }),
    end: () => {
      if (!raw.writableEnded) raw.end('event: complete\ndata:\n\n');
      gone.abort();
    },
  };
}
