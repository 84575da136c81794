import { createLogger } from '@redress/observability';
import { presentErrors } from './present-errors';
import { publicError } from './public-error';

const logger = createLogger({ service: 'gateway', level: 'silent' });
const misspelt = publicError('BAD_USER_INPUT', 'Value "CLOSE" does not exist. Did you mean the enum value "CLOSED"?');

describe('a variable that does not fit the schema', () => {
  it.each([
    [true, 'Value "CLOSE" does not exist. Did you mean the enum value "CLOSED"?'],
    [false, 'Value "CLOSE" does not exist.'],
  ])('comes with a suggestion only where the schema is open: %s', (schemaIsOpen, message) => {
    expect(presentErrors([misspelt], { logger, schemaIsOpen })).toEqual([
      { message, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
