import { readFunctionsUrl } from '../../src/functions-api/functions-url';

const configured = (functions_url: unknown) => ({ discord_channel: { functions_url } });

describe('readFunctionsUrl', () => {
  it.each([
    ['https://discord-channel-1234.twil.io', 'https://discord-channel-1234.twil.io'],
    ['https://discord-channel-1234.twil.io/', 'https://discord-channel-1234.twil.io'],
    ['https://example.com/base/', 'https://example.com/base'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('takes %s', (setting, expected) => {
    expect(readFunctionsUrl(configured(setting))).toBe(expected);
  });

  it.each([
    ['http://example.com'],
    ['http://127.0.0.1.example.com'],
    ['ftp://example.com'],
    ['javascript:alert(1)'],
    ['nonsense'],
    [''],
    [5],
  ])('sends no token to %j', (setting) => {
    expect(readFunctionsUrl(configured(setting))).toBeUndefined();
  });

  it.each([[undefined], [null], [{}], [{ discord_channel: null }], [{ discord_channel: 'x' }]])(
    'finds none in %j',
    (configuration) => {
      expect(readFunctionsUrl(configuration)).toBeUndefined();
    },
  );
});
