/** The external reference of the nameless customer to whom all complaints of a source belong that names nobody. */
export function anonymousReference(source: string): string {
  return `anonymous:${source}`;
}
