import type { GraphContext, Locale } from '@redress/graphql-runtime';
import type { Label } from '@redress/regulations';

/** A text in the language asked for, or in that of the request. */
export function inLanguage(label: Label, locale: Locale | undefined, context: Pick<GraphContext, 'locale'>): string {
  return (locale ?? context.locale) === 'zh-CN' ? label.zh : label.en;
}
