/** The object of names that type-graphql makes an enum of. */
export function enumOf<Value extends string>(values: readonly Value[]): { readonly [Name in Value]: Name } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [Name in Value]: Name };
}

/** Descriptions of the values of an enum. */
export function described<Value extends string>(texts: Readonly<Record<Value, string>>) {
  return Object.fromEntries(
    Object.entries<string>(texts).map(([name, description]) => [name, { description }]),
  ) as Record<Value, { description: string }>;
}
