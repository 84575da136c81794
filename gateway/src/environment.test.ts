import { readEnvironment, VARIABLES } from './environment';

const COMPLETE = Object.fromEntries(VARIABLES.map(({ name, example = '' }) => [name, example]));
const REQUIRED = Object.fromEntries(
  VARIABLES.filter(({ required }) => required).map(({ name, example = '' }) => [name, example]),
);

describe('the environment of the gateway', () => {
  it('is read as its variables are described', () => {
    const environment = readEnvironment(COMPLETE);
    expect(environment).toMatchObject({ port: 4000, explorer: true, introspection: false, host: '0.0.0.0' });
    expect(environment.subgraphUrls.get('case-handling')).toBe('http://case-handling:4000/graphql');
    expect(environment.allowedOrigins).toEqual(['https://app.example.org']);
  });

  it('hides the schema unless the explorer or introspection is switched on', () => {
    expect(readEnvironment(REQUIRED)).toMatchObject({ explorer: false, introspection: false });
    expect(readEnvironment({ ...REQUIRED, REDRESS_EXPLORER: 'true' }).introspection).toBe(true);
  });

  it('reports everything that is wrong at once', () => {
    const wrong = {
      ...REQUIRED,
      REDRESS_ISSUER: '',
      REDRESS_JWKS_URL: 'x',
      PORT: 'many',
      REDRESS_EXPLORER: 'yes',
      LOG_LEVEL: 'loud',
    };
    expect(() => readEnvironment(wrong)).toThrow(/REDRESS_EXPLORER.*PORT.*REDRESS_ISSUER.*REDRESS_JWKS_URL.*LOG_LEVEL/);
  });
});
