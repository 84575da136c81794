import { refuse, type Outcome } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { Course } from '../../complaint-case/model/course.model';
import type { LinkedCases } from '../model/linked-cases.repository';
import { settledElsewhere } from '../model/same-harm.rules';

/** Refuses a course whose resolution gives money for a harm that another case about the same matter settles. */
export async function onceForAHarm(
  linkedCases: LinkedCases,
  tx: TenantReader,
  before: ComplaintCase,
  outcome: Outcome<Course, CaseRefusalCode>,
): Promise<Outcome<Course, CaseRefusalCode>> {
  const remedies = outcome.ok ? (outcome.value.case.resolution?.remedies ?? []) : [];
  if (remedies.every(({ amount }) => amount === undefined)) return outcome;
  const refusal = settledElsewhere(remedies, await linkedCases.harmElsewhere(tx, before));
  return refusal === undefined ? outcome : refuse(refusal);
}
