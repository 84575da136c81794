import { connectionType, LocaleName, Node, toGlobalId, type Locale } from '@redress/graphql-runtime';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Category, CategoryOrigin as OriginName } from '../model/category.model';

const CategoryOrigin: { readonly [Name in OriginName]: Name } = { REGULATION: 'REGULATION', IMPORT: 'IMPORT' };
registerEnumType(CategoryOrigin, {
  name: 'CategoryOrigin',
  description: 'Where a category comes from.',
  valuesConfig: {
    REGULATION: { description: 'A regulation that the organisation adopted names it.' },
    IMPORT: { description: 'A file that was taken over uses it.' },
  },
});

/** The GraphQL type `ComplaintCategory`; its `label` is resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A class of complaints in its organisation.' })
export class ComplaintCategory extends Node {
  @Field(() => String, { description: 'Stable code, unique in the organisation, for example `product-quality`.' })
  code!: string;

  @Field(() => CategoryOrigin, { description: 'Where it comes from.' })
  origin!: OriginName;

  readonly labels!: Readonly<Record<Locale, string>>;
}

/** The GraphQL type `ComplaintCategoryConnection`. */
export const ComplaintCategoryConnection = connectionType(ComplaintCategory);

/** The GraphQL form of a category. */
export function toComplaintCategory({ id, code, label, origin }: Category): ComplaintCategory {
  return {
    id: toGlobalId('ComplaintCategory', id),
    code,
    origin,
    labels: { [LocaleName.ZH_CN]: label.zh, [LocaleName.EN]: label.en } as Record<Locale, string>,
  };
}
