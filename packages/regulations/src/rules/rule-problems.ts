import { proofOf } from './coverage';
import { placeOf, touches } from './pointer';
import { regulatedPlaces } from './regulated-places';
import { scenarioOf, type Rule, type Rulebook, type RulesFile } from './rules.model';

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
  const rulesByProblem = new Map<string, string[]>();
  for (const rule of file.rules) {
    for (const problem of [...placeProblems(rule, document), ...testProblems(rulebook, file.regulation, rule)]) {
      rulesByProblem.set(problem, [...(rulesByProblem.get(problem) ?? []), rule.rule]);
    }
  }
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `rule ${name} is told twice`),
    ...[...rulesByProblem].map(([problem, rules]) => `${problem} (${rules.join(', ')})`),
    ...regulatedPlaces(document)
      .filter((place) => !claimed.some((pointer) => touches(place, pointer)))
      .map((place) => `no rule claims ${place} (${placeOf(document, place)?.name ?? ''})`),
  ].map((problem) => `${file.regulation}: ${problem}`);
}

function placeProblems({ data, how, silent }: Rule, document: unknown): readonly string[] {
  const places = [data, how, silent].filter((place) => place !== undefined).length;
  if (places !== 1) return [`expected one of data, how and silent, found ${places.toString()}`];
  return (data ?? [])
    .filter((pointer) => placeOf(document, pointer) === undefined)
    .map((pointer) => `${pointer} is not in the regulation`);
}

function testProblems({ coverage, tests }: Rulebook, regulation: string, rule: Rule): readonly string[] {
  if (rule.silent !== undefined || (rule.data === undefined && rule.how === undefined)) return [];
  const proof = proofOf(coverage, regulation, rule);
  if (proof === undefined) return ['neither rule nor coverage names a test'];
  const absent = proof.files.filter((path) => !tests.hasFile(path));
  const unagreed = proof.steps.filter((step) => !tests.steps.includes(step));
  const untaken = absent.includes(scenarioOf(regulation))
    ? []
    : proof.steps.filter((step) => !unagreed.includes(step) && !tests.hasStep(regulation, step));
  return [
    ...absent.map((path) => `the test ${path} is not there`),
    ...unagreed.map((step) => `the step “${step}” is not agreed`),
    ...untaken.map((step) => `its scenario does not have the step “${step}”`),
  ];
}
