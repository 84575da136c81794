import { SaxesParser } from 'saxes';
import { UnreadableStatement } from './decoded-text';

/** What a document says, element by element; names without their namespace. */
export interface XmlListener {
  open(path: readonly string[], line: number): void;
  close(path: readonly string[], text: string, attributes: Readonly<Record<string, string>>, line: number): void;
}

const DEEPEST = 64;

/**
 * Reads XML as it arrives and holds no more of it than the element being read. Entities of the document's own are
 * refused: a statement needs none, and they are how a small file becomes a huge one.
 */
export function xmlLeaves(listener: XmlListener): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const path: string[] = [];
  const open: { text: string; attributes: Record<string, string> }[] = [];
  const malformed = (found: string): never => {
    throw new UnreadableStatement({ code: 'FINANCE_STATEMENT_MALFORMED', line: parser.line, facts: { found } });
  };
  parser.on('error', (error) => malformed(error.message.slice(0, 120)));
  parser.on('doctype', () => malformed('DOCTYPE'));
  parser.on('opentag', ({ local, attributes }) => {
    if (path.length >= DEEPEST) malformed('depth');
    path.push(local);
    const values = Object.values(attributes).map((attribute): [string, string] =>
      typeof attribute === 'string' ? ['', attribute] : [attribute.local, attribute.value],
    );
    open.push({ text: '', attributes: Object.fromEntries(values) });
    listener.open(path, parser.line);
  });
  parser.on('text', (text) => {
    const innermost = open.at(-1);
    if (innermost !== undefined && text.trim() !== '') innermost.text += text;
  });
  parser.on('closetag', () => {
    const { text, attributes } = open.pop() ?? { text: '', attributes: {} };
    listener.close(path, text.trim(), attributes, parser.line);
    path.pop();
  });
  return {
    write: (text) => void parser.write(text),
    end: () => void parser.close(),
  };
}
