import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '@redress/observability';

const PING_MS = 12_000;
const INTERNAL_ERROR = 4500;

/** Lets the protocol's state machine talk over one socket: messages in both directions, heartbeat, end. */
export function serveSocket<Extra>(protocol: Server<Extra>, socket: WebSocket, extra: Extra, logger: Logger): void {
  // A message that is too large or no UTF-8 closes the socket with a code of its own; it is the client's doing.
  socket.on('error', (error) => logger.debug({ error }, 'a socket was closed for an error'));
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(data, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) => {
        socket.on('message', (data: Buffer) => {
          receive(data.toString('utf8')).catch((error: unknown) => {
            logger.error({ error }, 'a message on a socket failed');
            socket.close(INTERNAL_ERROR, 'Internal server error');
          });
        });
      },
    },
    extra,
  );
  const stopHeartbeat = heartbeat(socket);
  socket.once('close', (code, reason) => {
    stopHeartbeat();
    void closed(code, reason.toString('utf8'));
  });
}

/** A client that does not answer a ping until the next one is gone. */
function heartbeat(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => (alive = true));
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_MS);
  return () => clearInterval(timer);
}

/** What a socket knows of itself. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}
