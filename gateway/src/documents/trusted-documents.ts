import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Operations that were reviewed with the code of their client, which names them by id instead of sending them. */
export interface TrustedDocuments {
  /** The text of a document; `id` is `sha256:` and the hexadecimal digest of the text. */
  find(id: string): string | undefined;
  /** Name of the file without its suffix, id and text. */
  readonly all: readonly TrustedDocument[];
}

/** One reviewed operation. */
export interface TrustedDocument {
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

/** The id of a document's text. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Reads all `.graphql` files of a directory. Throws when it cannot be read. */
export function readTrustedDocuments(directory: string): TrustedDocuments {
  const all = readdirSync(directory)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file): TrustedDocument => {
      const text = readFileSync(join(directory, file), 'utf8');
      return { name: file.replace(/\.graphql$/, ''), id: documentId(text), text };
    });
  const byId = new Map(all.map(({ id, text }) => [id, text]));
  return { find: (id) => byId.get(id), all };
}
