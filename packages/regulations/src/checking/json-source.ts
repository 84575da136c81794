import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** Where something stands in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type SourcePath = readonly (string | number)[];

/** A mistake in the JSON of a file, before anybody looks at what it says. */
export interface SyntaxProblem extends Position {
  readonly path: string;
  readonly expected: string;
  readonly found?: string;
}

/** A JSON file with the place of every value in it. */
export interface JsonSource {
  readonly problems: readonly SyntaxProblem[];
  readonly positionOf: (path: SourcePath) => Position;
}

const SHOWN = 40;

/** Reads the places of all values in a JSON text; finds what is no JSON and members that are told twice. */
export function jsonSource(content: string): JsonSource {
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { disallowComments: true, allowTrailingComma: false });
  const lineStarts = [0, ...[...content.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (offset: number): Position => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  return {
    problems: [
      ...errors.map(({ error, offset, length }): SyntaxProblem => ({
        ...at(offset),
        path: '',
        expected: `JSON (${wordsOf(printParseErrorCode(error))})`,
        found: content.slice(offset, offset + Math.min(Math.max(length, 1), SHOWN)),
      })),
      ...(root === undefined ? [] : repeatedMembers(root, [], at)),
    ],
    positionOf: (path) => {
      for (let length = path.length; root !== undefined && length >= 0; length -= 1) {
        const node = findNodeAtLocation(root, path.slice(0, length));
        if (node !== undefined) return at(node.offset);
      }
      return { line: 1, column: 1 };
    },
  };
}

/** A path as a JSON pointer, for example `/stages/2/performers/0`. */
export function pointerOf(path: SourcePath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function repeatedMembers(node: Node, path: SourcePath, at: (offset: number) => Position): readonly SyntaxProblem[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type === 'array') return repeatedMembers(child, [...path, index], at);
    const [key, value] = child.children ?? [];
    if (key === undefined) return [];
    const inside = [...path, String(key.value)];
    const twice: SyntaxProblem[] = seen.has(key.value)
      ? [{ ...at(key.offset), path: pointerOf(inside), expected: 'each member once', found: JSON.stringify(key.value) }]
      : [];
    seen.add(key.value);
    return value === undefined ? twice : [...twice, ...repeatedMembers(value, inside, at)];
  });
}

function wordsOf(errorCode: string): string {
  return errorCode.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
