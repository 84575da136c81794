import type { SavedViewRefusal } from '../saved-view/model/saved-view.errors';

/** Every code with which views and exports refuse. */
export type StaffToolRefusal = Extract<SavedViewRefusal, `FINANCE_${string}`>;

export const staffToolRefusalTexts: Readonly<Record<StaffToolRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_VIEW_NAME_TAKEN: {
    en: 'You have a view of the name “{name}” already.',
    'zh-CN': '您已有名为“{name}”的视图。',
  },
  FINANCE_VIEW_OF_ANOTHER: {
    en: 'Only who saved a view may change it.',
    'zh-CN': '只有保存该视图的人员可以更改。',
  },
  FINANCE_VIEWS_TOO_MANY: {
    en: 'A person keeps {limit} views at most; delete one first.',
    'zh-CN': '每人最多保存 {limit} 个视图，请先删除一个。',
  },
};
