import { thrownCode } from '../demo/thrown-code';
import { newId } from '@redress/kernel';
import { toGlobalId } from '../nodes/global-id';
import { codeColumn, column, compileWhere, idColumn } from './where-sql';

const fields = {
  name: column('t.name'),
  state: column('t.state'),
  code: codeColumn('t.code'),
  customer: idColumn('t.customer_id', 'Customer'),
};

function nested(levels: number): object {
  return levels === 0 ? { name: { eq: 'x' } } : { NOT: nested(levels - 1) };
}

describe('a where-input', () => {
  it('asks for nothing when nothing is given', () => {
    for (const where of [undefined, null, {}, { name: null }, { name: {} }, { AND: [] }]) {
      expect(compileWhere(where, fields)).toMatchObject({ params: {} });
      expect(compileWhere(where, fields).sql).toMatch(/^[(TRUE)]+$/);
    }
  });

  it('becomes SQL without a single value in it', () => {
    const id = newId();
    const where = {
      name: { contains: '50%|_' },
      OR: [{ state: { in: ['a', 'b'] } }, { NOT: { customer: { eq: toGlobalId('Customer', id) } } }],
    };
    expect(compileWhere(where, fields)).toEqual({
      sql: "((t.name LIKE :where0 ESCAPE '|')) AND ((((t.state IN (:where1)))) OR ((NOT (((t.customer_id IN (:where2)))))))",
      params: { where0: '%50|%|||_%', where1: ['a', 'b'], where2: [id] },
    });
  });

  it.each([
    ['too deep', nested(6)],
    ['too long a list', { state: { in: Array.from({ length: 101 }, () => 'x') } }],
    ['too many parts', { OR: Array.from({ length: 51 }, () => ({ name: { eq: 'x' } })) }],
  ])('is FILTER_INVALID with %s', (_, where) => {
    expect(thrownCode(() => compileWhere(where, fields))).toBe('FILTER_INVALID');
  });

  it.each([
    [{ eq: '电器' }, '(FALSE)', {}],
    [{ contains: 'é' }, '(FALSE)', {}],
    [{ in: ['GOODS', '电器'] }, '((t.code IN (:where0)))', { where0: ['GOODS'] }],
    [{ in: ['电器'] }, '((FALSE))', {}],
    [{ eq: 'GOODS', in: null }, '((t.code = :where0))', { where0: 'GOODS' }],
  ])('never compares a column of codes with %p, which no code can contain', (code, sql, params) => {
    expect(compileWhere({ code }, fields)).toEqual({ sql, params });
  });

  it('does not ignore a member without a column: that would show too much', () => {
    expect(() => compileWhere({ secret: { eq: 'x' } }, fields)).toThrow('has no column');
    expect(() => compileWhere({ constructor: { eq: 'x' } }, fields)).toThrow('has no column');
  });
});
