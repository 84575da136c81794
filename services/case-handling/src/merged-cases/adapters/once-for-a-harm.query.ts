import { refuse, type Outcome } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { Course } from '../../complaint-case/model/course.model';
import { settledElsewhere } from '../model/same-harm.rules';
import { readHarmElsewhere } from './same-harm.query';

/** Refuses a course whose resolution gives money for a harm that another case about the same matter settles. */
export async function onceForAHarm(
  tx: TenantReader,
  before: ComplaintCase,
  outcome: Outcome<Course, CaseRefusalCode>,
): Promise<Outcome<Course, CaseRefusalCode>> {
  const remedies = outcome.ok ? (outcome.value.case.resolution?.remedies ?? []) : [];
  if (remedies.every(({ amount }) => amount === undefined)) return outcome;
  const refusal = settledElsewhere(remedies, await readHarmElsewhere(tx, before));
  return refusal === undefined ? outcome : refuse(refusal);
}
