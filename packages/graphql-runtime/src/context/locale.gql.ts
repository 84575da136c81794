import { registerEnumType } from 'type-graphql';
import type { Locale } from './locale';

/** The GraphQL enum `Locale` for arguments such as `label(locale:)`; its values inside are those of the type `Locale`. */
export const LocaleName: Readonly<Record<'ZH_CN' | 'EN', Locale>> = { ZH_CN: 'zh-CN', EN: 'en' };

registerEnumType(LocaleName, {
  name: 'Locale',
  description: 'A language that Redress speaks.',
  valuesConfig: { ZH_CN: { description: 'Simplified Chinese.' }, EN: { description: 'English.' } },
});
