/** A variable that the process reads, for the documentation and the deployment check. */
export interface Variable {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly example?: string;
}

/** What the gateway is told by its environment. */
export interface Environment {
  readonly port: number;
  readonly operationsPort: number;
  readonly host: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly requestKeys: string;
  /** Address of each subgraph by its name in the graph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly subgraphTimeoutMs: number;
  readonly explorer: boolean;
  readonly introspection: boolean;
  readonly allowedOrigins: readonly string[];
  readonly attachmentBytesAtMost: number;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const SUBGRAPHS = ['intake', 'case-handling', 'finance', 'analytics'] as const;
const subgraphVariable = (name: string) => `REDRESS_SUBGRAPH_${name.replaceAll('-', '_').toUpperCase()}_URL`;

export const VARIABLES: readonly Variable[] = [
  {
    name: 'PORT',
    description: 'Port of the graph and the explorer; 4000 when absent.',
    required: false,
    example: '4000',
  },
  {
    name: 'OPERATIONS_PORT',
    description: 'Port of /live, /ready and /metrics; 4001 when absent.',
    required: false,
    example: '4001',
  },
  { name: 'HOST', description: 'Address to listen on; 127.0.0.1 when absent.', required: false, example: '0.0.0.0' },
  {
    name: 'REDRESS_ISSUER',
    description: 'The `iss` of accepted access tokens.',
    required: true,
    example: 'https://login.example.org',
  },
  {
    name: 'REDRESS_AUDIENCE',
    description: 'The `aud` of accepted access tokens; redress when absent.',
    required: false,
    example: 'redress',
  },
  {
    name: 'REDRESS_JWKS_URL',
    description: "Where the issuer's public keys are.",
    required: true,
    example: 'https://login.example.org/jwks',
  },
  {
    name: 'REDRESS_REQUEST_KEYS',
    description: 'Keys that sign requests to subgraphs, `id:base64,...`; the first signs.',
    required: true,
    example: 'k1:...',
  },
  ...SUBGRAPHS.map((name) => ({
    name: subgraphVariable(name),
    description: `GraphQL address of ${name}.`,
    required: true,
    example: `http://${name}:4000/graphql`,
  })),
  {
    name: 'REDRESS_SUBGRAPH_TIMEOUT_MS',
    description: 'How long a subgraph may stay silent; 10000 when absent.',
    required: false,
    example: '10000',
  },
  {
    name: 'REDRESS_EXPLORER',
    description: 'Serve the explorer page: true or false (when absent).',
    required: false,
    example: 'true',
  },
  {
    name: 'REDRESS_INTROSPECTION',
    description: 'Answer questions about the schema; as REDRESS_EXPLORER when absent.',
    required: false,
    example: 'false',
  },
  {
    name: 'REDRESS_ALLOWED_ORIGINS',
    description: 'Origins of web clients served elsewhere, separated by commas.',
    required: false,
    example: 'https://app.example.org',
  },
  {
    name: 'REDRESS_ATTACHMENT_BYTES',
    description: 'Largest attachment in bytes; 26214400 when absent.',
    required: false,
    example: '26214400',
  },
  { name: 'LOG_LEVEL', description: 'Least level that is logged; info when absent.', required: false, example: 'warn' },
];

/** Reads every variable once. Throws one `Error` that lists everything that is wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const read = reader(source, problems);
  const explorer = read.flag('REDRESS_EXPLORER', false);
  const environment: Environment = {
    port: read.number('PORT', 4_000, 65_535),
    operationsPort: read.number('OPERATIONS_PORT', 4_001, 65_535),
    host: source['HOST'] || '127.0.0.1',
    issuer: read.text('REDRESS_ISSUER'),
    audience: source['REDRESS_AUDIENCE'] || 'redress',
    jwksUrl: read.url('REDRESS_JWKS_URL'),
    requestKeys: read.text('REDRESS_REQUEST_KEYS'),
    subgraphUrls: new Map(SUBGRAPHS.map((name) => [name, read.url(subgraphVariable(name))])),
    subgraphTimeoutMs: read.number('REDRESS_SUBGRAPH_TIMEOUT_MS', 10_000, 600_000),
    explorer,
    introspection: read.flag('REDRESS_INTROSPECTION', explorer),
    allowedOrigins: (source['REDRESS_ALLOWED_ORIGINS'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    attachmentBytesAtMost: read.number('REDRESS_ATTACHMENT_BYTES', 26_214_400, Number.MAX_SAFE_INTEGER),
    logLevel: read.logLevel(),
  };
  if (problems.length > 0) throw new Error(`gateway: ${problems.join('; ')}`);
  return environment;
}

function reader(source: NodeJS.ProcessEnv, problems: string[]) {
  const complain = (problem: string) => void problems.push(problem);
  return {
    text(name: string): string {
      const value = source[name] ?? '';
      if (value === '') complain(`${name} is missing`);
      return value;
    },
    url(name: string): string {
      const value = source[name] ?? '';
      if (!URL.canParse(value)) complain(`${name} must be a URL`);
      return value;
    },
    number(name: string, otherwise: number, maximum: number): number {
      const value = Number(source[name] || otherwise);
      if (!Number.isInteger(value) || value < 0 || value > maximum)
        complain(`${name} must be a whole number up to ${maximum}`);
      return value;
    },
    flag(name: string, otherwise: boolean): boolean {
      const value = source[name] || String(otherwise);
      if (value !== 'true' && value !== 'false') complain(`${name} must be true or false`);
      return value === 'true';
    },
    logLevel(): LogLevel {
      const value = source['LOG_LEVEL'] || 'info';
      const known = LOG_LEVELS.find((level) => level === value);
      if (known === undefined) complain(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
      return known ?? 'info';
    },
  };
}
