import { SIGNATURE_HEADER, signRequest, type RequestKeyRing } from '@redress/identity';
import { z } from 'zod';
import { CaseHandlingAway, type CaseFactsClient } from '../model/case-facts.client';

const PATH = '/internal/case-facts';
const TIMEOUT_MS = 10_000;

const answer = z.object({
  handler: z.object({ name: z.string(), contact: z.string().optional() }).optional(),
  dueDates: z.array(z.object({ stage: z.string(), dueAt: z.iso.datetime().transform((text) => new Date(text)) })),
  reply: z.object({ text: z.string() }).optional(),
});

/** Asks case handling over HTTP, signed with the keys of the installation. */
export function httpCaseFacts(origin: string, keys: RequestKeyRing): CaseFactsClient {
  return {
    async read(question) {
      const body = JSON.stringify(question);
      const signature = signRequest(keys, { method: 'POST', path: PATH, body });
      const response = await fetch(new URL(PATH, origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((error: unknown) => {
        throw new CaseHandlingAway(error);
      });
      if (response.status === 404) return undefined;
      if (!response.ok) throw new CaseHandlingAway(`status ${response.status}`);
      const { handler, dueDates, reply } = answer.parse(await response.json());
      return {
        dueDates,
        reply,
        handler:
          handler === undefined
            ? undefined
            : { name: handler.name, ...(handler.contact === undefined ? {} : { contact: handler.contact }) },
      };
    },
  };
}
