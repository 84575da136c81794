/** What the launcher reads from the environment. */
export interface LauncherEnvironment {
  /** The gateway's port. */
  readonly port: number;
  /** A database server to use instead of a private one; a path in it becomes the prefix of the schemas. */
  readonly databaseUrl?: string;
  /** A broker to use instead of a private one. */
  readonly natsUrl?: string;
  readonly mariadbImage: string;
  readonly natsImage: string;
  /** Passed on to the parts: all variables but those that the launcher decides. */
  readonly inherited: NodeJS.ProcessEnv;
}

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
    mariadbImage: source['REDRESS_MARIADB_IMAGE'] || 'mariadb:11.4',
    natsImage: source['REDRESS_NATS_IMAGE'] || 'nats:2.11',
    inherited: Object.fromEntries(Object.entries(source).filter(([name]) => !DECIDED_HERE.test(name))),
  };
}
