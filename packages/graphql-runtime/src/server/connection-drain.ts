import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets a server close as soon as its last answer is sent. Left to itself, Node waits for connections that have never
 * carried a request (clients open such in advance), and keeps one alive whose answer was under way at the time.
 */
export function drainConnections(app: FastifyInstance): { begin(): void } {
  const untouched = new Set<Socket>();
  let draining = false;
  app.server.on('connection', (socket: Socket) => {
    untouched.add(socket);
    socket.once('close', () => untouched.delete(socket));
  });
  app.addHook('onRequest', (request, _reply, done) => {
    untouched.delete(request.raw.socket);
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) reply.header('connection', 'close');
    done();
  });
  return {
    begin: () => {
      draining = true;
      for (const socket of untouched) socket.destroy();
    },
  };
}
