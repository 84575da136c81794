/** What happens to a return and is worth telling others. */
export type ReturnEvent =
  | { readonly type: 'ReturnAuthorised'; readonly at: Date }
  | { readonly type: 'GoodsReceived'; readonly at: Date; readonly by: string; readonly receiptId: string }
  | { readonly type: 'ReturnInspected'; readonly at: Date; readonly by: string }
  | { readonly type: 'ReturnAdjusted'; readonly at: Date; readonly exceptionId: string }
  | { readonly type: 'ReturnReconciled'; readonly at: Date; readonly by: string }
  | { readonly type: 'ReturnCancelled'; readonly at: Date; readonly by: string };
