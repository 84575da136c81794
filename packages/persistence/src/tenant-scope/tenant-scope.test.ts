import fc from 'fast-check';
import { compileStatement } from '../sql/compiled-statement';
import { UnsupportedSql } from '../sql/tokenizer';
import { assertTenantScope } from './tenant-scope';
import { TenantScopeMissing } from './tenant-scope-missing';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const check = (sql: string): void => assertTenantScope(compileStatement(sql));

const accepted = [
  'SELECT c.id FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :id',
  'SELECT id FROM complaint WHERE tenant_id = :tenantId',
  'SELECT id FROM complaint WHERE :tenantId = tenant_id',
  'select c.id from `complaint` as `c` where `c`.`tenant_id` = :tenantId',
  'SELECT 1',
  'SELECT 1 FROM DUAL',
  'SELECT * FROM complaint c WHERE (c.id = :id OR c.number = :number) AND (c.kind = 1 AND c.tenant_id = :tenantId)',
  'SELECT * FROM complaint c WHERE c.at BETWEEN :from AND :to AND c.tenant_id = :tenantId ORDER BY c.at DESC LIMIT 10',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND CASE WHEN c.x = 1 OR c.y = 2 THEN 1 ELSE 0 END = 1',
  'SELECT * FROM complaint c JOIN line l ON l.tenant_id = :tenantId AND l.complaint_id = c.id WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN line l ON l.tenant_id = c.tenant_id AND l.complaint_id = c.id WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c LEFT JOIN line l ON l.tenant_id = c.tenant_id AND l.complaint_id = c.id WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c, line l WHERE c.tenant_id = l.tenant_id AND l.tenant_id = :tenantId',
  'SELECT * FROM complaint c FORCE INDEX (by_at) WHERE c.tenant_id = :tenantId FOR UPDATE',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId LOCK IN SHARE MODE',
  'SELECT COUNT(*) AS total FROM complaint c WHERE c.tenant_id = :tenantId GROUP BY c.kind HAVING COUNT(*) > 1',
  'SELECT ROW_NUMBER() OVER (PARTITION BY c.kind ORDER BY c.at) FROM complaint c WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND EXISTS (SELECT 1 FROM line l WHERE l.tenant_id = c.tenant_id)',
  'SELECT (SELECT COUNT(*) FROM line l WHERE l.tenant_id = :tenantId) AS n FROM complaint c WHERE c.tenant_id = :tenantId',
  'SELECT * FROM (SELECT id FROM complaint c WHERE c.tenant_id = :tenantId) x JOIN line l ON l.id = x.id AND l.tenant_id = :tenantId',
  'WITH recent AS (SELECT id FROM complaint c WHERE c.tenant_id = :tenantId) SELECT * FROM recent',
  'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n',
  '(SELECT id FROM a WHERE tenant_id = :tenantId) UNION ALL (SELECT id FROM b WHERE tenant_id = :tenantId) ORDER BY id LIMIT 5',
  'SELECT id FROM a WHERE tenant_id = :tenantId UNION SELECT id FROM b WHERE tenant_id = :tenantId',
  "SELECT jt.v FROM complaint c JOIN JSON_TABLE(c.data, '$[*]' COLUMNS (v INT PATH '$')) AS jt WHERE c.tenant_id = :tenantId",
  "SELECT * FROM complaint WHERE tenant_id = :tenantId AND text LIKE '%-- or 1=1 /*%'",
  'SELECT * FROM complaint c -- of the tenant\n WHERE c.tenant_id = :tenantId /* nothing else */ AND c.id = :id # end',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND LEFT(c.number, 2) = :prefix',
  'INSERT INTO complaint (tenant_id, id) VALUES (:tenantId, :id), (:tenantId, :other)',
  'INSERT IGNORE INTO complaint (id, tenant_id) VALUES (:id, :tenantId)',
  'INSERT INTO counter (tenant_id, id, n) VALUES (:tenantId, :id, 1) ON DUPLICATE KEY UPDATE n = n + VALUES(n)',
  'INSERT INTO archive (tenant_id, id) SELECT :tenantId, c.id FROM complaint c WHERE c.tenant_id = :tenantId',
  'INSERT INTO archive (id, tenant_id) SELECT c.id, c.tenant_id AS t FROM complaint c WHERE c.tenant_id = :tenantId',
  'INSERT INTO archive (tenant_id, id) SELECT DISTINCT tenant_id, id FROM complaint WHERE tenant_id = :tenantId ON DUPLICATE KEY UPDATE id = VALUES(id)',
  'UPDATE complaint SET state = :state, version = version + 1 WHERE tenant_id = :tenantId AND id = :id',
  'UPDATE complaint c JOIN line l ON l.tenant_id = c.tenant_id SET c.state = 1 WHERE c.tenant_id = :tenantId',
  'DELETE FROM complaint WHERE tenant_id = :tenantId AND id IN (:ids) LIMIT 10',
  'DELETE c FROM complaint c JOIN line l ON l.tenant_id = c.tenant_id WHERE c.tenant_id = :tenantId',
];

