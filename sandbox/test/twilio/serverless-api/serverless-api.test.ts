import fastify, { type FastifyInstance } from 'fastify';
import { createUnhandledRequests } from '../../../src/twilio/rest/unhandled-requests';
import { registerServerlessApi } from '../../../src/twilio/serverless-api/register-serverless-api';
import { createServerlessState } from '../../../src/twilio/serverless-api/serverless-state';
import { world } from '../../../src/world';
import { takeUnhandled, watch } from '../../watched-emulators';
import { officialClient } from '../start-routing';

const authToken = 'a'.repeat(32);
const { accountSid } = world.twilio;
const unhandled = createUnhandledRequests();
const state = createServerlessState();
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  watch({ unhandled: unhandled.list, forget: unhandled.reset, routes: unhandled.routes });
  app = fastify();
  registerServerlessApi(app, { state, unhandled, accountSid, authToken });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
});

const upload = (
  serviceSid: string,
  functionSid: string,
  parts: Readonly<Record<string, string>>,
  kind = 'Functions',
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (name === 'Content') body.set(name, new Blob([value], { type: 'application/javascript' }), 'f.js');
    else body.set(name, value);
  }
  const path = `/v1/Services/${serviceSid}/${kind}/${functionSid}/Versions`;
  return fetch(`${url}/__twilio/serverless-upload.twilio.com${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
  });
};

describe('Serverless, asked by the official client', () => {
  test('lists and changes what was made', async () => {
    const { services } = officialClient(url, authToken).serverless.v1;
    const { sid } = await services.create({ uniqueName: 'zero', friendlyName: 'Zero' });
    const service = services(sid);
    expect((await service.update({ friendlyName: 'Nil', includeCredentials: true })).friendlyName).toBe('Nil');
    expect((await services('zero').fetch()).sid).toBe(sid);
    expect((await services.list()).map(({ uniqueName }) => uniqueName)).toEqual(['zero']);
    const { sid: environmentSid } = await service.environments.create({ uniqueName: 'dev' });
    const { variables } = service.environments(environmentSid);
    const variable = await variables.create({ key: 'ONE', value: '1' });
    await variables(variable.sid).update({ value: '2' });
    expect((await variables.list()).map(({ key, value }) => `${key}=${value}`)).toEqual(['ONE=2']);
    expect(await service.environments.list()).toHaveLength(1);
    await service.functions.create({ friendlyName: 'f' });
    const asset = await service.assets.create({ friendlyName: 'a' });
    expect([await service.functions.list(), await service.assets.list()]).toMatchObject([
      [{ friendlyName: 'f' }],
      [{ friendlyName: 'a' }],
    ]);
    const parts = { Path: '/a.js', Visibility: 'Protected', Content: 'x' };
    const { sid: assetVersion } = (await (await upload(sid, asset.sid, parts, 'Assets')).json()) as { sid: string };
    const build = await service.builds.create({ assetVersions: [assetVersion], runtime: 'latest' });
    expect((await service.builds(build.sid).fetch()).runtime).toBe('node22');
    expect((await service.builds.list())[0]?.assetVersions).toMatchObject([{ path: '/a.js', visibility: 'protected' }]);
  });

  test('deploys a Function: uploaded, built after a while, and only then live', async () => {
    const { services } = officialClient(url, authToken).serverless.v1;
    const { sid } = await services.create({ uniqueName: 'one', friendlyName: 'One' });
    const service = services(sid);
    const environment = await service.environments.create({ uniqueName: 'dev', domainSuffix: 'dev' });
    expect(environment.domainName).toMatch(/^one-\d{4}-dev\.twil\.io$/);
    const { sid: functionSid } = await service.functions.create({ friendlyName: '/studio/on-message' });
    const parts = { Path: '/studio/on-message', Visibility: 'protected', Content: 'exports.handler = 1' };
    const version = (await (await upload(sid, functionSid, parts)).json()) as { sid: string };

    const build = await service.builds.create({ functionVersions: [version.sid], runtime: 'node22' });
    expect(build.status).toBe('building');
    const deployments = service.environments(environment.sid).deployments;
    await expect(deployments.create({ buildSid: build.sid })).rejects.toMatchObject({ status: 400 });
    while ((await service.builds(build.sid).buildStatus().fetch()).status !== 'completed');
    await deployments.create({ buildSid: build.sid });
    expect((await service.environments(environment.sid).fetch()).buildSid).toBe(build.sid);
    expect(state.versions.at(-1)?.content.toString()).toBe('exports.handler = 1');
  });

  test('refuses what the real one refuses', async () => {
    const { services } = officialClient(url, authToken).serverless.v1;
    const { sid } = await services.create({ uniqueName: 'two', friendlyName: 'Two' });
    const service = services(sid);
    await expect(services.create({ uniqueName: 'two', friendlyName: 'Two' })).rejects.toMatchObject({ status: 409 });
    await expect(service.builds.create({ runtime: 'node18' })).rejects.toMatchObject({ status: 400 });
    await expect(service.builds.create({ functionVersions: [`ZN${'0'.repeat(32)}`] })).rejects.toMatchObject({
      status: 400,
    });
    const environment = service.environments((await service.environments.create({ uniqueName: 'dev' })).sid);
    await expect(environment.variables.create({ key: 'NOT-A-NAME', value: 'x' })).rejects.toMatchObject({
      status: 400,
    });
    await expect(officialClient(url, 'wrong').serverless.v1.services.list()).rejects.toMatchObject({ code: 20003 });
  });

  test.each([
    ['a path that leads elsewhere', { Path: '/../x', Visibility: 'public', Content: 'x' }],
    ['an unknown visibility', { Path: '/x', Visibility: 'secret', Content: 'x' }],
    ['an unknown part', { Path: '/x', Visibility: 'public', Content: 'x', Mode: 'x' }],
    ['more than a Function may have', { Path: '/x', Visibility: 'public', Content: 'x'.repeat(1024 * 1024 + 1) }],
  ])('refuses an upload with %s', async (_what, parts) => {
    const { services } = officialClient(url, authToken).serverless.v1;
    const { sid } = await services.create({ uniqueName: `s${Math.random()}`.replace('.', ''), friendlyName: 'S' });
    const { sid: functionSid } = await services(sid).functions.create({ friendlyName: 'f' });
    const before = state.versions.length;
    expect((await upload(sid, functionSid, parts)).ok).toBe(false);
    expect(state.versions).toHaveLength(before);
  });

  test('keeps a request that it does not know', async () => {
    const { services } = officialClient(url, authToken).serverless.v1;
    await expect(services('ZS1').remove()).rejects.toMatchObject({ status: 404 });
    expect(takeUnhandled()).toEqual([expect.objectContaining({ method: 'DELETE', reason: 'unknown-route' })]);
  });
});
