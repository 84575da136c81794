/** A number that no totals of the generation have. */
export const nextEdition = (editions: readonly { readonly edition: number }[]): number =>
  Math.max(0, ...editions.map(({ edition }) => edition)) + 1;
