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
  ANALYTICS_METRIC_NOT_ASKED: {
    en: '{metric} is not among the asked metrics.',
    'zh-CN': '指标 {metric} 不在所查询的指标中。',
  },
  ANALYTICS_STATISTIC_NOT_OF_METRIC: {
    en: '{metric} has no {statistic}.',
    'zh-CN': '指标 {metric} 没有 {statistic}。',
  },
  ANALYTICS_BOUNDS_MISSING: { en: 'Give `atLeast`, `atMost` or both.', 'zh-CN': '请给出 atLeast、atMost 或两者。' },
  ANALYTICS_TOP_COUNT_INVALID: { en: 'Show 1 to {limit} values.', 'zh-CN': '请显示 1 至 {limit} 个值。' },
  ANALYTICS_TOP_NEEDS_GROUPS: {
    en: 'The first dimension of `groupBy` must be there and must not be a time.',
    'zh-CN': 'groupBy 必须有第一个维度,且该维度不得为时间。',
  },
  ANALYTICS_CURRENCY_NEEDED: {
    en: 'There are amounts in several currencies; name the one that counts.',
    'zh-CN': '金额涉及多种币种,请指定所依据的币种。',
  },
  ANALYTICS_GAPS_NEED_TIME: {
    en: 'Only groups of time have gaps; group by a stretch of time.',
    'zh-CN': '只有时间分组才有空缺,请按时间分组。',
  },
  ANALYTICS_METRIC_VERSION_GONE: {
    en: 'The definitions are of version {version} by now; version {asked} can no longer be asked.',
    'zh-CN': '指标定义现为第 {version} 版,第 {asked} 版已不能查询。',
  },
  ANALYTICS_ABOUT_STAFF: {
    en: 'Figures of single members of staff are for supervisors, managers, auditors and administrators.',
    'zh-CN': '单个工作人员的数据仅供主管、经理、审计和管理员查阅。',
  },
  ANALYTICS_TOO_FEW: {
    en: 'A group, what a filter or bound leaves out of one, or a mean or an amount in it rests on fewer than {limit} complainants; ask for counts alone, group by less, filter less or widen the window.',
    'zh-CN':
      '有分组、其被排除的部分或其中的平均值、金额涉及的投诉人少于 {limit} 人,请只查询数量,减少分组或筛选条件,或扩大时间窗口。',
  },
  ANALYTICS_WINDOW_NOT_WHOLE_DAYS: {
    en: 'Begin and end the window at midnight of {timeZone}, or name the zone whose days are meant.',
    'zh-CN': '时间窗口须从 {timeZone} 的零点开始并在零点结束,或指定所依据的时区。',
  },
  ANALYTICS_FILTER_TOO_FINE: {
    en: 'Filters may cut the complaints into at most {limit} parts; name fewer values.',
    'zh-CN': '筛选条件最多可将投诉分为 {limit} 个部分,请减少所列的值。',
  },
  ANALYTICS_NOT_ADDITIVE: {
    en: 'Only counts and amounts have shares of a whole; {metric} is neither.',
    'zh-CN': '只有件数和金额可以计算占比,{metric} 两者都不是。',
  },
  ANALYTICS_NOT_A_DURATION: {
    en: 'Only spans of time have a distribution; {metric} is none.',
    'zh-CN': '只有用时类指标才有分布,{metric} 不是。',
  },
  ANALYTICS_BINS_INVALID: { en: 'Ask for 1 to {limit} bins.', 'zh-CN': '请查询 1 至 {limit} 个区间。' },
  ANALYTICS_WEEKS_INVALID: { en: 'Follow a week for 1 to {limit} weeks.', 'zh-CN': '请跟踪 1 至 {limit} 周。' },
  ANALYTICS_SAME_DIMENSION: { en: 'The two dimensions must differ.', 'zh-CN': '两个维度不得相同。' },
  ANALYTICS_NO_CASES_BEHIND: {
    en: '{metric} does not count anything that belongs to a complaint.',
    'zh-CN': '指标 {metric} 不涉及任何投诉。',
  },
  ANALYTICS_NO_REGULATION: {
    en: 'No regulation was in force at the end of the period.',
    'zh-CN': '该期间结束时没有生效的制度。',
  },
  ANALYTICS_FIGURE_NOT_FROM_OUTSIDE: {
    en: '{figure} is not recorded by people.',
    'zh-CN': '{figure} 不是由人工录入的数据。',
  },
  ANALYTICS_NO_ORGANISATION: { en: 'Name at least one organisation.', 'zh-CN': '请至少指定一个组织。' },
  ANALYTICS_TOO_MANY_ORGANISATIONS: {
    en: 'Ask at most {limit} organisations at once; name them in `organisations`.',
    'zh-CN': '一次最多查询 {limit} 个组织,请在 organisations 中指定。',
  },
  ANALYTICS_ORGANISATION_NOT_OPERATED: {
    en: 'Your token does not name {organisation} among the organisations that you operate.',
    'zh-CN': '您的令牌未将 {organisation} 列为您所运营的组织。',
  },
  ANALYTICS_ORGANISATION_UNKNOWN: {
    en: 'Nothing was ever heard of {organisation}; check how your token spells it.',
    'zh-CN': '没有 {organisation} 的任何记录,请核对令牌中的写法。',
  },
  ANALYTICS_ORGANISATION_NOT_ASKED: {
    en: '{organisation} is not among the organisations that are asked.',
    'zh-CN': '{organisation} 不在所查询的组织中。',
  },
  ANALYTICS_ORGANISATION_TWICE: {
    en: 'Name {organisation} once in `asOf`.',
    'zh-CN': 'asOf 中的 {organisation} 只能出现一次。',
  },
  ANALYTICS_POSITION_OF_ONE_ORGANISATION: {
    en: 'A position belongs to one organisation; give it in the argument `asOf`, with its organisation.',
    'zh-CN': '位置只属于单个组织,请在参数 asOf 中连同组织一起给出。',
  },
  ANALYTICS_DOWNLOAD_ENDED: {
    en: 'What was prepared under this key can no longer be fetched; prepare it anew under another key.',
    'zh-CN': '该键下准备的文件已不能下载,请使用新的键重新准备。',
  },
  ANALYTICS_FUTURE_POSITION: {
    en: 'The figures have not come to that position yet.',
    'zh-CN': '统计数据尚未到达该位置。',
  },
  ANALYTICS_TOO_MANY_GROUPS: {
    en: 'The answer would have more than {limit} groups; filter more or group by less.',
    'zh-CN': '结果超过 {limit} 组，请增加筛选条件或减少分组维度。',
  },
};
