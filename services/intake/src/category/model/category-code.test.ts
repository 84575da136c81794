import { codeOfLabel } from './category-code';

describe('the code of a category that is known by its label', () => {
  it.each([
    ['Incorrect information on your report', 'incorrect-information-on-your-report'],
    ["Didn't receive enough information", 'didn-t-receive-enough-information'],
    ['  Défaut: qualité  ', 'defaut-qualite'],
  ])('of %s is %s', (label, code) => {
    expect(codeOfLabel(label)).toBe(code);
  });

  it('tells long labels apart that begin alike', () => {
    const start = 'a label that is much longer than sixty-four characters and goes on and on';
    const [one, other] = [codeOfLabel(`${start} one`), codeOfLabel(`${start} other`)];
    expect(one).not.toBe(other);
    expect(one.length).toBeLessThanOrEqual(64);
  });

  it('tells labels apart that are not written in Latin letters', () => {
    const codes = ['产品质量', '服务态度', '售后A', '售前A', '!!!'].map(codeOfLabel);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[a-z0-9-]{1,64}$/.test(code))).toBe(true);
  });
});
