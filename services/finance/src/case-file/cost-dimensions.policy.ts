import type { TenantTransaction } from '@redress/persistence';
import type { Dimensions } from '../ledger/model/journal.model';
import type { CaseFiles } from './model/case-file.repository';

/** What the cost of a case's settlement is broken down by: the unit that answers for it, the product and the cause. */
export function costDimensions({ caseFiles }: { readonly caseFiles: CaseFiles }) {
  return async (tx: TenantTransaction, { caseId }: { readonly caseId: string }): Promise<Dimensions> => {
    const [file] = await caseFiles.caseFilesBy(tx, [caseId]);
    const { department, product, categoryCode: cause } = file ?? {};
    return {
      ...(department === undefined ? {} : { department }),
      ...(product === undefined ? {} : { product: product.slice(0, 128) }),
      ...(cause === undefined ? {} : { cause }),
    };
  };
}
