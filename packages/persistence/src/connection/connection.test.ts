import { parseConnectionAddress } from './connection-address';
import {
  CommitOutcomeUnknown,
  databaseError,
  DatabaseOverloaded,
  isConnectionLost,
  isContention,
  isDuplicateKey,
} from './database-error';

const reported = (fields: object): Error => Object.assign(new Error('reported'), fields);

describe('database errors', () => {
  it.each([
    [1062, "Duplicate entry 'o'Brien-张三' for key 'by_phone'", "Duplicate entry '…' (key by_phone)"],
    [1406, "Data too long for column 'name' at row 1", "Data too long for column 'name' at row 1"],
    [
      1292,
      "Incorrect datetime value: '张三' for column `a`.`b`.`at`",
      "Incorrect datetime value: '…' for column `a`.`b`.`at`",
    ],
    [1064, "You have an error near ''张三', 'column 'secret' at line 1", "You have an error near '…' at line 1"],
  ])('keep the values out of message %i', (errno, sqlMessage, expected) => {
    const error = databaseError(reported({ code: 'X', errno, sqlMessage, sql: "INSERT '张三'" }), 'INSERT :name');
    expect(error.message).toContain(expected);
    expect(error.message).toContain('in: INSERT :name');
    expect(JSON.stringify([error.message, error.stack, ...Object.entries(error)])).not.toMatch(/张三|secret|Brien/);
  });

  it('tell contention, lost connections and duplicates apart', () => {
    const deadlock = databaseError(reported({ errno: 1213, code: 'ER_LOCK_DEADLOCK' }));
    const lost = databaseError(reported({ code: 'ECONNRESET', fatal: true }));
    const duplicate = databaseError(
      reported({ errno: 1062, sqlMessage: "Duplicate entry 'x' for key 'complaint.by_number'" }),
    );
    expect([isContention(deadlock), isConnectionLost(deadlock), isDuplicateKey(deadlock)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isContention(lost), isConnectionLost(lost)]).toEqual([false, true]);
    expect([
      isDuplicateKey(duplicate),
      isDuplicateKey(duplicate, 'by_number'),
      isDuplicateKey(duplicate, 'PRIMARY'),
    ]).toEqual([true, true, false]);
    expect(isConnectionLost(new CommitOutcomeUnknown(lost))).toBe(false);
  });

  it('tell the caller to go elsewhere when the queue is full', () => {
    expect(databaseError(new Error('Queue limit reached.'))).toBeInstanceOf(DatabaseOverloaded);
  });
});

describe('the address of a database', () => {
  it('is read from a URL', () => {
    expect(parseConnectionAddress('mysql://me:p%40ss@db:3307/intake')).toEqual({
      host: 'db',
      port: 3307,
      user: 'me',
      password: 'p@ss',
      schema: 'intake',
    });
    expect(parseConnectionAddress('mysql://me@db/intake').port).toBe(3306);
  });

  it.each(['', 'postgres://me:secret@db/x', 'mysql://me:secret@db/', 'mysql://me:secret@db/a%60b'])(
    'is refused without repeating the password: %s',
    (url) => {
      expect(() => parseConnectionAddress(url)).toThrow(/^the database URL(?!.*secret)/);
    },
  );
});
