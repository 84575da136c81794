import type { IncomingMessage } from 'node:http';
import type { AskParams } from '../graph/ask-context';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { HttpRefusal } from './http-refusal';
import { readBody } from './read-body';

/** What a request may hold at most, and which documents it may name instead of sending them. */
export interface ReadParamsOptions {
  readonly bodyBytesAtMost: number;
  readonly documents: TrustedDocuments;
}

const JSON_MEDIA = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Reads the parameters of an operation from a GraphQL-over-HTTP request. Rejects with a refusal for anything else. */
export async function readParams(request: IncomingMessage, options: ReadParamsOptions): Promise<AskParams> {
  if (request.method === 'GET') {
    return readQuery(new URL(request.url ?? '/', 'http://gateway').searchParams, options.documents);
  }
  if (!JSON_MEDIA.test(request.headers['content-type'] ?? '')) {
    throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.');
  }
  return paramsOf(parseJson(await readBody(request, options.bodyBytesAtMost), 'body'), options.documents);
}

/** Checks the parameters of an operation, whatever brought them. Throws a refusal for malformed ones. */
export function paramsOf(source: unknown, documents: TrustedDocuments): AskParams {
  if (Array.isArray(source)) throw badRequest('Operations cannot be sent in batches.');
  if (!isRecord(source)) throw badRequest('The operation must be an object.');
  const { operationName, variables, extensions } = source;
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    throw badRequest('"operationName" must be a text.');
  if (!isAbsent(variables) && !isRecord(variables)) throw badRequest('"variables" must be an object.');
  if (!isAbsent(extensions) && !isRecord(extensions)) throw badRequest('"extensions" must be an object.');
  return {
    query: queryOf(source, documents),
    operationName: isAbsent(operationName) ? undefined : operationName,
    variables: isAbsent(variables) ? undefined : variables,
  };
}

function queryOf(source: Readonly<Record<string, unknown>>, documents: TrustedDocuments): string {
  const { query, documentId } = source;
  if (typeof query === 'string' && query !== '') return query;
  if (!isAbsent(query) && query !== '') throw badRequest('"query" must be a text.');
  if (typeof documentId !== 'string') throw badRequest('The operation lacks "query".');
  const document = documents.find(documentId);
  if (document === undefined) throw new HttpRefusal(404, 'DOCUMENT_NOT_FOUND', 'No document has this id.');
  return document;
}

function readQuery(search: URLSearchParams, documents: TrustedDocuments): AskParams {
  const json = (name: string) => {
    const text = search.get(name);
    return text === null || text === '' ? undefined : parseJson(text, name);
  };
  return paramsOf(
    {
      query: search.get('query') ?? undefined,
      documentId: search.get('documentId') ?? undefined,
      operationName: search.get('operationName') || undefined,
      variables: json('variables'),
      extensions: json('extensions'),
    },
    documents,
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`The ${name} is not JSON.`);
  }
}

function badRequest(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
