import { departmentObjected, departmentObjectionDecided } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { withObjection } from './department-objection.model';

export interface DepartmentObjected extends Fact<'DEPARTMENT_OBJECTED'> {
  readonly objectionId: string;
  /** Party or unit that was found responsible. */
  readonly department: string;
  readonly reason: string;
}
export interface DepartmentObjectionDecided extends Fact<'DEPARTMENT_OBJECTION_DECIDED'> {
  readonly objectionId: string;
  readonly upheld: boolean;
  readonly reason: string;
}

export const departmentObjectedFact = defineFact<DepartmentObjected>({
  type: 'DEPARTMENT_OBJECTED',
  description: 'A department that was found responsible objected to it.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { objectionId, by }) => withObjection(current, { id: objectionId, by }),
  stores: (_, { objectionId: id, department, reason, at, by }) => [
    { insert: 'department_objection', rows: [{ id, department, reason, raised_at: at, raised_by: by }] },
  ],
  publish: (after, fact) =>
    event(departmentObjected, {
      ...keyOf(after),
      ...byOf(fact),
      objectionId: fact.objectionId,
      department: fact.department,
    }),
  details: ({ department }) => ({ department }),
});

export const departmentObjectionDecidedFact = defineFact<DepartmentObjectionDecided>({
  type: 'DEPARTMENT_OBJECTION_DECIDED',
  description: 'The superior decided on the objection of a department.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current) => withObjection(current, undefined),
  // Who is responsible is then determined anew.
  reopens: ({ upheld }) => (upheld ? ['RESPONSIBILITY'] : []),
  stores: (_, { objectionId: id, upheld, reason, at, by }) => [
    {
      update: 'department_objection',
      key: { id },
      set: { upheld, decision: reason, decided_at: at, decided_by: by },
    },
  ],
  publish: (after, fact) =>
    event(departmentObjectionDecided, {
      ...keyOf(after),
      ...byOf(fact),
      objectionId: fact.objectionId,
      upheld: fact.upheld,
    }),
  details: ({ upheld }) => ({ upheld }),
});
