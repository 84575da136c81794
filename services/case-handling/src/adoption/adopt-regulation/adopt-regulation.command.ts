/** An organisation puts a regulation into force. */
export interface AdoptRegulation {
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly effectiveFrom: Date;
  /** As the organisation filled it in; not checked yet. */
  readonly settings: unknown;
}
