/** What the launcher reads from the environment. */
export interface LauncherEnvironment {
  /** The gateway's port. */
  readonly port: number;
  /** A database server to use instead of a private one; a path in it becomes the prefix of the schemas. */
  readonly databaseUrl?: string;
  /** A broker to use instead of a private one. */
  readonly natsUrl?: string;
  /** Where this system keeps its data, secrets and logs; `.redress` of the checkout unless told. */
  readonly stateDirectory?: string;
  readonly mariadbImage: string;
  readonly natsImage: string;
  /** Passed on to the parts: all variables but those that the launcher decides. */
  readonly inherited: NodeJS.ProcessEnv;
}

/** With what the system is connected, and what it may use, is the user's to say. */
const SAID_BY_USER: ReadonlySet<string> = new Set([
  'REDRESS_SMTP_URL',
  'REDRESS_MAIL_FROM',
  'REDRESS_MAILBOXES',
  'REDRESS_MAILBOX_POLL_MS',
  'REDRESS_CHANNELS',
  'REDRESS_CONTACT_CENTRES',
  'REDRESS_SHOPS',
  'REDRESS_STRIPE_SECRET_KEY',
  'REDRESS_VOUCHER_VALID_MONTHS',
  'REDRESS_ATTACHMENTS_S3_URL',
  'REDRESS_CLICKHOUSE_URL',
  'REDRESS_COLUMNS_MEMORY_MIB',
]);
/** The rest is decided here for each part. */
const DECIDED_HERE = /^(REDRESS_|PORT$|HOST$|OPERATIONS_PORT$|NODE_OPTIONS$|npm_)/;

function urlProblem(name: string, value: string | undefined, protocol: string): string[] {
  if (value === undefined) return [];
  const valid = URL.canParse(value) && new URL(value).protocol === protocol;
  return valid ? [] : [`${name} must be a URL that begins with ${protocol}//`];
}

/** Reads every variable once. Throws one `Error` that lists everything that is wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): LauncherEnvironment {
  const databaseUrl = source['REDRESS_DATABASE_URL'] || undefined;
  const natsUrl = source['REDRESS_NATS_URL'] || undefined;
  const stateDirectory = source['REDRESS_STATE_DIRECTORY'] || undefined;
  const port = Number(source['PORT'] || 4000);
  const problems = [
    ...(Number.isInteger(port) && port > 0 && port <= 65_535 ? [] : ['PORT must be a whole number from 1 to 65535']),
    ...urlProblem('REDRESS_DATABASE_URL', databaseUrl, 'mysql:'),
    ...urlProblem('REDRESS_NATS_URL', natsUrl, 'nats:'),
  ];
  if (problems.length > 0) throw new Error(problems.join('; '));
  return {
    port,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(natsUrl === undefined ? {} : { natsUrl }),
    ...(stateDirectory === undefined ? {} : { stateDirectory }),
    mariadbImage: source['REDRESS_MARIADB_IMAGE'] || 'docker.io/library/mariadb:11.4',
    natsImage: source['REDRESS_NATS_IMAGE'] || 'docker.io/library/nats:2.11',
    inherited: Object.fromEntries(
      Object.entries(source).filter(([name]) => SAID_BY_USER.has(name) || !DECIDED_HERE.test(name)),
    ),
  };
}

/** What the development issuer of a composition reads. */
export interface IssuerEnvironment {
  readonly host: string;
  readonly port: number;
  readonly issuer: string;
  readonly keyFile: string;
}

export function readIssuerEnvironment(source: NodeJS.ProcessEnv = process.env): IssuerEnvironment {
  const keyFile = source['REDRESS_ISSUER_KEY'];
  if (keyFile === undefined) throw new Error('REDRESS_ISSUER_KEY must name the file of the key');
  return {
    host: source['HOST'] || '127.0.0.1',
    port: Number(source['PORT'] || 4001),
    issuer: source['REDRESS_ISSUER'] || 'urn:redress:development',
    keyFile,
  };
}

/** What the loader of the demonstration reads. */
export function readDemonstrationEnvironment(source: NodeJS.ProcessEnv = process.env) {
  const gatewayUrl = source['REDRESS_GATEWAY_URL'];
  const markerFile = source['REDRESS_DEMONSTRATION_MARKER'];
  if (gatewayUrl === undefined || markerFile === undefined) {
    throw new Error('REDRESS_GATEWAY_URL and REDRESS_DEMONSTRATION_MARKER must be set');
  }
  return { gatewayUrl, markerFile, keyFile: readIssuerEnvironment(source).keyFile };
}
