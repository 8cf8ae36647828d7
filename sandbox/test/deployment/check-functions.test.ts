import { join } from 'node:path';
import { checkFunctions } from '../../src/deployment/check-functions';
import { createServerlessState, type ServerlessState } from '../../src/twilio/serverless-api/serverless-state';

const expected = {
  sources: ['studio/on-message.protected.ts'],
  environment: { ACCOUNT_SID: 'AC1', DATABASE_URL: 'postgres://secret' },
  forbidden: ['postgres://secret'],
  lockFile: join(__dirname, '../../../package-lock.json'),
};

function deployed({ code = 'require("twilio")', path = '/studio/on-message' } = {}): ServerlessState {
  const state = createServerlessState();
  const service_sid = 'ZS1';
  state.services.push({
    sid: service_sid,
    unique_name: 'discord-channel',
    friendly_name: 'x',
    include_credentials: true,
    ui_editable: false,
  });
  state.environments.push({
    sid: 'ZE1',
    service_sid,
    unique_name: 'dev',
    domain_suffix: 'dev',
    domain_name: 'x-1-dev.twil.io',
    build_sid: 'ZB1',
  });
  const version = {
    kind: 'Functions' as const,
    sid: 'ZN1',
    service_sid,
    resource_sid: 'ZF1',
    path,
    visibility: 'protected' as const,
    contentType: 'application/javascript',
    content: Buffer.from(code),
  };
  state.builds.push({
    sid: 'ZB1',
    service_sid,
    status: 'completed',
    runtime: 'node22',
    dependencies: [{ name: 'twilio', version: '6.2.0' }],
    versions: [version],
    asked: 2,
  });
  state.variables.push({
    sid: 'ZV1',
    service_sid,
    environment_sid: 'ZE1',
    key: 'DATABASE_URL',
    value: 'postgres://secret',
  });
  return state;
}

describe('what was uploaded by serverless:deploy', () => {
  test('is taken when paths, packages and variables are right', () => {
    expect(checkFunctions(deployed(), expected)).toMatchObject({ domain: 'x-1-dev.twil.io', serviceSid: 'ZS1' });
  });

  test('is refused with a secret in the code', () => {
    expect(() => checkFunctions(deployed({ code: 'x("postgres://secret")' }), expected)).toThrow(/contains "postgres/);
  });

  test('is refused at another path', () => {
    expect(() => checkFunctions(deployed({ path: '/on-message' }), expected)).toThrow(/paths and visibilities/);
  });

  test('is refused when it requires what Twilio does not install', () => {
    const code = 'require("@discord-channel/contracts")';
    expect(() => checkFunctions(deployed({ code }), expected)).toThrow(/will not have installed/);
  });

  test('is refused when a dependency is a package of this repository', () => {
    const state = deployed();
    Object.assign(state.builds[0] ?? {}, { dependencies: [{ name: '@discord-channel/contracts', version: '0.1.0' }] });
    expect(() => checkFunctions(state, expected)).toThrow(/not a package of the registry/);
  });

  test('is refused without a variable, and with credentials as variables', () => {
    const without = deployed();
    without.variables.pop();
    expect(() => checkFunctions(without, expected)).toThrow(/variables/);
    const withToken = deployed();
    withToken.variables.push({ sid: 'ZV2', service_sid: 'ZS1', environment_sid: 'ZE1', key: 'AUTH_TOKEN', value: 'x' });
    expect(() => checkFunctions(withToken, expected)).toThrow(/variables/);
  });

  test('is refused when it was built and not deployed', () => {
    const state = deployed();
    Object.assign(state.environments[0] ?? {}, { build_sid: null });
    expect(() => checkFunctions(state, expected)).toThrow(/nothing is deployed/);
  });
});
