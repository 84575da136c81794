import { Kind, type DirectiveNode } from 'graphql';

/** What `@skip` and `@include` ask for, as alternatives of variables that must all have the given value. */
export type Condition = readonly (readonly Requirement[])[];

interface Requirement {
  readonly variable: string;
  readonly value: boolean;
}

/** No directive stands in the way. */
export const ALWAYS: Condition = [[]];

/** The condition of a selection with these directives inside a selection under `outer`; `undefined` for never. */
export function under(outer: Condition, directives: readonly DirectiveNode[]): Condition | undefined {
  let requirements: Requirement[] = [];
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
    if (value?.kind === Kind.VARIABLE) {
      requirements = [...requirements, { variable: value.name.value, value: wanted }];
    }
  }
  return requirements.length === 0 ? outer : outer.map((alternative) => [...alternative, ...requirements]);
}

/** Met when one of the two is. */
export function either(left: Condition, right: Condition): Condition {
  return left === ALWAYS || right === ALWAYS ? ALWAYS : [...left, ...right];
}

/** Whether the condition is met under the given variables. */
export function isMet(condition: Condition, variables: Readonly<Record<string, unknown>>): boolean {
  if (condition === ALWAYS) return true;
  return condition.some((alternative) =>
    alternative.every(({ variable, value }) => Boolean(variables[variable]) === value),
  );
}
