import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueGaps, subgraphSdl, undescribed } from '@redress/graphql-runtime';
import { ADOPTION_REFUSAL_CODES } from './adoption/model/adoption.errors';
import { CASE_REFUSAL_CODES } from './complaint-case/model/case.errors';
import { PERSONAL_ACTIONS } from './case-actions.model';
import { CASE_STATES } from './complaint-case/model/case.transitions';
import { RESOLUTION_STATES } from './complaint-case/model/resolution.transitions';
import { CaseAction, CaseState, ResolutionState } from './complaint-case/view-cases/case-enums.gql';
import { schemaOnly } from './composition-root';
import { environment } from './environment';
import { caseHandlingRefusalTexts } from './refusal-texts';
import { UNIT_REFUSAL_CODES } from './organisation/model/unit.errors';
import { DRAFT_REFUSAL_CODES } from './regulation-drafts/model/draft.errors';
import { SIMULATION_REFUSAL_CODES } from './simulation/model/simulation.errors';
import { STAFF_REFUSAL_CODES } from './staff/model/staff.errors';

describe('the public graph of case handling', () => {
  const schema = schemaOnly();

  it('is the one that is committed', () => {
    const committed = readFileSync(join(__dirname, '..', 'schema.graphql'), 'utf8');
    expect(subgraphSdl(schema)).toBe(committed);
  });

  it('describes everything', () => {
    expect(undescribed(schema.sdl)).toEqual([]);
  });

  it('has a text in both languages for each refusal, and no other', () => {
    const codes = [
      ...new Set([
        ...CASE_REFUSAL_CODES,
        ...ADOPTION_REFUSAL_CODES,
        ...STAFF_REFUSAL_CODES,
        ...UNIT_REFUSAL_CODES,
        ...DRAFT_REFUSAL_CODES,
        ...SIMULATION_REFUSAL_CODES,
      ]),
    ];
    expect(catalogueGaps(codes, caseHandlingRefusalTexts)).toEqual([]);
  });

  it('names every state and action of the model', () => {
    expect(Object.keys(CaseState)).toEqual([...CASE_STATES]);
    expect(Object.keys(CaseAction)).toEqual([...PERSONAL_ACTIONS]);
    expect(Object.keys(ResolutionState)).toEqual([...RESOLUTION_STATES]);
  });

  it('needs no variable that is not described', () => {
    expect(environment.variables.every(({ description }) => description !== '')).toBe(true);
  });
});
