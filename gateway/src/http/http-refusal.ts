import type { GraphQLError } from 'graphql';
import { publicError } from '../errors/public-error';

/** A request that is refused before there is an operation. */
export class HttpRefusal extends Error {
  readonly shown: GraphQLError;

  constructor(
    readonly status: number,
    code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    facts?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.shown = publicError(code, message, { status, ...(facts === undefined ? {} : { facts }) });
  }
}
