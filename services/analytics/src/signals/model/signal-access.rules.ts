import type { Role } from '@redress/kernel';

/** Who sees signals and improvement points. */
export const SIGNAL_READERS: readonly Role[] = ['supervisor', 'manager', 'analyst', 'auditor'];
/** Who decides on them. */
export const SIGNAL_DECIDERS: readonly Role[] = ['manager', 'analyst'];
