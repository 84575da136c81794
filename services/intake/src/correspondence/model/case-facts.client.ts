/** What a letter may say of the handling of a complaint. */
export interface CaseFacts {
  readonly handler: { readonly name: string; readonly contact?: string } | undefined;
  readonly dueDates: readonly { readonly stage: string; readonly dueAt: Date }[];
  /** The reply that was asked for, in the words in which it was written. */
  readonly reply: { readonly text: string } | undefined;
}

/** Asks case handling what a letter has to say; texts and names never travel in events. */
export interface CaseFactsClient {
  /** `undefined` when case handling has no such case or reply yet. Throws `CaseHandlingAway` when it does not answer. */
  read(question: {
    readonly tenantId: string;
    readonly complaintId: string;
    readonly replyId?: string;
  }): Promise<CaseFacts | undefined>;
}

/** Case handling does not answer; the letter waits. */
export class CaseHandlingAway extends Error {
  constructor(cause: unknown) {
    super('case handling does not answer', { cause });
    this.name = 'CaseHandlingAway';
  }
}
