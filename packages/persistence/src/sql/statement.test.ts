import { bindParams, bindQuery, compileStatement } from './compiled-statement';
import { insertStatements } from './insert-statement';
import { json } from './literal';
import { rememberByText } from './statement-cache';
import { UnsupportedSql } from './tokenizer';

const bind = (sql: string, params: Record<string, unknown>): string => bindParams(compileStatement(sql), params);

describe('binding values', () => {
  it.each<[unknown, string]>([
    [null, 'NULL'],
    ["o'Brien \\ 张三\n", "'o\\'Brien \\\\ 张三\\n'"],
    [1.5, '1.5'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [true, 'TRUE'],
    [new Date('2024-02-29T23:59:59.007Z'), "'2024-02-29 23:59:59.007'"],
    [new Date('1969-12-31T23:09:08.080Z'), "'1969-12-31 23:09:08.080'"],
    [new Date('1970-01-01T00:00:00.600Z'), "'1970-01-01 00:00:00.600'"],
    [Buffer.from([0, 255]), "X'00ff'"],
    [new Uint8Array([16]), "X'10'"],
    [{ a: [1, "'"] }, `'{\\"a\\":[1,\\"\\'\\"]}'`],
    [json(['a']), `'[\\"a\\"]'`],
    [['a', 2n], "'a', 2"],
    [
      [
        ['a', 1],
        ['b', 2],
      ],
      "('a', 1), ('b', 2)",
    ],
    [[], 'SELECT NULL FROM DUAL WHERE FALSE'],
  ])('writes %p', (value, text) => {
    expect(bind('SELECT :value', { value })).toBe(`SELECT ${text}`);
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, new Date('never'), () => 1, Symbol('x'), { a: 1n }])(
    'refuses %p',
    (value) => {
      expect(() => bind('SELECT :value', { value })).toThrow();
    },
  );

  it('leaves placeholders in texts and comments alone, and values out of placeholders', () => {
    const sql = 'SELECT \':a\', `:a`, ":a" /* :a */ FROM t WHERE x = :a AND y = :b -- :a';
    expect(bind(sql, { a: ':b', b: '$&' })).toBe(
      "SELECT ':a', `:a`, \":a\" /* :a */ FROM t WHERE x = ':b' AND y = '$&' -- :a",
    );
  });

  it('names the placeholder that has no value, inherited ones included, and no value', () => {
    expect(() => bind('SELECT :secret, :gone', { secret: '张三' })).toThrow(
      /^:gone has no value in: SELECT :secret, :gone$/,
    );
    expect(() => bind('SELECT :toString', {})).toThrow(/:toString has no value/);
  });

  it('refuses a second statement', () => {
    expect(() => compileStatement('SELECT 1; SELECT 2')).toThrow(UnsupportedSql);
    expect(compileStatement("SELECT ';'").names).toEqual([]);
  });

  it('refuses to change rows by a query', () => {
    expect(() => bindQuery(compileStatement('/* x */ DELETE FROM t'), {})).toThrow('use execute');
  });
});

describe('inserting rows', () => {
  it('writes one statement over the columns of all rows, with defaults for what is missing', () => {
    const [statement, ...more] = insertStatements(
      'line',
      [
        { id: 1, tags: ['a'] },
        { id: 2, note: null, gone: undefined },
      ],
      {
        tenant_id: 't',
      },
    );
    expect(more).toEqual([]);
    expect(statement?.sql).toBe(
      "INSERT INTO `line` (`tenant_id`, `id`, `tags`, `note`) VALUES ('t', 1, '[\\\"a\\\"]', DEFAULT), ('t', 2, DEFAULT, NULL)",
    );
    expect(statement?.text).not.toContain("'t'");
  });

  it('never takes the tenant from the row', () => {
    const [statement] = insertStatements('line', [{ id: 1, tenant_id: 'other' }], { tenant_id: 't' });
    expect(statement?.sql).toBe("INSERT INTO `line` (`tenant_id`, `id`) VALUES ('t', 1)");
  });

  it('writes nothing for no rows, and more statements for more than a packet', () => {
    expect(insertStatements('line', [])).toEqual([]);
    const rows = Array.from({ length: 30 }, (_, id) => ({ id, text: 'x'.repeat(100_000) }));
    const statements = insertStatements('line', rows);
    expect(statements.length).toBeGreaterThan(1);
    expect(statements.every(({ sql }) => sql.length < 1_000_000)).toBe(true);
    expect(statements.flatMap(({ sql }) => sql.match(/\((\d+),/g) ?? [])).toHaveLength(30);
  });

  it.each(['a b', 'x`', 'X', '', 'x.y'])('refuses the name %j', (name) => {
    expect(() => insertStatements(name, [{ id: 1 }])).toThrow(UnsupportedSql);
    expect(() => insertStatements('line', [{ [name]: 1 }])).toThrow(UnsupportedSql);
  });
});

describe('remembering by text', () => {
  it('derives once a text, forgets the oldest beyond the limit, and forgets failures', () => {
    const derived: string[] = [];
    const remember = rememberByText((text) => {
      derived.push(text);
      if (text === 'bad') throw new Error('bad');
      return { text };
    }, 2);
    expect(remember('a')).toBe(remember('a'));
    remember('b');
    remember('c');
    remember('a');
    expect(derived).toEqual(['a', 'b', 'c', 'a']);
    expect(() => remember('bad')).toThrow();
    expect(() => remember('bad')).toThrow();
  });
});
