import { GraphQLScalarType } from 'graphql';
import { parsedAs } from './parsed-as';

const ISO_8601 =
  /^P(?=.)(?:\d{1,5}Y)?(?:\d{1,5}M)?(?:\d{1,5}W)?(?:\d{1,6}D)?(?:T(?=.)(?:\d{1,7}H)?(?:\d{1,9}M)?(?:\d{1,10}(?:\.\d{1,3})?S)?)?$/;

/** GraphQL scalar `Duration`: ISO 8601 text inside and outside. */
export const DurationScalar = new GraphQLScalarType<string, string>({
  name: 'Duration',
  description: 'A length of time, ISO 8601: `PT24H`, `P3D`.',
  serialize: (value) => {
    const text = parseDuration(value);
    if (text === undefined) throw new TypeError('Duration is not an ISO 8601 duration');
    return text;
  },
  ...parsedAs('an ISO 8601 duration such as PT24H', parseDuration),
});

function parseDuration(value: unknown): string | undefined {
  return typeof value === 'string' && ISO_8601.test(value) ? value : undefined;
}
