import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface ImportArguments {
  /** What the file holds. */
  readonly kind: 'complaints' | 'purchases';
  readonly file: string;
  readonly tenant: string;
  readonly mapping: string;
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly rejects: string | undefined;
  readonly batchRows: number;
  readonly inFlight: number;
}

/** The command line is not one that can be followed; the message is the usage. */
export class UsageError extends Error {}

const USAGE = `npm run import -- FILE --tenant TENANT --mapping NAME
npm run import -- purchases FILE --tenant TENANT --mapping NAME

  purchases          the file holds lines of paid orders; complaints unless told
  FILE               CSV file with its column names in the first line
  --tenant TENANT    organisation that they belong to
  --mapping NAME     which column is what: a mapping that ships with Redress, or the path of a .json file
  --url URL          GraphQL endpoint; that of the running system unless told
  --token TOKEN      access token of an agent or administrator of the tenant; made for the running system unless told
  --rejects FILE     where bad lines are noted
  --batch-rows N     rows, or orders, in one request, 1 to 500 (250)
  --in-flight N      requests under way at a time, 1 to 16 (4)`;

/** Reads the command line. Throws `UsageError` for anything that it does not understand. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args);
  const kind = positionals[0] === 'purchases' ? 'purchases' : 'complaints';
  const [file, ...others] = kind === 'purchases' ? positionals.slice(1) : positionals;
  if (values.help) throw new UsageError(USAGE);
  if (file === undefined || others.length > 0) throw new UsageError(`Name one file.\n\n${USAGE}`);
  if (values.tenant === undefined || values.mapping === undefined) {
    throw new UsageError(`--tenant and --mapping are needed.\n\n${USAGE}`);
  }
  return {
    kind,
    file,
    tenant: values.tenant,
    mapping: values.mapping,
    url: values.url,
    token: values.token,
    rejects: values.rejects,
    batchRows: within('batch-rows', values['batch-rows'], 250, 500),
    inFlight: within('in-flight', values['in-flight'], 4, 16),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tenant: text,
        mapping: text,
        url: text,
        token: text,
        rejects: text,
        'batch-rows': text,
        'in-flight': text,
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function within(name: string, text: string | undefined, absent: number, most: number): number {
  const value = text === undefined ? absent : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} must be a whole number from 1 to ${most}.\n\n${USAGE}`);
}
