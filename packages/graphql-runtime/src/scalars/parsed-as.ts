import { GraphQLError, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

/** The two parsing functions of a scalar, from one that answers `undefined` for what it does not accept. */
interface ScalarParsing<Value> {
  parseValue(value: unknown): Value;
  parseLiteral(node: ValueNode): Value;
}

/**
 * Parsing for a scalar. Number literals reach `parse` as the text they were written as, so that nothing is lost to
 * floating point. The error names what was expected and never repeats the value.
 */
export function parsedAs<Value>(expected: string, parse: (value: unknown) => Value | undefined): ScalarParsing<Value> {
  function accepted(value: unknown): Value {
    const parsed = parse(value);
    if (parsed === undefined) throw new GraphQLError(`Expected ${expected}.`, { extensions: { expected } });
    return parsed;
  }
  return {
    parseValue: (value) => accepted(value),
    parseLiteral: (node) =>
      accepted(
        node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined,
      ),
  };
}
