import fastify, { type FastifyInstance } from 'fastify';
import { createUnhandledRequests } from '../../../src/twilio/rest/unhandled-requests';
import { registerServerlessApi } from '../../../src/twilio/serverless-api/register-serverless-api';
import { createServerlessState } from '../../../src/twilio/serverless-api/serverless-state';
import { world } from '../../../src/world';
import { officialClient } from '../start-routing';

const authToken = 'a'.repeat(32);
const { accountSid } = world.twilio;
const unhandled = createUnhandledRequests();
const state = createServerlessState();
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  app = fastify();
  registerServerlessApi(app, { state, unhandled, accountSid, authToken });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
});

const upload = (serviceSid: string, functionSid: string, parts: Readonly<Record<string, string>>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (name === 'Content') body.set(name, new Blob([value], { type: 'application/javascript' }), 'f.js');
    else body.set(name, value);
  }
  const path = `/v1/Services/${serviceSid}/Functions/${functionSid}/Versions`;
  return fetch(`${url}/__twilio/serverless-upload.twilio.com${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
  });
};

describe('Serverless, asked by the official client', () => {
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
    expect(state.versions[0]?.content.toString()).toBe('exports.handler = 1');
  });

  test('refuses what the real one refuses', async () => {
    const { services } = officialClient(url, authToken).serverless.v1;
    const { sid } = await services.create({ uniqueName: 'two', friendlyName: 'Two' });
    const service = services(sid);
    await expect(services.create({ uniqueName: 'two', friendlyName: 'Two' })).rejects.toMatchObject({ status: 409 });
    await expect(service.builds.create({ runtime: 'node18' })).rejects.toMatchObject({ status: 400 });
    await expect(service.builds.create({ functionVersions: ['ZN1'] })).rejects.toMatchObject({ status: 400 });
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
    expect(unhandled.list()).toEqual([expect.objectContaining({ method: 'DELETE', reason: 'unknown-route' })]);
  });
});
