import type { Role } from '@redress/kernel';

/** How a complainant reaches a member of staff at work; never a private number or address. */
export interface WorkContact {
  readonly phone?: string;
  readonly email?: string;
}

/** A person of the organisation to whom cases can be given. Known to tokens by the subject. */
export interface StaffMember {
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Parties of the adopted regulation to which the person is appointed, for example `gm-office`. */
  readonly parties: readonly string[];
  /** Codes of the regions for which the person is responsible; every one, where there is none. */
  readonly territories: readonly string[];
  /** Code of the organisation unit. */
  readonly unitId?: string;
  readonly contact?: WorkContact;
  readonly absentUntil?: Date;
  /** Subject of the colleague who stands in during an absence. */
  readonly delegate?: string;
  /** How many open cases the person can look after; not limited, where it is absent. */
  readonly capacity?: number;
  /** False for somebody who has left or is away for long. */
  readonly active: boolean;
}

/** Whether the person is away at a moment. */
export function isAbsent({ absentUntil }: Pick<StaffMember, 'absentUntil'>, at: Date): boolean {
  return absentUntil !== undefined && absentUntil.getTime() > at.getTime();
}
