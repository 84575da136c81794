/** The object of names that type-graphql makes an enum of. */
export function enumOf<Value extends string>(values: readonly Value[]): { readonly [Name in Value]: Name } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [Name in Value]: Name };
}
