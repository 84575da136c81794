import { z } from 'zod';

/** Reads `https://KEY:SECRET@host/bucket?region=…` from an environment variable as the settings of a bucket. */
export const bucketUrl = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const url = new URL(text);
  const bucket = url.pathname.replace(/^\/|\/$/g, '');
  if (bucket === '' || bucket.includes('/') || url.username === '' || url.password === '') {
    context.addIssue('must be https://KEY:SECRET@host/bucket?region=…');
    return z.NEVER;
  }
  return {
    endpoint: url.origin,
    bucket,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
});
