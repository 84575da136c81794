import type { TenantReader } from '@redress/persistence';

/** A case that time has changed without anybody having noticed. */
export interface TimedCase {
  readonly tenantId: string;
  readonly caseId: string;
}

/** Which cases to look for: what is due at a moment, the earliest first, but for some that cannot be dealt with. */
export interface Look {
  readonly now: Date;
  readonly limit: number;
  readonly except: ReadonlySet<string>;
}

/** What time alone changes, over all tenants. */
export interface FallingDue {
  /** The cases whose clocks ran out first, each once. */
  cases(look: Look): Promise<readonly TimedCase[]>;
  /** The cases whose level time alone may have changed. */
  levelChecks(look: Look): Promise<readonly TimedCase[]>;
  /** The clocks of cases that ran out unnoticed. */
  unnoticed(tx: TenantReader, caseIds: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}
