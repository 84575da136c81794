import type { ComplaintCase } from '../../complaint-case/model/case.model';

/** What a case keeps of the objection that waits for its decision. */
export interface KeptObjection {
  readonly id: string;
  readonly by: string;
}

const KEY = 'departmentObjection';

/** The objection of a department that waits for its decision. */
export function openObjection({ kept }: Pick<ComplaintCase, 'kept'>): KeptObjection | undefined {
  return kept[KEY] as KeptObjection | undefined;
}

/** Changes which objection waits for its decision. */
export function withObjection(current: ComplaintCase, objection: KeptObjection | undefined): Partial<ComplaintCase> {
  const { [KEY]: _, ...rest } = current.kept;
  return { kept: objection === undefined ? rest : { ...rest, [KEY]: objection } };
}
