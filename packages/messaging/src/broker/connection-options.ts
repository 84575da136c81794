import type { ConnectionOptions } from 'nats';

/**
 * Reads `nats://user:password@host:port`, or several with commas in between for a cluster; `tls://` asks for TLS. A name
 * without a password is a token. Throws when it is no such list.
 */
export function connectionOptions(natsUrl: string): ConnectionOptions {
  const urls = natsUrl.split(',').map(parse);
  const [first] = urls;
  if (first === undefined || urls.some((url) => url.protocol !== first.protocol || url.username !== first.username)) {
    throw new Error('the NATS URLs of one cluster must agree in protocol and user');
  }
  const user = decodeURIComponent(first.username);
  const pass = decodeURIComponent(first.password);
  return {
    servers: urls.map((url) => url.host),
    ...(user === '' ? {} : pass === '' ? { token: user } : { user, pass }),
    ...(first.protocol === 'tls:' ? { tls: {} } : {}),
  };
}

/** Throws without repeating the text, which may contain a password. */
function parse(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !['nats:', 'tls:'].includes(url.protocol) || url.host === '') {
    throw new Error('a NATS URL must look like nats://host:4222');
  }
  return url;
}
