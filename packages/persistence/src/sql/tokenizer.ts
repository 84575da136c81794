/** A piece of SQL text that matters; white space and comments are dropped. */
export interface Token {
  /** `name` is a back-quoted identifier, `literal` a quoted text or a number. */
  readonly kind: 'word' | 'name' | 'literal' | 'parameter' | 'symbol';
  /** The identifier without its quotes, the parameter without its colon, otherwise the text as written. */
  readonly text: string;
  /** Upper-case text of a bare word, for comparing with keywords; empty for everything else, and after a point. */
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
}

/** SQL that this package does not accept, whatever the database would make of it. */
export class UnsupportedSql extends Error {
  constructor(reason: string, statement: string) {
    super(`${reason} in: ${statement.slice(0, 500)}`);
    this.name = 'UnsupportedSql';
  }
}

/**
 * One alternative a kind, in the order in which the server's own lexer decides: two dashes begin a comment only before
 * white space or the end, line comments end at a line feed and not at a carriage return, `1.` is a number and would
 * swallow the point of a name. Whatever has two readings (`1.x`, `1x`, a comment that some server executes) has no
 * alternative here and is refused.
 */
const LEXEME = new RegExp(
  [
    /(?<space>[ \t\r\n]+)/,
    /(?<comment>\/\*(?![A-Z]?!)[^]*?\*\/|#[^\n]*|--(?=[ \t\r\n]|$)[^\n]*)/,
    /(?<string>'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*")/,
    /(?<name>`(?:[^`]|``)+`)/,
    /(?<parameter>:[A-Za-z_][A-Za-z0-9_]*)/,
    /(?<number>0x[0-9A-Fa-f]+(?![\w$.\u0080-\uffff])|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w$.\u0080-\uffff]))/,
    /(?<word>[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*)/,
    /(?<point>\.(?=[A-Za-z_$`*\u0080-\uffff]))/,
    /(?<symbol><=>|->>|->|<=|>=|<>|!=|\|\||&&|<<|>>|\/(?!\*)|[-+*%(),;=<>!~^&|])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);

/** Splits a statement into tokens; throws {@link UnsupportedSql} on what it does not know, `?`, `@` and `:=` among them. */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let afterPoint = false;
  while (position < statement.length) {
    LEXEME.lastIndex = position;
    const groups = LEXEME.exec(statement)?.groups;
    if (groups === undefined) {
      throw new UnsupportedSql(
        `"${statement.slice(position, position + 3)}" at ${String(position)} is not accepted`,
        statement,
      );
    }
    const token = tokenOf(groups, afterPoint, position, LEXEME.lastIndex);
    if (token !== undefined) tokens.push(token);
    afterPoint = groups['point'] !== undefined;
    position = LEXEME.lastIndex;
  }
  return tokens;
}

function tokenOf(
  groups: Record<string, string | undefined>,
  afterPoint: boolean,
  start: number,
  end: number,
): Token | undefined {
  const { string, name, parameter, number, word, point, symbol } = groups;
  const token = (kind: Token['kind'], text: string, keyword = ''): Token => ({ kind, text, keyword, start, end });
  if (word !== undefined) return token('word', word, afterPoint ? '' : word.toUpperCase());
  if (symbol !== undefined || point !== undefined) return token('symbol', symbol ?? '.');
  if (parameter !== undefined) return token('parameter', parameter.slice(1));
  if (name !== undefined) return token('name', name.slice(1, -1).replaceAll('``', '`'));
  const literal = string ?? number;
  return literal === undefined ? undefined : token('literal', literal);
}
