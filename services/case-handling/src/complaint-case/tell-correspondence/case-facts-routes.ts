import { createRequestVerifier, SIGNATURE_HEADER, type RequestKeyRing } from '@redress/identity';
import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import { isId } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { caseFacts } from './case-facts.query';

/** Where other services of this installation ask; never passed on by the gateway. */
export const CASE_FACTS_PATH = '/internal/case-facts';

interface Question {
  readonly tenantId: string;
  readonly complaintId: string;
  readonly replyId?: string;
}

const LONGEST_QUESTION = 4_096;

/**
 * Answers what letters have to say of a case. Names and texts go no other way than on the question of a service that
 * signs with the keys of this installation; the signature covers the organisation that is asked for.
 */
export function caseFactsRoutes(
  database: Pick<Database, 'reader'>,
  keys: RequestKeyRing,
  logger: Logger,
): NonNullable<StartSubgraphOptions['routes']> {
  const verifier = createRequestVerifier(keys);
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LONGEST_QUESTION }, (_request, body, done) =>
        done(null, body),
      );
      scope.post(CASE_FACTS_PATH, async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers[SIGNATURE_HEADER];
        const signature = typeof header === 'string' ? header : undefined;
        const signed = verifier.verify({ method: 'POST', path: request.url, body }, signature);
        if (!signed.ok) {
          logger.warn({ code: signed.refusals[0]?.code }, 'a question for a case without a valid signature');
          return reply.code(401).send({});
        }
        const asked = questionIn(body);
        if (asked === undefined) return reply.code(400).send({});
        const facts = await caseFacts(database.reader(asked.tenantId), asked);
        return facts === undefined ? reply.code(404).send({}) : reply.send(facts);
      });
      return Promise.resolve();
    });
  };
}

function questionIn(body: Buffer): Question | undefined {
  try {
    const { tenantId, complaintId, replyId } = JSON.parse(body.toString()) as Record<string, unknown>;
    if (typeof tenantId !== 'string' || typeof complaintId !== 'string' || !isId(complaintId)) return undefined;
    if (replyId === undefined) return { tenantId, complaintId };
    return typeof replyId === 'string' && isId(replyId) ? { tenantId, complaintId, replyId } : undefined;
  } catch {
    return undefined;
  }
}
