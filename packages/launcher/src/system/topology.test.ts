import { schemaUrl } from './topology';

describe('schemas on a database server', () => {
  it('are named after the product when the URL names none', () => {
    expect(schemaUrl('mysql://u:p@127.0.0.1:3306', 'case-handling')).toBe(
      'mysql://u:p@127.0.0.1:3306/redress_case_handling',
    );
  });

  it('take a path in the URL as their prefix', () => {
    expect(schemaUrl('mysql://u:p@db:3306/acme?ssl=true', 'finance')).toBe('mysql://u:p@db:3306/acme_finance?ssl=true');
  });
});
