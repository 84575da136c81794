import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ImprovementPoint } from './improvement-point.model';

/** Stores improvement points. */
export interface ImprovementPoints {
  ofMonth(reader: TenantReader, month: string): Promise<readonly ImprovementPoint[]>;
  /** Those of categories, products and regions that are being improved. */
  live(reader: TenantReader): Promise<readonly ImprovementPoint[]>;
  /** Those that are done and of which enough days have passed, in the order of their ids, after one of them. */
  measurable(
    reader: TenantReader,
    today: string,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly ImprovementPoint[]>;
  lock(tx: TenantTransaction, id: string): Promise<ImprovementPoint | undefined>;
  add(tx: TenantTransaction, points: readonly ImprovementPoint[]): Promise<void>;
  save(tx: TenantTransaction, point: ImprovementPoint): Promise<void>;
}
