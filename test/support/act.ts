import { newId } from '@redress/kernel';
import type { GraphAnswer, ReachedSystem } from '@redress/testkit';

/** A refusal as the graph shows it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
  readonly details?: {
    readonly maximum?: { readonly amount: string } | null;
    readonly allowed?: readonly string[] | null;
    readonly currentVersion?: number | null;
  } | null;
}

/** What every mutation answers, beside what it changed. */
export interface Payload {
  readonly replayed: boolean;
  readonly userErrors: readonly UserError[];
}

/** Speaks to the public graph as one person. */
export interface Person {
  readonly token: string;
  /** Sends a query and answers its data; throws when the answer has errors. */
  read<Data>(document: string, variables?: object): Promise<Data>;
  /** Sends anything and answers all of it. */
  send(document: string, variables?: object): Promise<GraphAnswer>;
  /** Calls a mutation by name with its input; the key is made unless the input has one. */
  act<Result extends object>(
    mutation: string,
    input: object,
    selection?: string,
    /** Where it is not named after the mutation. */
    inputType?: string,
  ): Promise<Payload & Result>;
}

const typeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** A person who holds a token. */
export function personWith(system: Pick<ReachedSystem, 'request'>, token: string): Person {
  const read = async <Data>(document: string, variables: object = {}): Promise<Data> => {
    const answer = await system.request(document, variables, token);
    if (answer.errors !== undefined || answer.data === undefined || answer.data === null) {
      throw new Error(`the graph answered ${JSON.stringify(answer.errors)}`);
    }
    return answer.data as Data;
  };
  return {
    token,
    read,
    send: (document, variables = {}) => system.request(document, variables, token),
    act: async <Result extends object>(
      mutation: string,
      input: object,
      selection = '',
      inputType = typeOf(mutation),
    ) => {
      const document = `mutation Act($input: ${inputType}!) {
        ${mutation}(input: $input) {
          ${selection} replayed
          userErrors { code message path details { maximum { amount } allowed currentVersion } }
        }
      }`;
      const data = await read<Record<string, Payload & Result>>(document, {
        input: { idempotencyKey: newId(), ...input },
      });
      const payload = data[mutation];
      if (payload === undefined) throw new Error(`${mutation} answered nothing`);
      return payload;
    },
  };
}
