export const SIGNAL_RULES = ['BEYOND_LIMIT', 'EIGHT_ABOVE_CENTRE', 'MOVING_AVERAGE_BEYOND_LIMIT'] as const;
/** What made a signal of a rise. */
export type SignalRule = (typeof SIGNAL_RULES)[number];

const METHODS = [
  'U_CHART',
  'P_CHART',
  'BASELINE',
  'SMALL_COUNTS',
  'DISPERSION',
  'MANY_SERIES',
  'BACK_IN_LIMITS',
] as const;
export const DEFINITION_CODES = [...SIGNAL_RULES, ...METHODS] as const;
export type DefinitionCode = (typeof DEFINITION_CODES)[number];

/** A rule or a method in words. */
export interface Words {
  readonly label: { readonly zh: string; readonly en: string };
  readonly definition: { readonly zh: string; readonly en: string };
}

/** Every rule and method by which rises are found, as an organisation may show them to whoever doubts one. */
export const DEFINITIONS: Readonly<Record<DefinitionCode, Words>> = {
  BEYOND_LIMIT: {
    label: { zh: '超出控制上限', en: 'Beyond the control limit' },
    definition: {
      zh: '最近一个完整的日或周的数量高于控制上限（中心线以上三个标准差）。',
      en: 'The latest complete day or week lies above the upper limit, three standard deviations over the centre.',
    },
  },
  EIGHT_ABOVE_CENTRE: {
    label: { zh: '连续八点高于中心线', en: 'Eight in a row above the centre' },
    definition: {
      zh: '最近八个完整的日或周全部高于中心线。',
      en: 'Each of the latest eight complete days or weeks lies above the centre.',
    },
  },
  MOVING_AVERAGE_BEYOND_LIMIT: {
    label: { zh: '加权移动平均超限', en: 'Moving average beyond its limit' },
    definition: {
      zh: '指数加权移动平均（权重 0.2）高于其控制上限（三个标准差，按点数与暴露量精确计算）。',
      en: 'The exponentially weighted moving average (weight 0.2) lies above its limit: three of its own standard deviations, exact for the number of points and their exposure.',
    },
  },
  U_CHART: {
    label: { zh: 'u 控制图', en: 'u-chart' },
    definition: {
      zh: '单位暴露量的数量：已知售出行数时按售出行数，否则按天数。',
      en: 'Counts for each unit of exposure: lines sold where they are known, days otherwise.',
    },
  },
  P_CHART: {
    label: { zh: 'p 控制图', en: 'p-chart' },
    definition: {
      zh: '在同期收到的投诉中具有某一特征的比例。',
      en: 'The share that has something, among the complaints received at the same time.',
    },
  },
  BASELINE: {
    label: { zh: '基线', en: 'Baseline' },
    definition: {
      zh: '中心线取自被检验的八个点之前的时期：最多 26 周或 56 天，至少八个点；信号出现后基线不再变动。',
      en: 'The centre comes from the time before the eight points that are tested: up to 26 weeks or 56 days and at least eight points. Once there is a signal its baseline stays as it was.',
    },
  },
  SMALL_COUNTS: {
    label: { zh: '小数量', en: 'Small counts' },
    definition: {
      zh: '期望数量小于五时，控制限取自精确的泊松分布或二项分布，单侧概率 0.135%；少于三件不成信号。',
      en: 'Where fewer than five are expected, the limits are those of the exact Poisson or binomial distribution with 0.135 % on each side. Fewer than three are never a signal.',
    },
  },
  DISPERSION: {
    label: { zh: '过度离散', en: 'Overdispersion' },
    definition: {
      zh: '基线的波动大于随机波动时，控制限按比例放宽（Laney 方法）；从不收窄。',
      en: 'Where the baseline varies more than by chance, the limits are widened by as much, after Laney; they are never narrowed.',
    },
  },
  MANY_SERIES: {
    label: { zh: '同时观察多个序列', en: 'Many series at once' },
    definition: {
      zh: '一次运行中对所有序列按 Benjamini–Hochberg 方法控制误报：全部序列都正常时，出现任何误报的概率不超过 5%。每个序列的概率按其六次检验（三条规则、日与周）校正。',
      en: 'Over all series of one run false alarms are held back after Benjamini and Hochberg: when nothing has risen, the chance of any signal is at most 5 %. The probability of a series is corrected for its six tests, three rules by day and by week.',
    },
  },
  BACK_IN_LIMITS: {
    label: { zh: '恢复正常', en: 'Back in limits' },
    definition: {
      zh: '连续两个点不超过控制上限，且两点合计未显著高于基线（单侧 5%），信号即结束，并从这两点起重新观察。',
      en: 'A signal ends when two points in a row are not above the upper limit and together not significantly above the baseline (5 %, one-sided); the chart begins anew with them.',
    },
  },
};
