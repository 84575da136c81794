/** As whom a person acts: for which parties of the regulation, and of which unit. */
export interface Standing {
  readonly parties: readonly string[];
  /** Code of the person's own unit. */
  readonly unitId?: string;
}
