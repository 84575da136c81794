/** What a person decides on an improvement point. */
export type PointDecision =
  | {
      readonly action: 'adopt';
      readonly owner: string;
      readonly measure: string;
      readonly dueOn: string;
      readonly effectDays: number;
    }
  | { readonly action: 'reject'; readonly reason: string }
  | { readonly action: 'complete'; readonly reason: string; readonly completedOn: string };
