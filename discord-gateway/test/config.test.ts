import { EnvironmentError } from '@discord-channel/contracts';
import { gatewayEnvironment, readConfig } from '../src/config';

const sid = (prefix: string) => `${prefix}${'0'.repeat(32)}`;

const environment = {
  DISCORD_BOT_TOKEN: 'a-token-of-some-length',
  TWILIO_ACCOUNT_SID: sid('AC'),
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_STUDIO_FLOW_SID: sid('FW'),
  TWILIO_WORKSPACE_SID: sid('WS'),
  TWILIO_WORKFLOW_SID: sid('WW'),
  GATEWAY_PUBLIC_URL: 'https://gateway.example.com/base/',
  DATABASE_DIRECT_URL: 'postgres://user:password@database:5432/name',
};

test('what is left out has its documented default', () => {
  const config = readConfig(environment);
  expect(config).toMatchObject({ port: 8080, logLevel: 'info', discord: { apiUrl: 'https://discord.com/api' } });
});

test('the public URL loses its trailing slash, since paths are appended to it', () => {
  expect(readConfig(environment).publicUrl).toBe('https://gateway.example.com/base');
});

test('every missing or wrong variable is named, none of their values is', () => {
  const wrong = { ...environment, TWILIO_AUTH_TOKEN: undefined, TWILIO_WORKFLOW_SID: 'WXsecret', PORT: 'eighty' };
  const attempt = () => readConfig(wrong);
  expect(attempt).toThrow(EnvironmentError);
  expect(attempt).toThrow(/TWILIO_AUTH_TOKEN is missing.*TWILIO_WORKFLOW_SID is not valid.*PORT is not valid/s);
  expect(attempt).not.toThrow(/WXsecret|eighty/);
});

test.each(Object.entries(gatewayEnvironment.shape))('%s says what it is and where to find it', (_name, field) => {
  expect(field.description?.length).toBeGreaterThan(20);
});
