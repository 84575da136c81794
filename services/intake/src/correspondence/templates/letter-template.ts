import Mustache from 'mustache';
import type { LetterPurpose } from '../model/letter.model';

/** Subject and text of a letter, with placeholders. */
export interface LetterTemplate {
  readonly subject: string;
  readonly body: string;
}

/** What is put in the place of placeholders; lists repeat their section, what is absent leaves it out. */
export type LetterView = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[] | undefined>>;

/** A template has something that it must not have; `name` is what it names, if it names anything. */
export interface TemplateProblem {
  readonly part: 'subject' | 'body';
  readonly kind: 'MALFORMED' | 'PLACEHOLDER_UNKNOWN' | 'TOO_LONG';
  readonly name?: string;
}

const ALWAYS = ['number', 'complainant', 'organisation', 'receivedOn'];
const OF_THE_CASE = ['handler', 'contact', 'text'];
const OF_A_LIST = ['label', 'due'];
const SUBJECT_LENGTH_AT_MOST = 200;
const BODY_LENGTH_AT_MOST = 10_000;

/** The placeholders that a letter of a purpose may have, beside `label` and `due` within `stages` and `process`. */
export const PLACEHOLDERS: Readonly<Record<LetterPurpose, readonly string[]>> = {
  ACKNOWLEDGEMENT: [...ALWAYS, 'handler', 'contact', 'hasProcess', 'process', 'hasStages', 'stages', 'expectedReply'],
  HANDLER_NAMED: [...ALWAYS, 'handler', 'contact', 'hasStages', 'stages'],
  PROGRESS: [...ALWAYS, ...OF_THE_CASE, 'hasStages', 'stages'],
  EXTENSION: [...ALWAYS, ...OF_THE_CASE, 'hasStages', 'stages'],
  DECISION: [...ALWAYS, ...OF_THE_CASE],
  ANSWER: [...ALWAYS, ...OF_THE_CASE],
  REFUSAL_OF_ACCEPTANCE: [...ALWAYS, ...OF_THE_CASE],
  FORWARDED: [...ALWAYS, ...OF_THE_CASE],
  FOLLOW_UP: [...ALWAYS, ...OF_THE_CASE],
};

/** The parts of a parsed template: kind, name, start, end, and for a section its parts. */
type Token = readonly [kind: string, name: string, start: number, end: number, parts?: readonly Token[] | string];

/** Everything that is wrong with a template: it may have declared placeholders, sections of them, and nothing else. */
export function templateProblems(purpose: LetterPurpose, template: LetterTemplate): TemplateProblem[] {
  return (['subject', 'body'] as const).flatMap((part): TemplateProblem[] => {
    const text = template[part];
    const longest = part === 'subject' ? SUBJECT_LENGTH_AT_MOST : BODY_LENGTH_AT_MOST;
    if (text.length > longest) return [{ part, kind: 'TOO_LONG' }];
    if (text.trim() === '') return [{ part, kind: 'MALFORMED' }];
    const tokens = parsed(text);
    if (tokens === undefined) return [{ part, kind: 'MALFORMED' }];
    return problemsOf(tokens, PLACEHOLDERS[purpose]).map((problem) => ({ part, ...problem }));
  });
}

/** Fills a template in. Everything is plain text, so that nothing is escaped and nothing is markup. */
export function renderLetter({ subject, body }: LetterTemplate, view: LetterView): LetterTemplate {
  const fill = (text: string): string => Mustache.render(text, view, undefined, { escape: String });
  return {
    // A line end would begin another header.
    subject: fill(subject).replace(/\s+/g, ' ').trim(),
    body: fill(body)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

function parsed(text: string): readonly Token[] | undefined {
  try {
    return Mustache.parse(text) as unknown as readonly Token[];
  } catch {
    return undefined;
  }
}

function problemsOf(tokens: readonly Token[], allowed: readonly string[]): Omit<TemplateProblem, 'part'>[] {
  return tokens.flatMap(([kind, name, , , parts]): Omit<TemplateProblem, 'part'>[] => {
    if (kind === 'text' || kind === '!') return [];
    // Partials and other delimiters would bring in what was not checked.
    if (!['name', '&', '#', '^'].includes(kind)) return [{ kind: 'MALFORMED' }];
    if (!allowed.includes(name)) return [{ kind: 'PLACEHOLDER_UNKNOWN', name }];
    return Array.isArray(parts) ? problemsOf(parts as readonly Token[], [...allowed, ...OF_A_LIST]) : [];
  });
}
