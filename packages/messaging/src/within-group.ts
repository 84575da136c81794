/**
 * The items in their order, except that those of one group change places among themselves until they are in order of
 * rank. Groups keep the places that they had.
 */
export function inOrderWithinGroups<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  rankOf: (item: Item) => number,
): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  for (const group of groups.values()) group.sort((left, right) => rankOf(right) - rankOf(left));
  return items.map((item) => groups.get(groupOf(item))?.pop() ?? item);
}
