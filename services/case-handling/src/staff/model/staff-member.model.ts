import type { Role } from '@redress/kernel';

/** A person of the organisation to whom cases can be given. Known to tokens by the subject. */
export interface StaffMember {
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
  /** False for somebody who has left or is away for long. */
  readonly active: boolean;
}
