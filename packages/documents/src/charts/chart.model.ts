/** What is drawn beside the others at each category, in one colour; `null` where there is nothing. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart. Numbers are drawn as they are; texts are in the language of the sheet. */
export type Chart =
  | { readonly kind: 'bar' | 'line'; readonly categories: readonly string[]; readonly series: readonly ChartSeries[] }
  | { readonly kind: 'pie'; readonly slices: readonly { readonly label: string; readonly value: number }[] }
  | {
      readonly kind: 'heat-map';
      readonly down: readonly string[];
      readonly across: readonly string[];
      /** A line for each of `down`, with a number for each of `across`. */
      readonly values: readonly (readonly (number | null)[])[];
    };
