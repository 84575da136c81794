import { z } from 'zod';
import { code, text } from '../regulation/vocabulary.model';

/** A rule of a text in our words, with its place: in the data, in a capability, or nowhere because the text is silent. */
export const ruleSchema = z.strictObject({
  rule: code.describe('Its name, once in the file.'),
  says: text,
  data: z.array(text).min(1).optional().describe('JSON pointers into the regulation file.'),
  how: text.optional().describe('Which capability of the product realises it, in a sentence.'),
  feature: z
    .string()
    .regex(/^[A-Z]{2}-\d{2}$/)
    .optional()
    .describe('The number of that capability.'),
  silent: text.optional().describe('What the text does not say.'),
  test: text.optional().describe('A test file, or a step of the scenarios, where the coverage does not name it.'),
});

/** The rules of one text, in its order. */
export const rulesFileSchema = z.strictObject({
  $schema: text.optional(),
  regulation: code,
  section: text.describe('Section of the specification.'),
  rules: z.array(ruleSchema).min(1),
});

const proof = z.union([
  z.strictObject({ test: text.describe('A test file, or a step of the scenarios.') }),
  z.strictObject({ later: text.describe('Why no test shows it yet.') }),
]);

/** What shows a rule: by the place in the data that holds it, or by the capability that realises it. */
export const coverageSchema = z.strictObject({
  data: z.record(z.string().startsWith('/'), text).describe('Step by pointer; `*` stands for one member.'),
  features: z.record(z.string(), proof),
});

export type Rule = z.infer<typeof ruleSchema>;
export type RulesFile = z.infer<typeof rulesFileSchema>;
export type Coverage = z.infer<typeof coverageSchema>;

/** The tests of the project, as far as rows of rules name them. */
export interface RuleTests {
  /** Titles of the steps that the scenarios agreed on. */
  readonly steps: readonly string[];
  /** Whether the scenario of a regulation, or what scenarios share, has a step with this title. */
  readonly hasStep: (regulation: string, title: string) => boolean;
  /** Whether there is a test file at this path below the project. */
  readonly hasFile: (path: string) => boolean;
}

/** Everything that rows are made of. */
export interface Rulebook {
  /** Texts of the regulation files by id, in their order. */
  readonly regulations: ReadonlyMap<string, string>;
  readonly rules: readonly RulesFile[];
  readonly coverage: Coverage;
  readonly tests: RuleTests;
}

/** What the scenario of a regulation expects; the steps that all scenarios share hold it against a running system. */
export function scenarioOf(regulation: string): string {
  return `test/regulations/expected/${regulation}.ts`;
}
