import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode, DirectiveNode, DocumentNode } from 'graphql';

/** What a caller without a token may read. */
export interface PublicParts {
  /** Whether a field of the root type was declared public by its service, with `@tag(name: "public")`. */
  isPublicRoot(typeName: string, fieldName: string): boolean;
  /** Whether a field, or the type that it leads to, asks for a token with `@authenticated`. */
  needsToken(typeName: string, fieldName: string, resultType: string): boolean;
}

/** Reads from the supergraph what its services declared. What nobody declared public is not. */
export function publicParts(supergraph: string): PublicParts {
  const fields = new Set<string>();
  const guarded = new Set<string>();
  for (const { owner, name, directives } of declarations(parse(supergraph, { noLocation: true }))) {
    const coordinate = name === undefined ? owner : `${owner}.${name}`;
    if (directives.some(isPublicTag)) fields.add(coordinate);
    if (directives.some((directive) => GUARDS.has(directive.name.value))) guarded.add(coordinate);
  }
  return {
    isPublicRoot: (typeName, fieldName) => fields.has(`${typeName}.${fieldName}`),
    needsToken: (typeName, fieldName, resultType) => guarded.has(`${typeName}.${fieldName}`) || guarded.has(resultType),
  };
}

const GUARDS = new Set(['authenticated', 'requiresScopes', 'policy']);

interface Declaration {
  readonly owner: string;
  readonly name?: string;
  readonly directives: readonly ConstDirectiveNode[];
}

function declarations(document: DocumentNode): Declaration[] {
  return document.definitions.flatMap((definition): Declaration[] => {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      return [{ owner: definition.name.value, directives: definition.directives ?? [] }];
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return [];
    const owner = definition.name.value;
    const fields = (definition.fields ?? []).map(({ name, directives = [] }) => ({
      owner,
      name: name.value,
      directives,
    }));
    return [{ owner, directives: definition.directives ?? [] }, ...fields];
  });
}

function isPublicTag({ name, arguments: given = [] }: DirectiveNode): boolean {
  return (
    name.value === 'tag' &&
    given.some(
      ({ name: argument, value }) =>
        argument.value === 'name' && value.kind === Kind.STRING && value.value === 'public',
    )
  );
}
