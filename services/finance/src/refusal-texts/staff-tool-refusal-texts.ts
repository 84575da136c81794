import type { ExportRefusal } from '../export/model/export.errors';
import type { SavedViewRefusal } from '../saved-view/model/saved-view.errors';

/** Every code with which views and exports refuse. */
export type StaffToolRefusal = Extract<ExportRefusal | SavedViewRefusal, `FINANCE_${string}`>;

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
  FINANCE_VIEW_OUTDATED: {
    en: 'The view “{name}” must be saved again: {problems}',
    'zh-CN': '视图“{name}”须重新保存：{problems}',
  },
  FINANCE_EXPORT_CONDITION_UNUSED: {
    en: 'An export of {kind} cannot be asked for by {condition}.',
    'zh-CN': '{kind} 类导出不支持条件 {condition}。',
  },
  FINANCE_EXPORT_FORMAT_UNUSED: {
    en: 'An export of {kind} cannot be written as {format}.',
    'zh-CN': '{kind} 类导出不支持 {format} 格式。',
  },
  FINANCE_EXPORT_MONTH_REQUIRED: {
    en: 'The package of a month needs the month, such as 2026-11.',
    'zh-CN': '月结资料须指明会计期间，例如 2026-11。',
  },
  FINANCE_EXPORT_POSITION_UNKNOWN: {
    en: 'No export of the journal has ended at position {position}: give the `toPosition` of an earlier one, or none.',
    'zh-CN': '没有任何日记账导出止于位置 {position}：请填写先前导出的 `toPosition`，或不填。',
  },
  FINANCE_EXPORTS_TOO_MANY: {
    en: 'An organisation has {limit} exports under way at most; try again when one is finished.',
    'zh-CN': '每个组织最多同时进行 {limit} 项导出，请待其中一项完成后再试。',
  },
  FINANCE_EXPORT_FINISHED: {
    en: 'The export is {state} and cannot be cancelled any more.',
    'zh-CN': '该导出的状态为 {state}，不能再取消。',
  },
};
