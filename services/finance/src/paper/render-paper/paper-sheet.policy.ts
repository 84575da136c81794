import type { Sheet, SheetCopy, SheetField, SheetPart, SignatureBox } from '@redress/documents';
import type { Locale } from '@redress/graphql-runtime';
import { formatAmount } from '@redress/kernel';
import type { Label } from '@redress/regulations';
import type { HeldCopy, PaperContent, PaperLine, PaperValue } from '../model/paper-content.model';
import type { Paper, PaperMark } from '../model/paper.model';
import { INSTRUMENT_WORDS, WORDS } from '../model/paper-words.model';
import { SHEET_WORDS } from './sheet-words.model';

/** In which language, and which copy; all of them, one after the other, when none is named. */
export interface RenderingChoice {
  readonly language: Locale;
  readonly copy?: number;
}

/** A paper, with what happened to it, as a sheet. Everything on it comes from what is stored. */
export function sheetOf(paper: Paper, marks: readonly PaperMark[], { language, copy }: RenderingChoice): Sheet {
  const say = (label: Label): string => (language === 'en' ? label.en : label.zh);
  const { content, number } = paper;
  const copies = content.copies.filter((each) => copy === undefined || each.copy === copy);
  const voided = marks.find(({ kind }) => kind === 'VOIDED');
  return {
    language,
    title: say(content.title),
    number,
    drawnUpAt: paper.drawnUpAt,
    parts: partsOf(content, say),
    signatures: signaturesOf(content, marks, say),
    ...(voided === undefined ? {} : { stamp: `${say(SHEET_WORDS.void)} ${voided.localTime}` }),
    copies: copies.map((held) => copyOf(held, paper, say)),
    pageOf: (page, pages) => filled(say(SHEET_WORDS.page), { page, pages }),
  };
}

type Say = (label: Label) => string;

/** What a paper says, line by line, in one language. */
export function fieldsIn(content: PaperContent, language: Locale): readonly SheetField[] {
  const say: Say = (label) => (language === 'en' ? label.en : label.zh);
  return content.fields.map(({ label, value }) => ({ label: say(label), value: textOf(value, say) }));
}

function partsOf(content: PaperContent, say: Say): readonly SheetPart[] {
  const written = content.fields.map(({ label, value }) => ({ label: say(label), value: textOf(value, say) }));
  const fields: SheetField[] = [...written, { label: say(WORDS.drawnUpAt), value: content.localTime }];
  return [
    { kind: 'fields', fields },
    ...(content.lines.length === 0 ? [] : [tableOf(content, say)]),
    ...content.texts.map(({ title, text }): SheetPart => ({ kind: 'text', title: say(title), text })),
  ];
}

function tableOf({ lines, currency }: PaperContent, say: Say): SheetPart {
  return {
    kind: 'table',
    title: say(SHEET_WORDS.lines),
    columns: [
      { label: say(WORDS.order), share: 3 },
      { label: say(WORDS.charge), share: 2 },
      { label: say(WORDS.instrument), share: 3 },
      { label: say(WORDS.quantity), share: 2, align: 'right' },
      { label: say(WORDS.amount), share: 3, align: 'right' },
    ],
    rows: lines.map((line) => [
      orderOf(line),
      line.charge ?? '',
      say(INSTRUMENT_WORDS[line.description ?? ''] ?? same(line.description ?? '')),
      line.quantity ?? '',
      line.amountMinor === undefined || currency === undefined ? '' : moneyText(line.amountMinor, currency),
    ]),
  };
}

function signaturesOf(content: PaperContent, marks: readonly PaperMark[], say: Say): readonly SignatureBox[] {
  return content.signatures.map(({ place, label }) => {
    const mark = marks.find((each) => each.place === place && (each.kind === 'SIGNED' || each.kind === 'SEALED'));
    const seal = place === 'complainant' ? ` (${say(SHEET_WORDS.seal)})` : '';
    const lines =
      mark === undefined
        ? []
        : [say(SHEET_WORDS[mark.kind === 'SEALED' ? 'sealed' : 'signed']), mark.by, mark.localTime];
    return { label: `${say(label)}${seal}`, lines };
  });
}

function copyOf({ copy, label, note }: HeldCopy, { number, content, contentSha256 }: Paper, say: Say): SheetCopy {
  const facts = { copy, copies: content.copies.length, holder: say(label) };
  const mark = filled(say(SHEET_WORDS.copy), facts);
  return {
    mark: note === undefined ? mark : `${mark} (${say(note)})`,
    foot: `${number} · ${mark} · SHA-256 ${contentSha256}`,
  };
}

function textOf(value: PaperValue, say: Say): string {
  switch (value.kind) {
    case 'TEXT':
      return value.text;
    case 'LABEL':
      return say(value.label);
    case 'MONEY':
      return moneyText(value.amountMinor, value.currency);
  }
}

/** `1,234.50 CNY`: the same in both languages, and without the rules of any machine. */
function moneyText(amountMinor: string, currency: string): string {
  const [whole = '', fraction] = formatAmount({ amountMinor: BigInt(amountMinor), currency }).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} ${currency}`;
}

function orderOf({ orderNumber, lineNumber }: PaperLine): string {
  if (orderNumber === undefined) return '';
  return lineNumber === undefined ? orderNumber : `${orderNumber} / ${lineNumber}`;
}

function same(text: string): Label {
  return { zh: text, en: text };
}

function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
