import { GraphQLError } from 'graphql';

const AT = /^Variable "\$(\w+)"(?: got invalid value .*? at "([\w.[\]]+)")?/s;

/**
 * Says what is wrong with a variable without repeating its value (which may be personal data) and without naming parts
 * of the schema that the caller did not name itself.
 */
export function inputMessage(error: GraphQLError): string {
  const [, variable = 'input', path] = AT.exec(error.message) ?? [];
  const expected = expectation(error.originalError) ?? expectation(error);
  return `Variable "$${variable}" is not valid${path === undefined ? '' : ` at "${path}"`}: ${expected ?? reason(error.message)}`;
}

function expectation(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const { expected } = error.extensions;
  if (typeof expected === 'string') return `expected ${expected}.`;
  return error === error.originalError ? undefined : expectation(error.originalError);
}

function reason(message: string): string {
  if (message.includes('was not provided')) return 'something that is required is missing.';
  if (message.includes('must not be null') || message.includes('to be null')) return 'it must not be null.';
  if (message.includes('is not defined by type')) return 'it has a field that is not known.';
  if (message.includes('does not exist in')) return 'it is none of the possible values.';
  return 'it has another type.';
}
