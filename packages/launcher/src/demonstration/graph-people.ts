import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '@redress/kernel';
import type { PersonTokenRequest } from '../system/tokens';

/** The public graph and the right to speak as anyone: all that the demonstration has. */
export interface GraphAccess {
  readonly url: string;
  readonly tokenFor: (request: PersonTokenRequest) => Promise<string>;
}

/** A fault or refusal of the graph. */
export class Refused extends Error {
  constructor(
    message: string,
    /** Whether another attempt on what is there by then may be accepted. */
    readonly retryable: boolean,
  ) {
    super(message);
  }
}

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The people of one organisation, each speaking with a token of their role. */
export interface GraphPeople {
  /** Calls a mutation by name; one that was carried out before under the same key counts as done. */
  readonly act: (role: Role, mutation: string, input: object, selection?: string) => Promise<unknown>;
  readonly read: (role: Role, query: string, variables?: object) => Promise<Readonly<Record<string, unknown>>>;
}

/** What `attempt` answers once it answers something; its error, or that it never did, after a minute. */
export async function patiently<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within a minute`);
    await sleep(100);
  }
}

export function graphPeople(graph: GraphAccess, tenant: string, customer: string): GraphPeople {
  const tokens = new Map<Role, Promise<string>>();
  const tokenOf = (role: Role) => {
    const known = tokens.get(role) ?? graph.tokenFor({ tenant, role, ...(role === 'customer' ? { customer } : {}) });
    tokens.set(role, known);
    return known;
  };

  async function read(role: Role, query: string, variables: object = {}) {
    const response = await fetch(graph.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${await tokenOf(role)}`,
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors = [] } = (await response.json()) as Answer;
    if (errors.length > 0 || data === undefined || data === null) {
      throw new Refused(errors.map(({ message }) => message).join('; ') || 'no answer', false);
    }
    return data;
  }

  async function act(role: Role, mutation: string, input: object, selection = ''): Promise<unknown> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation Demonstrate($input: ${type}!) {
      ${mutation}(input: $input) { ${selection} userErrors { code message retryable } }
    }`;
    const data = await read(role, document, { input });
    const payload = data[mutation] as { readonly userErrors: readonly UserError[] };
    const [refusal] = payload.userErrors;
    if (refusal !== undefined && refusal.code !== 'IDEMPOTENCY_CONFLICT') {
      throw new Refused(`${mutation}: ${refusal.message} (${refusal.code})`, refusal.retryable);
    }
    return payload;
  }

  return { read, act };
}
