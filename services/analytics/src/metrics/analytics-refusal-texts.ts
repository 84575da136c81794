import type { RefusalTexts } from '@redress/graphql-runtime';

export const analyticsRefusalTexts: RefusalTexts = {
  ANALYTICS_NO_METRIC: { en: 'Name at least one metric.', 'zh-CN': '请至少指定一个指标。' },
  ANALYTICS_WINDOW_INVALID: {
    en: 'The window must end after it begins and span at most {years} years.',
    'zh-CN': '时间窗口的结束必须晚于开始，且跨度不超过 {years} 年。',
  },
  ANALYTICS_TIME_ZONE_UNKNOWN: {
    en: '{timeZone} is not an IANA time zone.',
    'zh-CN': '{timeZone} 不是有效的 IANA 时区。',
  },
  ANALYTICS_DIMENSION_NOT_OF_METRIC: {
    en: '{metric} cannot be grouped by {dimension}.',
    'zh-CN': '指标 {metric} 不能按 {dimension} 分组。',
  },
  ANALYTICS_TOO_MANY_DIMENSIONS: { en: 'Group by at most {limit} dimensions.', 'zh-CN': '最多按 {limit} 个维度分组。' },
  ANALYTICS_FUTURE_POSITION: {
    en: 'The figures have not come to that position yet.',
    'zh-CN': '统计数据尚未到达该位置。',
  },
  ANALYTICS_TOO_MANY_GROUPS: {
    en: 'The answer would have more than {limit} groups; filter more or group by less.',
    'zh-CN': '结果超过 {limit} 组，请增加筛选条件或减少分组维度。',
  },
};
