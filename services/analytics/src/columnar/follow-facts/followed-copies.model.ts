import { isFilled, type TenantCopy } from '../model/tenant-copy.model';

interface Waiter {
  readonly position: bigint;
  readonly resolve: () => void;
}

/** The copies that there are, and who waits for one of them to come to a position. */
export class FollowedCopies {
  private readonly copies = new Map<string, TenantCopy>();
  private readonly waiters = new Map<string, Waiter[]>();

  find(tenantId: string): TenantCopy | undefined {
    return this.copies.get(tenantId);
  }

  /** The copy of a tenant, if something can be asked of it. */
  filled(tenantId: string): TenantCopy | undefined {
    const copy = this.copies.get(tenantId);
    return copy !== undefined && isFilled(copy) ? copy : undefined;
  }

  all(): readonly TenantCopy[] {
    return [...this.copies.values()];
  }

  set(tenantId: string, copy: TenantCopy): void {
    this.copies.set(tenantId, copy);
  }

  forget(tenantId: string): void {
    this.copies.delete(tenantId);
  }

  /** Tells those who wait that a copy has come further. */
  advanced(tenantId: string, { position }: TenantCopy): void {
    const waiting = this.waiters.get(tenantId) ?? [];
    const left = waiting.filter((waiter) => waiter.position > position);
    if (left.length === 0) this.waiters.delete(tenantId);
    else this.waiters.set(tenantId, left);
    for (const waiter of waiting) if (waiter.position <= position) waiter.resolve();
  }

  /** Resolves once the copy has come to the position, or the patience is at its end. */
  async reaches(tenantId: string, position: bigint, patienceMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs).unref();
    });
    const reached = new Promise<void>((resolve) => {
      this.waiters.set(tenantId, [...(this.waiters.get(tenantId) ?? []), { position, resolve }]);
    });
    await Promise.race([reached, patience]);
    clearTimeout(timer);
  }
}
