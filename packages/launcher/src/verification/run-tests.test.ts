import { readReport } from './run-tests';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ name: '/top/a.test.ts', status: 'passed' }],
};

describe("jest's report", () => {
  it('is counted as it stands when all is well', () => {
    expect(readReport(report, '/top', true)).toEqual({ passed: 3, failed: 0, failedFiles: [] });
  });

  it('counts a file that could not be run as a failure', () => {
    const broken = {
      ...report,
      numRuntimeErrorTestSuites: 1,
      testResults: [...report.testResults, { name: '/top/b.test.ts', status: 'failed' }],
    };
    expect(readReport(broken, '/top', false)).toEqual({ passed: 3, failed: 1, failedFiles: ['b.test.ts'] });
  });

  it('fails when jest failed without counting why, and when it left no report', () => {
    expect(readReport(report, '/top', false).failed).toBe(1);
    expect(readReport(undefined, '/top', true).failed).toBe(1);
  });
});
