import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LETTER_LANGUAGES, LETTER_PURPOSES, type LetterLanguage, type LetterPurpose } from '../model/letter.model';
import { templateProblems, type LetterTemplate } from './letter-template';

/** The templates that come with the service, for every purpose and language and for some regulations. */
export interface ShippedLetters {
  find(purpose: LetterPurpose, language: LetterLanguage, regulationId: string | undefined): LetterTemplate;
}

const DIRECTORY = join(__dirname, '..', '..', '..', 'data', 'letters');
const FOR_ALL = '';

const letterFile = z.partialRecord(
  z.enum(LETTER_PURPOSES),
  z.strictObject({ subject: z.string(), body: z.array(z.string()) }),
);

/**
 * Reads `data/letters/<language>.json` and `data/letters/<regulation>/<language>.json`. Throws `Error` for a letter that
 * is missing or has a placeholder that its purpose does not know.
 */
export function readShippedLetters(directory = DIRECTORY): ShippedLetters {
  const letters = new Map<string, LetterTemplate>();
  const regulations = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const regulation of [FOR_ALL, ...regulations.map(({ name }) => name)]) {
    for (const language of LETTER_LANGUAGES) {
      for (const [key, letter] of lettersOf(join(directory, regulation, `${language}.json`))) {
        letters.set(placeOf(key, language, regulation), letter);
      }
    }
  }
  for (const purpose of LETTER_PURPOSES) {
    for (const language of LETTER_LANGUAGES) {
      if (!letters.has(placeOf(purpose, language, FOR_ALL))) throw new Error(`no letter ${purpose} in ${language}`);
    }
  }
  return {
    find(purpose, language, regulationId) {
      const found =
        letters.get(placeOf(purpose, language, regulationId ?? FOR_ALL)) ??
        letters.get(placeOf(purpose, language, FOR_ALL));
      if (found === undefined) throw new Error(`no letter ${purpose} in ${language}`);
      return found;
    },
  };
}

function lettersOf(file: string): [LetterPurpose, LetterTemplate][] {
  if (!existsSync(file)) return [];
  const content = letterFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(content).map(([key, { subject, body }]) => {
    const purpose = key as LetterPurpose;
    const template = { subject, body: body.join('\n') };
    const [problem] = templateProblems(purpose, template);
    if (problem !== undefined) throw new Error(`${file}: ${purpose}: ${problem.kind} ${problem.name ?? problem.part}`);
    return [purpose, template];
  });
}

function placeOf(purpose: LetterPurpose, language: LetterLanguage, regulationId: string): string {
  return `${purpose} ${language} ${regulationId}`;
}
