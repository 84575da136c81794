import { GraphQLError, parse, type DocumentNode, type Source } from 'graphql';
import { publicError } from '../errors/public-error';
import { limitExceeded } from './limit-exceeded';

/** Parses a document and stops at the given number of tokens. Throws errors that the caller may see. */
export function parseWithinLimits(source: string | Source, tokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) throw limitExceeded('tokens', tokens);
    throw publicError('GRAPHQL_PARSE_FAILED', error.message);
  }
}
