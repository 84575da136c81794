const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Seconds that files took on two quiet cores, for machines on which jest has not measured yet: it would go by the size
 * of the file, and one that is started late and takes minutes leaves the other workers without work.
 */
const LONG = [
  ['test/end-to-end/tenant-isolation', 200],
  ['test/regulations/companies', 170],
  ['test/end-to-end/across-organisations', 150],
  ['test/end-to-end/analytics-proof', 130],
  ['test/regulations/industry', 127],
  ['finance/src/purchase/retail-oracle', 118],
  ['finance/src/payment/process-kills', 117],
  ['test/regulations/principles', 111],
  ['analytics/src/metrics/engines/', 110],
  ['test/regulations/trade', 101],
  ['test/regulations/', 70],
  ['test/faults/', 60],
  ['test/end-to-end/start-and-stop', 57],
  ['test/end-to-end/', 35],
  ['.integration.test.', 10],
];

/** Starts what takes long first, so that all workers end at about the same time. */
module.exports = class LongestFirst extends Sequencer {
  time(test) {
    return super.time(test) ?? (LONG.find(([part]) => test.path.includes(part))?.[1] ?? 1) * 1000;
  }
};
