import type { ComplaintCase } from './case.model';

/** The case with one more unit or party that took part. */
export function withDepartment({ departments }: ComplaintCase, department: string | undefined): Partial<ComplaintCase> {
  return department === undefined || departments.includes(department)
    ? {}
    : { departments: [...departments, department] };
}
