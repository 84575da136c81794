import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import { isSignedWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { systemClock, type Clock } from '@redress/kernel';
import { readCentreMessage } from '../receive-work-order/read-centre-message';
import { receiveWorkOrder, type ReceiveWorkOrderPorts } from '../receive-work-order/receive-work-order.handler';

const BODY_BYTES_AT_MOST = 262_144;

/**
 * `POST /work-orders/<key>`: messages of contact centres, signed. Whoever does not sign learns nothing, not even whether
 * there is such an address. Signatures are judged by the clock of the machine.
 */
export function workOrderRoutes(
  ports: ReceiveWorkOrderPorts,
  signatureClock: Clock = systemClock,
): NonNullable<StartSubgraphOptions['routes']> {
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_AT_MOST }, (_request, body, done) =>
        done(null, body),
      );
      scope.post<{ Params: { key: string } }>('/work-orders/:key', async (request, reply) => {
        const centre = ports.centres.find(({ key }) => key === request.params.key);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers[WEBHOOK_SIGNATURE_HEADER];
        const signature = typeof header === 'string' ? header : undefined;
        const signed = isSignedWebhook(centre?.secrets ?? [], body, { signature, now: signatureClock.now() });
        if (centre === undefined || !signed) return reply.code(401).send({});
        const message = readCentreMessage(body);
        if (message === undefined) return reply.code(400).send({ code: 'MESSAGE_MALFORMED' });
        const taken = await receiveWorkOrder(message, centre, ports);
        if (taken.ok) return reply.send(taken.value);
        return reply.code(422).send({ code: taken.refusals[0]?.code });
      });
      return Promise.resolve();
    });
  };
}
