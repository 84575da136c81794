import type { Role } from '@redress/kernel';

/** Who reads figures. */
export const METRIC_READERS: readonly Role[] = ['supervisor', 'finance', 'manager', 'analyst', 'auditor', 'admin'];
