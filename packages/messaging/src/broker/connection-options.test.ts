import { connectionOptions } from './connection-options';

describe('the NATS URL', () => {
  it.each([
    ['nats://127.0.0.1:4222', { servers: ['127.0.0.1:4222'] }],
    ['nats://a:4222, nats://b:4223', { servers: ['a:4222', 'b:4223'] }],
    ['nats://me:p%40ss@a:4222', { servers: ['a:4222'], user: 'me', pass: 'p@ss' }],
    ['nats://secret@a:4222', { servers: ['a:4222'], token: 'secret' }],
    ['tls://a:4222', { servers: ['a:4222'], tls: {} }],
  ])('%s says where to connect, and as whom', (url, options) => {
    expect(connectionOptions(url)).toEqual(options);
  });

  it.each(['', 'localhost:4222', 'http://a:4222', 'nats://me:p@a:1,nats://you:p@b:1'])('%p is refused', (url) => {
    expect(() => connectionOptions(url)).toThrow(/NATS URL/);
  });
});
