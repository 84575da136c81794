const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Seconds that files took on two quiet cores, for machines on which jest has not measured yet: it would go by the size
 * of the file, and one that is started late and takes minutes leaves the other workers without work.
 */
const LONG = [
  ['test/end-to-end/tenant-isolation', 150],
  ['test/end-to-end/analytics-proof', 130],
  ['analytics/src/metrics/engines/', 124],
  ['test/regulations/companies', 117],
  ['finance/src/purchase/retail-oracle', 114],
  ['finance/src/paper/papers', 107],
  ['finance/src/payment/process-kills', 101],
  ['messaging/src/faults/consumer-faults', 87],
  ['test/regulations/industry', 86],
  ['test/regulations/principles', 83],
  ['test/end-to-end/start-and-stop', 71],
  ['test/regulations/', 60],
  ['finance/src/payment/payments', 60],
  ['test/faults/', 35],
  ['test/end-to-end/', 25],
  ['.integration.test.', 10],
];

/** Starts what takes long first, so that all workers end at about the same time. */
module.exports = class LongestFirst extends Sequencer {
  time(test) {
    return super.time(test) ?? (LONG.find(([part]) => test.path.includes(part))?.[1] ?? 1) * 1000;
  }
};
