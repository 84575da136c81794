import type { PlannedStage } from '@redress/regulations';
import type { CasePlan } from './case-plan.model';
import type { CaseRefusal } from './case.rules';
import type { WrittenSection } from './facts/stage.events';
import { unfitText } from './written-text.rules';

/** The paper that a stage produces, if the regulation knows one. */
export function paperOfStage(plan: CasePlan | undefined, stage: PlannedStage | undefined) {
  return plan?.regulation.papers.find(({ paper }) => paper === stage?.paper);
}

/** A paper has every section that the regulation asks for, and no other; each is written in. */
export function unfitSections(
  plan: CasePlan | undefined,
  stage: PlannedStage | undefined,
  written: readonly WrittenSection[],
): readonly CaseRefusal[] {
  const sections = paperOfStage(plan, stage)?.sections ?? [];
  const path = ['input', 'sections'];
  const missing = sections.filter(
    ({ section, required }) => required && !written.some((each) => each.section === section),
  );
  const allowed = sections.map(({ section }) => section);
  const unknown = sections.length === 0 ? [] : written.filter(({ section }) => !allowed.includes(section));
  return [
    ...missing.map(({ section }): CaseRefusal => ({
      code: 'CASE_SECTION_MISSING',
      path,
      facts: { section },
      details: { allowed },
    })),
    ...unknown.map(({ section }): CaseRefusal => ({
      code: 'CASE_SECTION_UNKNOWN',
      path,
      facts: { section },
      details: { allowed },
    })),
    ...written.flatMap(({ section, text }) => unfitText(text, section) ?? []),
  ];
}
