/** Where a JSON pointer leads. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** The same with the names of list members in place of their numbers: `stages/follow-up/deadline`. */
  readonly name: string;
}

const NAME = /^[A-Za-z0-9_-]+$/;

/** Follows a JSON pointer; nothing when it does not lead to a value. */
export function placeOf(document: unknown, pointer: string): Place | undefined {
  const [first, ...segments] = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (first !== '' || segments.length === 0) return undefined;
  const path: (string | number)[] = [];
  const names: string[] = [];
  let value = document;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    const inList = Array.isArray(value);
    value = Reflect.get(value, segment) as unknown;
    path.push(inList ? Number(segment) : segment);
    names.push(inList ? (nameOf(value) ?? segment) : segment);
  }
  return { path, name: names.join('/') };
}

/** What a provision is called: its first member, by the convention of the file format. */
function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [first] = Object.values(value) as unknown[];
  return typeof first === 'string' && NAME.test(first) ? first : undefined;
}

/** Whether one of two pointers leads to the other’s value or into it. */
export function touches(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
