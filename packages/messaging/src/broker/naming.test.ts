import { naming } from './naming';

describe('names on NATS', () => {
  it('are those of the design', () => {
    const names = naming();
    expect(names.stream('case-handling')).toBe('EVT_CASE_HANDLING');
    expect(names.subject('intake', 1, 'redress.intake.complaint.registered.v1')).toBe(
      'evt.intake.1.intake.complaint.registered',
    );
    expect(names.shardFilter('intake', 1)).toBe('evt.intake.1.>');
    expect(names.shardOfSubject('evt.intake.13.intake.complaint.registered')).toBe(13);
  });

  it('of a system with a prefix are its own', () => {
    const names = naming('blue');
    expect(names.stream('intake')).toBe('blue_EVT_INTAKE');
    expect(names.shardOfSubject(names.subject('intake', 2, 'redress.intake.complaint.registered.v1'))).toBe(2);
  });
});
