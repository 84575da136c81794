import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { createLogger } from '@redress/observability';
import { createErrorMask } from './error-masking';
import { PublicError } from './public-error';

const logger = createLogger({ service: 'test', level: 'silent' });
const mask = createErrorMask({ showSchema: false, logger });

/** As graphql-js reports what a resolver threw. */
function thrown(cause: Error): GraphQLError {
  return new GraphQLError(cause.message, {
    originalError: cause,
    path: ['field'],
    extensions: (cause as GraphQLError).extensions,
  });
}

function shown(error: GraphQLError, code = 'INTERNAL_SERVER_ERROR') {
  return mask({ message: error.message, extensions: { code, ...error.extensions, stacktrace: ['at x'] } }, error);
}

describe('the mask', () => {
  it.each([
    ['an Error', new Error("SELECT * FROM secret WHERE name = '张三'")],
    [
      'a GraphQLError that a library made',
      new GraphQLError('Cannot return null for non-nullable field Secret.name.', {
        extensions: { code: 'BAD_USER_INPUT', sql: 'x' },
      }),
    ],
    [
      'an error that pretends to be a validation',
      new GraphQLError('secret', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ],
  ])('shows nothing of %s', (_, cause) => {
    expect(shown(thrown(cause))).toEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('shows a public error as it is', () => {
    const error = thrown(new PublicError('LIMIT_EXCEEDED', 'Too many.', { limit: 3 }));
    expect(shown(error)).toEqual({ message: 'Too many.', extensions: { limit: 3, code: 'LIMIT_EXCEEDED' } });
  });

  it('shows of an argument that is not valid its properties only', () => {
    const cause = new ArgumentValidationError([{ property: 'amount', value: '张三', target: { secret: 1 } }]);
    expect(shown(thrown(cause))).toEqual({
      message: 'An argument is not valid.',
      extensions: { code: 'BAD_USER_INPUT', properties: ['amount'] },
    });
  });

  it.each([
    ['CommitOutcomeUnknown', {}, 'OUTCOME_UNKNOWN'],
    ['DatabaseOverloaded', {}, 'TEMPORARILY_UNAVAILABLE'],
    ['DatabaseError', { connectionLost: true }, 'TEMPORARILY_UNAVAILABLE'],
    ['DatabaseError', { connectionLost: false }, 'INTERNAL_SERVER_ERROR'],
  ])('tells of %s %j that it is %s', (name, members, code) => {
    const cause = Object.assign(new Error('ECONNRESET 10.0.0.1'), members, { name });
    const answer = shown(thrown(cause));
    expect(answer.extensions?.['code']).toBe(code);
    expect(answer.message).not.toContain('10.0.0.1');
  });

  it('shows validation messages only where introspection is on', () => {
    const error = new GraphQLError('Cannot query field "secrt". Did you mean "secret"?');
    expect(shown(error, 'GRAPHQL_VALIDATION_FAILED').message).toBe('The document does not fit the schema.');
    const open = createErrorMask({ showSchema: true, logger });
    expect(
      open({ message: error.message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }, error).message,
    ).toContain('Did you mean');
  });
});
