/** Where the database is and as whom to log in. */
export interface ConnectionAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly schema: string;
}

const SCHEMA_NAME = /^[A-Za-z0-9_]{1,64}$/;

/** Reads `mysql://user:password@host:port/schema`; throws, without repeating the password, when a part is missing. */
export function parseConnectionAddress(url: string): ConnectionAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new Error('the database URL is not a URL');
  }
  const schema = decodeURIComponent(parsed.pathname.slice(1));
  if (parsed.protocol !== 'mysql:') throw new Error('the database URL must begin with mysql://');
  if (!SCHEMA_NAME.test(schema))
    throw new Error('the database URL must end with a schema name of letters, digits and _');
  return {
    host: parsed.hostname,
    port: parsed.port === '' ? 3306 : Number(parsed.port),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    schema,
  };
}
