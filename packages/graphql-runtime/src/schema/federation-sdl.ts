import { Kind, parse, print, visit } from 'graphql';
import type { DocumentNode, GraphQLSchema, ObjectTypeDefinitionNode } from 'graphql';
import { printSubgraphSchema } from '@apollo/subgraph';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';
const FEDERATION_DIRECTIVES: ReadonlySet<string> = new Set([
  'key',
  'shareable',
  'external',
  'requires',
  'provides',
  'override',
  'inaccessible',
  'tag',
  'interfaceObject',
  'authenticated',
  'requiresScopes',
  'cost',
  'listSize',
]);
const ROOT_DESCRIPTIONS: Readonly<Record<string, string>> = {
  Query: 'Reads.',
  Mutation: 'Changes; each answers what was changed and, when it was refused, why.',
  Subscription: 'Hints that something changed, while a client listens; the change feed is the reliable path.',
};

/** Prints a schema as the SDL of a Federation 2 subgraph, importing exactly the federation directives it uses. */
export function federationSdl(schema: GraphQLSchema): string {
  const used = new Set<string>();
  const document = visit(parse(printSubgraphSchema(schema), { noLocation: true }), {
    Directive: (node) => {
      if (FEDERATION_DIRECTIVES.has(node.name.value)) used.add(`"@${node.name.value}"`);
    },
    ObjectTypeDefinition: (node) => withRootDescription(node),
  });
  const imports = [...used].sort().join(', ');
  return `extend schema @link(url: "${FEDERATION}", import: [${imports}])\n\n${print(document)}\n`;
}

/** Names of the types that other subgraphs may refer to here: those with a `@key` that is resolvable. */
export function resolvableEntities(document: DocumentNode): string[] {
  return document.definitions
    .filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((node) => (node.directives ?? []).some((directive) => directive.name.value === 'key' && !isStub(directive)))
    .map((node) => node.name.value);
}

function isStub(directive: NonNullable<ObjectTypeDefinitionNode['directives']>[number]): boolean {
  return (directive.arguments ?? []).some(
    ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  );
}

function withRootDescription(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode | undefined {
  const value = ROOT_DESCRIPTIONS[node.name.value];
  if (value === undefined || node.description !== undefined) return undefined;
  return { ...node, description: { kind: Kind.STRING, value, block: true } };
}
