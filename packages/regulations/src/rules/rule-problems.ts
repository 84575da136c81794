import { proofOf } from './coverage';
import { placeOf, touches } from './pointer';
import { regulatedPlaces } from './regulated-places';
import type { Rule, Rulebook, RulesFile } from './rules.model';

/**
 * What is wrong with the rows of the rules: a text without rows, a rule without a place, a place that is not there, a
 * value that no rule claims, a test or step that does not exist. Empty when every rule has its row.
 */
export function ruleProblems(rulebook: Rulebook): readonly string[] {
  const { regulations, rules } = rulebook;
  const withRules = new Set(rules.map(({ regulation }) => regulation));
  return [
    ...[...regulations.keys()].filter((id) => !withRules.has(id)).map((id) => `${id}: there is no file of its rules`),
    ...rules.flatMap((file) => fileProblems(rulebook, file)),
  ];
}

function fileProblems(rulebook: Rulebook, file: RulesFile): readonly string[] {
  const content = rulebook.regulations.get(file.regulation);
  if (content === undefined) return [`${file.regulation}: its rules are there, the regulation is not`];
  const document: unknown = JSON.parse(content);
  const names = file.rules.map(({ rule }) => rule);
  const claimed = file.rules.flatMap(({ data }) => data ?? []);
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${file.regulation}: rule ${name} is told twice`),
    ...file.rules.flatMap((rule) =>
      [...placeProblems(rule, document), ...testProblems(rulebook, file.regulation, rule)].map(
        (problem) => `${file.regulation}: rule ${rule.rule} ${problem}`,
      ),
    ),
    ...regulatedPlaces(document)
      .filter((place) => !claimed.some((pointer) => touches(place, pointer)))
      .map((place) => `${file.regulation}: no rule claims ${place} (${placeOf(document, place)?.name ?? ''})`),
  ];
}

function placeProblems({ data, how, silent }: Rule, document: unknown): readonly string[] {
  const places = [data, how, silent].filter((place) => place !== undefined).length;
  if (places !== 1) return [`has ${places.toString()} of data, how and silent; expected one`];
  return (data ?? [])
    .filter((pointer) => placeOf(document, pointer) === undefined)
    .map((pointer) => `names ${pointer}, which is not in the regulation`);
}

function testProblems({ coverage, tests }: Rulebook, regulation: string, rule: Rule): readonly string[] {
  if (rule.silent !== undefined || (rule.data === undefined && rule.how === undefined)) return [];
  const proof = proofOf(coverage, regulation, rule);
  if (proof === undefined) return ['has no test: neither it nor the coverage names one'];
  return [
    ...proof.files.filter((path) => !tests.hasFile(path)).map((path) => `names the test ${path}, which is not there`),
    ...proof.steps.filter((step) => !tests.steps.includes(step)).map((step) => `names the step “${step}”, unagreed`),
    ...proof.steps
      .filter((step) => tests.steps.includes(step) && !tests.hasStep(regulation, step))
      .map((step) => `names the step “${step}”, which its scenario does not have`),
  ];
}
