import type { FastifyReply } from 'fastify';
import type { Mode } from './behaviour.model';

const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 409: 'Conflict' };

/** Sends the answer in the way that the mode asks for: as it is, as an error, twice, or not at all. */
export async function answer(reply: FastifyReply, mode: Mode, status: number, body: object): Promise<void> {
  switch (mode) {
    case 'ERROR_BEFORE':
    case 'ERROR_AFTER':
      await reply.code(500).send({ error: 'INTERNAL_ERROR' });
      return;
    case 'NO_ANSWER':
    case 'NO_ANSWER_UNPAID':
      reply.hijack();
      return;
    case 'ANSWER_TWICE': {
      reply.hijack();
      const text = JSON.stringify(body);
      const head = `HTTP/1.1 ${status} ${REASONS[status] ?? 'OK'}\r\ncontent-type: application/json\r\n`;
      const message = `${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      reply.raw.socket?.end(message + message);
      return;
    }
    case 'OK':
    case 'SLOW':
    case 'DECLINE':
      await reply.code(status).send(body);
  }
}
