import type { RefusalTexts } from '@redress/graphql-runtime';
import type { AdoptionRefusalCode } from './adoption/model/adoption.errors';
import type { CaseRefusalCode } from './complaint-case/model/case.errors';
import type { UnitRefusalCode } from './organisation/model/unit.errors';
import type { DraftRefusalCode } from './regulation-drafts/model/draft.errors';
import { consequenceRefusalTexts } from './refusal-texts/consequences-refusal-texts';
import { courseRefusalTexts } from './refusal-texts/course-refusal-texts';
import { furtherHandlingRefusalTexts } from './refusal-texts/further-handling-refusal-texts';
import { organisationRefusalTexts } from './refusal-texts/organisation-refusal-texts';
import type { SimulationCode } from './simulation/request-simulation/request-simulation.handler';
import type { StaffRefusalCode } from './staff/model/staff.errors';

type CommonCode = 'INPUT_INVALID' | 'NOT_FOUND' | 'VERSION_CONFLICT';
type OwnCode = Exclude<
  CaseRefusalCode | StaffRefusalCode | AdoptionRefusalCode | UnitRefusalCode | DraftRefusalCode | SimulationCode,
  CommonCode
>;

/** What the refusals of this service say. */
export const caseHandlingRefusalTexts = {
  ...courseRefusalTexts,
  ...organisationRefusalTexts,
  ...furtherHandlingRefusalTexts,
  ...consequenceRefusalTexts,
} as const satisfies RefusalTexts & Record<OwnCode, unknown>;
