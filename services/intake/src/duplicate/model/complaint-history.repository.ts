import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { LockedComplaint } from '../../complaint/model/complaint-change.model';
import type { Complaint, OrderLine } from '../../complaint/model/complaint.model';

/** A matter that is about to be registered. */
export interface ComingMatter {
  readonly customerId: string;
  readonly categoryId: string;
  readonly product: string | undefined;
  readonly orderLine: OrderLine | undefined;
  readonly receivedAt: Date;
}

/** What was complained of before. */
export interface ComplaintHistory {
  /**
   * Whether the same person complained of the same within the last year, closed or not: of the same order line, or of the
   * same product in the same category. The same person is the same customer, or one with the same e-mail or telephone.
   */
  complainedBefore(
    reader: TenantReader,
    matter: ComingMatter & { readonly email: string | undefined; readonly phone: string | undefined },
  ): Promise<boolean>;
  /**
   * How many other customers complained of the same within the month before: of the same product in the same category, or
   * in the same category where no product is named. Holds back others who register the same until this one has ended.
   */
  othersWithinMonth(tx: TenantTransaction, matter: ComingMatter): Promise<number>;
  /** How many other customers complained of the same product and category within a year, 200 complaints at most. */
  customersWithSimilar(reader: TenantReader, complaint: Complaint): Promise<number>;
  /** Those complaints, the latest first, 50 at most. */
  sameWithinMonth(reader: TenantReader, matter: ComingMatter): Promise<readonly LockedComplaint[]>;
}
