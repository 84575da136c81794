/** How something that the regulation does not cover was decided: by analogy, approved and filed. */
export interface GapDecision {
  readonly id: string;
  readonly version: number;
  readonly caseId?: string;
  /** The adoption whose regulation has the gap. */
  readonly adoptionId: string;
  readonly matter: string;
  readonly decision: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
  /** The draft of a regulation that closes the gap. */
  readonly draftId?: string;
}
