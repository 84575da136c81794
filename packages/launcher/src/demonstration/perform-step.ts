import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenRequest } from '../system/tokens';
import { fill, valueAt, type JsonValue, type Kept, type Step } from './step';

/** The public graph and the right to speak as anyone: all that the demonstration has. */
export interface GraphAccess {
  readonly url: string;
  readonly tokenFor: (request: TokenRequest) => Promise<string>;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

const PATIENCE_MS = 60_000;

async function send(graph: GraphAccess, token: string, query: string, variables: JsonValue): Promise<Answer> {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  return (await response.json()) as Answer;
}

function refusals({ data, errors = [] }: Answer): string[] {
  const userErrors = Object.values(data ?? {}).flatMap((payload) => {
    const refused = valueAt(payload, 'userErrors');
    return Array.isArray(refused) ? refused.map((error) => JSON.stringify(error)) : [];
  });
  return [...errors.map(({ message }) => message), ...userErrors];
}

/** Performs one step and answers what was kept before and by it. Throws when it is refused or never complete. */
export async function performStep(
  step: Step,
  options: { graph: GraphAccess; tenant: string; document: string; kept: Kept; nowMs: number },
): Promise<Kept> {
  const { graph, tenant, document, kept, nowMs } = options;
  const person = fill(step.as, kept, nowMs) as Step['as'];
  const token = await graph.tokenFor({ tenant, ...person });
  const variables = fill(step.variables ?? {}, kept, nowMs);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await send(graph, token, document, variables);
    const refused = refusals(answer);
    const found = Object.entries(step.keep ?? {}).map(([name, path]) => [name, valueAt(answer.data, path)] as const);
    const missing = found.filter(([, value]) => value === undefined).map(([name]) => name);
    if (refused.length === 0 && missing.length === 0) {
      return { ...kept, ...(Object.fromEntries(found) as Kept) };
    }
    if (step.patient !== true || Date.now() > deadline) {
      throw new Error(refused.join('; ') || `the answer lacks ${missing.join(', ')}`);
    }
    await sleep(100);
  }
}
