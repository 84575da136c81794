import { print, type DocumentNode } from 'graphql';

const texts = new WeakMap<DocumentNode, string>();

/** Notes the text that a document was parsed from, so that it need not be printed again for each request. */
export function rememberText(document: DocumentNode, text: string): void {
  texts.set(document, text);
}

/** The text of a document: as it was noted, else printed once. */
export function textOf(document: DocumentNode): string {
  let text = texts.get(document);
  if (text === undefined) {
    text = print(document);
    texts.set(document, text);
  }
  return text;
}