const refused = [
  'SELECT * FROM complaint',
  'SELECT * FROM complaint WHERE id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :other',
  "SELECT * FROM complaint c WHERE c.tenant_id = ':tenantId'",
  'SELECT * FROM complaint c WHERE c.tenant_id <> :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id >= :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = c.tenant_id',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId OR 1 = 1',
  'SELECT * FROM complaint c WHERE 1 = 1 OR c.id = 1 AND c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE 1 || c.id AND c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId XOR 1',
  'SELECT * FROM complaint c WHERE (c.tenant_id = :tenantId) OR TRUE',
  'SELECT * FROM complaint c WHERE (c.tenant_id = :tenantId OR TRUE)',
  'SELECT * FROM complaint c WHERE NOT c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE NOT (c.tenant_id = :tenantId)',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId IS NOT NULL',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId = 0',
  'SELECT * FROM complaint c WHERE 0 = c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE IF(c.tenant_id = :tenantId, 1, 1)',
  'SELECT * FROM complaint c WHERE c.x BETWEEN 0 AND c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE CASE WHEN c.x = 1 AND c.tenant_id = :tenantId AND c.y = 2 THEN 1 ELSE 1 END',
  'SELECT * FROM complaint c WHERE CASE WHEN 1 THEN end AND c.tenant_id = :tenantId AND 1 END',
  'SELECT * FROM complaint c WHERE 1 = 1 HAVING c.tenant_id = :tenantId',
  'SELECT c.tenant_id = :tenantId FROM complaint c',
  'SELECT * FROM complaint c JOIN line l ON l.complaint_id = c.id WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN line l ON l.complaint_id = c.id WHERE tenant_id = :tenantId',
  'SELECT * FROM complaint c LEFT JOIN line l ON c.tenant_id = :tenantId AND l.tenant_id = :tenantId',
  'SELECT * FROM complaint c RIGHT JOIN line l ON l.tenant_id = :tenantId WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN line l ON l.tenant_id = c.tenant_id RIGHT JOIN other o ON o.tenant_id = :tenantId',
  'SELECT * FROM complaint c NATURAL JOIN line l WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN line l USING (tenant_id) WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN (line l JOIN other o) ON 1 = 1 WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c JOIN complaint C ON C.tenant_id = :tenantId',
  'SELECT * FROM complaint c, other o WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND EXISTS (SELECT 1 FROM line l)',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND c.id IN (SELECT id FROM line l WHERE c.tenant_id = :tenantId)',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND EXISTS (SELECT 1 FROM line c)',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND EXISTS (SELECT 1 FROM (SELECT 1 AS tenant_id) c, line l WHERE l.tenant_id = c.tenant_id)',
  'SELECT (SELECT COUNT(*) FROM line l) FROM complaint c WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId ORDER BY (SELECT MAX(l.id) FROM line l)',
  "SELECT * FROM JSON_TABLE((SELECT l.data FROM line l LIMIT 1), '$' COLUMNS (v INT PATH '$')) AS jt",
  'SELECT * FROM (SELECT * FROM complaint) x WHERE x.tenant_id = :tenantId',
  'SELECT * FROM line l JOIN (SELECT 1 AS tenant_id) x ON l.tenant_id = x.tenant_id',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId UNION SELECT * FROM line',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId UNION (SELECT * FROM line)',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId UNION TABLE line',
  'SELECT * FROM (TABLE line) x',
  'SELECT * FROM (VALUES ROW(1) UNION TABLE line) x',
  'TABLE line',
  'WITH line AS (SELECT 1) SELECT * FROM (WITH x AS (SELECT 1) SELECT * FROM line) y JOIN complaint c',
  'WITH line AS (SELECT * FROM line) SELECT * FROM line',
  'WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a',
  'WITH x AS (SELECT 1) SELECT * FROM other',
  'SELECT * FROM line WHERE EXISTS (WITH line AS (SELECT 1) SELECT * FROM line)',
  'SELECT * FROM intake.complaint c WHERE c.tenant_id = :tenantId',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM complaint c FOR SYSTEM_TIME ALL WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId FOR SYSTEM_TIME ALL, line l',
  'SELECT * FROM complaint window JOIN line l ON 1 = 1 WHERE window.tenant_id = :tenantId',
  "SELECT * FROM complaint c WHERE c.tenant_id = :tenantId INTO OUTFILE '/tmp/x'",
  'INSERT INTO complaint (id) VALUES (:id)',
  'INSERT INTO complaint VALUES (:tenantId, :id)',
  'INSERT INTO complaint SET tenant_id = :tenantId',
  'INSERT INTO complaint (tenant_id, id) VALUES (:tenantId, :id), (:other, :id)',
  'INSERT INTO complaint (tenant_id, id) VALUES (:id, :tenantId)',
  'INSERT INTO complaint (tenant_id, id) VALUES (:tenantId, (SELECT id FROM line LIMIT 1))',
  'INSERT INTO complaint (tenant_id, id) VALUES (:tenantId, 1) ON DUPLICATE KEY UPDATE tenant_id = :other',
  'INSERT INTO complaint (tenant_id, id) VALUES (:tenantId, 1) ON DUPLICATE KEY UPDATE id = (SELECT MAX(id) FROM line)',
  'INSERT INTO archive (tenant_id, id) SELECT c.tenant_id, c.id FROM complaint c',
  'INSERT INTO archive (tenant_id, id) SELECT * FROM complaint c WHERE c.tenant_id = :tenantId',
  'INSERT INTO archive (id, tenant_id) SELECT c.tenant_id, c.id FROM complaint c WHERE c.tenant_id = :tenantId',
  'INSERT INTO archive (tenant_id) SELECT x.tenant_id FROM (SELECT :other AS tenant_id) x',
  'INSERT INTO archive (tenant_id) SELECT :tenantId UNION SELECT :other',
  'REPLACE INTO complaint (tenant_id, id) VALUES (:tenantId, :id)',
  'UPDATE complaint SET state = 1',
  'UPDATE complaint SET state = 1 WHERE id = :id',
  'UPDATE complaint SET tenant_id = :other WHERE tenant_id = :tenantId',
  'UPDATE complaint c SET c.tenant_id = :other WHERE c.tenant_id = :tenantId',
  'UPDATE complaint SET `TENANT_ID` = :other WHERE tenant_id = :tenantId',
  'UPDATE complaint SET state = (SELECT MAX(state) FROM line) WHERE tenant_id = :tenantId',
  'UPDATE complaint c, line l SET l.state = 1 WHERE c.tenant_id = :tenantId',
  'DELETE FROM complaint',
  'DELETE FROM complaint WHERE id = 1 OR tenant_id = :tenantId',
  'DELETE l FROM complaint c JOIN line l ON l.id = c.id WHERE c.tenant_id = :tenantId',
  'DELETE FROM l USING complaint c JOIN line l WHERE c.tenant_id = :tenantId',
  'CALL everything()',
  "LOAD DATA INFILE 'x' INTO TABLE complaint",
  'SET foreign_key_checks = 0',
  'SHOW TABLES',
  'TRUNCATE complaint',
  'SELECT * FROM complaint c WHERE (c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId) UNION (SELECT * FROM line',
];

