import type { Actor, Role } from '@redress/kernel';
import type { Report } from './report.model';

/** Who reads reports. */
export const REPORT_READERS: readonly Role[] = ['supervisor', 'finance', 'manager', 'analyst', 'auditor', 'admin'];
/** Who asks for reports and corrects them. */
export const REPORT_MAKERS: readonly Role[] = ['supervisor', 'manager', 'analyst', 'admin'];
/** Who may see figures that single out people. */
export const PERSONAL_READERS: readonly Role[] = ['supervisor', 'manager', 'auditor', 'admin'];

/** Whether somebody may see reports with figures that single out people. */
export function seesPersonalReports(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((role) => PERSONAL_READERS.includes(role));
}

/** Whether somebody who reads reports may read this one. */
export function mayRead(actor: Pick<Actor, 'roles'>, { personal }: Pick<Report, 'personal'>): boolean {
  return !personal || seesPersonalReports(actor);
}
