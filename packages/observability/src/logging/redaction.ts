/** Names of properties whose value never reaches a log line, compared without case, `_` and `-`. */
const SECRET_KEYS = new Set(
  (
    'authorization proxyauthorization cookie setcookie password secret token accesstoken ticket apikey signature privatekey ' +
    'name givenname familyname fullname customername displayname nickname email mail phone phonenumber mobile telephone address ' +
    'postaladdress idnumber birthdate text body complainttext description demand note comment reply content ' +
    'variables parameters sql query accountnumber iban cardnumber'
  )
    .split(' ')
    .map(plainKey),
);

/** Shapes that are masked wherever they stand in a text: bearer tokens, JWTs, e-mail addresses, mainland mobile numbers. */
const SECRET_TEXTS: readonly [RegExp, string][] = [
  [/\bBearer\s+\S+/gi, 'Bearer [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+\.[^\s@"'<>(),;:]+/g, '[e-mail]'],
  [/(?<![\w-])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\w-])/g, '[phone]'],
  // MySQL quotes the offending value, which may be anything a customer typed.
  [/(Duplicate entry|Incorrect \w+ value:?|Data too long[^']*) '(?:[^']|'(?! for| at))*'/g, "$1 '[redacted]'"],
];

const MASK = '[redacted]';
const MAX_DEPTH = 6;
const MAX_TEXT = 2_000;

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[_-]/g, '');
}

/** The text with tokens, e-mail addresses, phone numbers and quoted database values masked, cut at 2,000 characters. */
export function redactText(text: string): string {
  let safe = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  for (const [pattern, replacement] of SECRET_TEXTS) safe = safe.replaceAll(pattern, replacement);
  return safe;
}

/** A copy fit for a log line: secret properties masked at any depth, texts masked by shape, cycles and depth cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (value instanceof Error) return describeError(value, depth);
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_KEYS.has(plainKey(key)) ? MASK : redact(item, depth + 1)]),
  );
}

/**
 * An error without the properties that libraries hang on it: database drivers attach the statement with its values,
 * HTTP clients the whole request.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: stackFrames(error),
    ...(error.cause !== undefined && depth < MAX_DEPTH ? { cause: redact(error.cause, depth + 1) } : {}),
    ...(error instanceof AggregateError && depth < MAX_DEPTH
      ? { errors: error.errors.slice(0, 10).map((item) => redact(item, depth + 1)) }
      : {}),
  };
}

function stackFrames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