const notSql = [
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId /*! OR 1 = 1 */',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId /*!50000 OR 1 = 1 */',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId /*M! OR 1 = 1 */',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId /*T! OR 1 = 1 */',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId /* never closed',
  'SELECT * FROM complaint; SELECT * FROM complaint c WHERE c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND 0 = 1.OR 1 = 1',
  'SELECT * FROM complaint c WHERE c. tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE @x := 1 AND c.tenant_id = :tenantId',
  'SELECT * FROM complaint c WHERE c.tenant_id = ?',
  "SELECT * FROM complaint c WHERE c.tenant_id = :tenantId AND 'open",
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId\u000b OR 1 = 1',
  'SELECT * FROM complaint c WHERE c.tenant_id = :tenantId \u0000',
];

describe('tenant scope', () => {
  it.each(accepted)('accepts %s', (sql) => {
    expect(() => check(sql)).not.toThrow();
  });

  it.each(refused)('refuses %s', (sql) => {
    expect(() => check(sql)).toThrow(TenantScopeMissing);
  });

  it.each(notSql)('does not read %j', (sql) => {
    expect(() => check(sql)).toThrow(UnsupportedSql);
  });

  it('reads comments as the server does', () => {
    expect(() => check('SELECT * FROM complaint c -- x\r WHERE c.tenant_id = :tenantId')).toThrow(TenantScopeMissing);
    expect(() => check('SELECT 1--1 FROM complaint c WHERE c.tenant_id = :tenantId')).not.toThrow();
    expect(() => check('SELECT 1 -- FROM complaint c WHERE c.tenant_id = :tenantId\n FROM complaint')).toThrow(
      TenantScopeMissing,
    );
  });

  it('refuses every accepted statement once a tenant condition is taken out of it', () => {
    const condition = /(?:`?\w+`?\.)?`?tenant_id`? = (?:\w+\.tenant_id|:tenantId)|:tenantId = tenant_id/g;
    for (const sql of accepted) {
      for (const { index, 0: text } of sql.matchAll(condition)) {
        const weakened = `${sql.slice(0, index)}1 = 1${sql.slice(index + text.length)}`;
        expect(() => check(weakened)).toThrow(TenantScopeMissing);
      }
    }
  });

  it('refuses every accepted statement once a tenant condition is made optional', () => {
    const optional = fc.constantFrom(
      (condition: string) => `(${condition} OR 1 = 1)`,
      (condition: string) => `NOT (${condition})`,
      (condition: string) => `NOT ${condition}`,
      (condition: string) => `COALESCE(${condition}, 1)`,
      (condition: string) => `(${condition}) IS NOT NULL`,
      (condition: string) => `(${condition} XOR 1 = 1)`,
      (condition: string) => `1 = 1 OR ${condition}`,
      (condition: string) => `${condition} || 1 = 1`,
      (condition: string) => `1 BETWEEN 0 AND ${condition}`,
    );
    const scoped = accepted.filter((sql) => /(WHERE|ON|AND) [^:=]*tenant_id`? = :tenantId/.test(sql));
    fc.assert(
      fc.property(fc.constantFrom(...scoped), optional, (sql, weaken) => {
        const weakened = sql.replace(/(?:`?\w+`?\.)?`?tenant_id`? = :tenantId/g, weaken);
        expect(() => check(weakened)).toThrow(TenantScopeMissing);
      }),
    );
  });

  it('neither hangs nor passes on noise', () => {
    const word = fc.constantFrom(
      'SELECT',
      '*',
      'FROM',
      'complaint',
      'c',
      'WHERE',
      '(',
      ')',
      ',',
      'JOIN',
      'ON',
      'UNION',
      'line',
      'AND',
      'OR',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const sql = `SELECT * FROM secret ${words.join(' ')}`;
        expect(() => check(sql)).toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
