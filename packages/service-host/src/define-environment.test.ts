import { z } from 'zod';
import { defineEnvironment } from './define-environment';
import { flag, port, subgraphVariables } from './subgraph-variables';

const environment = defineEnvironment('sample', {
  PORT: port().describe('Where it listens.'),
  VERBOSE: flag().describe('More words.'),
  NAME: z.string().optional().describe('A name.'),
});

describe('defineEnvironment', () => {
  it('lists the variables with their words, and which are required', () => {
    expect(environment.variables).toEqual([
      { name: 'PORT', description: 'Where it listens.', required: true },
      { name: 'VERBOSE', description: 'More words.', required: false },
      { name: 'NAME', description: 'A name.', required: false },
    ]);
  });

  it('reads what is there and takes an empty variable as absent', () => {
    expect(environment.read({ PORT: '4000', VERBOSE: '', OTHER: 'x' })).toEqual({ PORT: 4000, VERBOSE: false });
  });

  it('reports everything that is wrong at once, without the values', () => {
    const read = () =>
      defineEnvironment('sample', subgraphVariables).read({ PORT: 'secret-value', REDRESS_REQUEST_KEYS: 'k:short' });
    expect(read).toThrow(/PORT.*REDRESS_ISSUER.*REDRESS_REQUEST_KEYS.*REDRESS_DATABASE_URL/s);
    expect(read).not.toThrow(/secret-value/);
  });
});
