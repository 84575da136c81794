import { parameterLiteral } from './literal';
import type { Token } from './tokenizer';
import { tokenize, UnsupportedSql } from './tokenizer';

/** Values by the names of the `:name` placeholders. Arrays expand for `IN (:ids)`; other objects become JSON text. */
export type Params = Readonly<Record<string, unknown>>;

/** A statement cut at its placeholders. */
export interface CompiledStatement {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly pieces: readonly string[];
  readonly names: readonly string[];
}

/** Cuts one statement at its placeholders; throws `UnsupportedSql` when there is more than one statement. */
export function compileStatement(text: string): CompiledStatement {
  const tokens = tokenize(text);
  const pieces: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ';')
      throw new UnsupportedSql('more than one statement, or a semicolon,', text);
    if (token.kind !== 'parameter') continue;
    pieces.push(text.slice(from, token.start));
    names.push(token.text);
    from = token.end;
  }
  pieces.push(text.slice(from));
  return { text, tokens, pieces, names };
}

const CHANGES_ROWS = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE']);

/** Whether the statement changes rows, by the word with which it begins. */
export function changesRows({ tokens }: CompiledStatement): boolean {
  return CHANGES_ROWS.has(tokens[0]?.keyword ?? '');
}

/** The text of a query with its values; throws before anything is sent when the statement would change rows. */
export function bindQuery(statement: CompiledStatement, params: Params): string {
  if (changesRows(statement)) throw new UnsupportedSql('query is for reading: use execute', statement.text);
  return bindParams(statement, params);
}

/** The statement's final text. Throws when a placeholder has no value: a missing one is a bug, never NULL. */
export function bindParams(statement: CompiledStatement, params: Params): string {
  const { pieces, names } = statement;
  let sql = pieces[0] ?? '';
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? '';
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new TypeError(`:${name} has no value in: ${statement.text.slice(0, 500)}`);
    sql += parameterLiteral(value) + (pieces[index + 1] ?? '');
  }
  return sql;
}
