import { setTimeout as pause } from 'node:timers/promises';
import type { ImportTarget } from './import-target';

/** What became of a row that was sent; `row` is its place in the batch. */
export interface RowResult {
  readonly row: number;
  readonly status: 'CREATED' | 'EXISTED' | 'REFUSED';
  readonly userErrors: readonly { readonly message: string; readonly path: readonly string[] | null }[];
}

/** What the mutation answers. */
export interface ImportPayload {
  readonly created: number;
  readonly existed: number;
  readonly refused: number;
  readonly results: readonly RowResult[];
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** The endpoint does not take the import; the message says why and what to do. */
export class ImportStopped extends Error {}

/** Sends batches to the mutation that takes them. */
export interface ImportClient {
  send(idempotencyKey: string, rows: readonly string[]): Promise<ImportPayload>;
}

/** Codes that no other attempt can change, and what to do about them. */
function finalMessage(code: string | undefined, { roles }: ImportTarget): string | undefined {
  if (code === 'FORBIDDEN') return `The token has none of the roles ${roles}, which an import needs.`;
  if (code !== 'UNAUTHENTICATED') return undefined;
  return 'The token is not valid, or not any more. Get a new one and run the same command again: it goes on where it stopped.';
}

interface Answer {
  readonly data?: { readonly imported?: ImportPayload | null } | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly retryable?: boolean };
  }[];
}

/** A failure that another attempt may not meet; the idempotency key makes it safe. */
class Passing extends Error {}

/** Makes a client that tries a batch again while what is wrong may pass: about a minute, unless told otherwise. */
export function createImportClient(options: {
  readonly url: string;
  readonly token: string;
  readonly target: ImportTarget;
  readonly attempts?: number;
  readonly firstPauseMs?: number;
}): ImportClient {
  const { url, token, target, attempts = 9, firstPauseMs = 200 } = options;
  return {
    async send(idempotencyKey, rows) {
      const body = requestBody(target, idempotencyKey, rows);
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await sendOnce({ url, token, target }, body);
        } catch (error) {
          if (!(error instanceof Passing)) throw error;
          if (attempt === attempts)
            throw new ImportStopped(`${error.message} Run the same command again later: it goes on where it stopped.`);
          await pause(firstPauseMs * 2 ** (attempt - 1));
        }
      }
    },
  };
}

/** The rows are texts already, so that they are written once only. */
function requestBody({ document, input, list }: ImportTarget, idempotencyKey: string, rows: readonly string[]): string {
  const head = JSON.stringify({ ...input, idempotencyKey }).slice(0, -1);
  return `{"query":${JSON.stringify(document)},"variables":{"input":${head},"${list}":[${rows.join(',')}]}}}`;
}

async function sendOnce(
  { url, token, target }: { readonly url: string; readonly token: string; readonly target: ImportTarget },
  body: string,
): Promise<ImportPayload> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
    body,
  }).catch((error: unknown) => {
    throw new Passing(`${url} does not answer (${causeOf(error)}).`);
  });
  const text = await response.text().catch((error: unknown) => {
    throw new Passing(`${url} did not answer to the end (${causeOf(error)}).`);
  });
  return payloadOf(response.status, text, target);
}

function payloadOf(status: number, text: string, target: ImportTarget): ImportPayload {
  const answer = parse(text);
  const payload = answer?.data?.imported;
  if (payload !== null && payload !== undefined) {
    const [refusal] = payload.userErrors;
    if (refusal !== undefined) throw new ImportStopped(`The import was refused: ${refusal.message} (${refusal.code})`);
    return payload;
  }
  const [error] = answer?.errors ?? [];
  const code = error?.extensions?.code ?? (status === 401 ? 'UNAUTHENTICATED' : undefined);
  const final = finalMessage(code, target);
  if (final !== undefined) throw new ImportStopped(final);
  const message = `The endpoint answered ${error?.message ?? `with status ${status}`} (${code ?? status}).`;
  if (status >= 500 || status === 429 || error?.extensions?.retryable === true || code === 'INTERNAL_SERVER_ERROR')
    throw new Passing(message);
  throw new ImportStopped(message);
}

function parse(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause);
}
