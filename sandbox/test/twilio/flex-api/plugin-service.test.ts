import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import { renderFlow } from '../../../../serverless/studio/render-flow';
import { createTwilio } from '../../../src/twilio/create-twilio';
import { releasedPlugins } from '../../../src/twilio/flex-api/plugin-service/plugin-state';
import { world } from '../../../src/world';
import { watch } from '../../watched-emulators';
import { officialClient } from '../start-routing';

const authToken = 'a'.repeat(32);
const { accountSid } = world.twilio;
const twilio = createTwilio({ authToken, logger: pino({ level: 'silent' }) });
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  watch({ unhandled: () => twilio.snapshot().unhandled, forget: twilio.reset, routes: twilio.routes });
  app = fastify();
  await twilio.register(app);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
  twilio.close();
});

const credentials = () => ({
  authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
});

describe('an account, as the deploy tools use it', () => {
  test('releases a plugin version: Flex loads the newest release’s configuration', async () => {
    const { plugins: plugin, pluginConfigurations, pluginReleases } = officialClient(url, authToken).flexApi.v1;
    await expect(plugin('p').fetch()).rejects.toMatchObject({ code: 20404 });
    await plugin.create({ uniqueName: 'p' });
    await plugin('p').update({ friendlyName: 'The plugin' });
    expect(await plugin.list()).toMatchObject([{ uniqueName: 'p', friendlyName: 'The plugin' }]);
    const { pluginVersions } = plugin('p');
    const pluginUrl = 'https://default-1234.twil.io/plugins/p/0.1.0/bundle.js';
    await expect(pluginVersions.create({ versionParam: 'one', pluginUrl })).rejects.toMatchObject({ status: 400 });
    const version = await pluginVersions.create({
      versionParam: '0.1.0',
      pluginUrl,
      changelog: 'First',
      private: true,
    });
    await expect(pluginVersions.create({ versionParam: '0.1.0', pluginUrl })).rejects.toMatchObject({ status: 409 });
    expect((await pluginVersions('latest').fetch()).version).toBe('0.1.0');
    expect(await pluginVersions.list()).toHaveLength(1);

    const plugins = [{ plugin_version: version.sid, phase: 3 }];
    const configuration = await pluginConfigurations.create({ name: 'one', plugins });
    expect(await pluginConfigurations.list()).toHaveLength(1);
    expect((await pluginConfigurations(configuration.sid).fetch()).name).toBe('one');
    expect(await pluginConfigurations(configuration.sid).plugins.list()).toMatchObject([{ uniqueName: 'p', phase: 3 }]);
    expect(releasedPlugins(twilio.deployed.plugins)).toEqual([]);
    const release = await pluginReleases.create({ configurationId: configuration.sid });
    expect((await pluginReleases('active').fetch()).sid).toBe(release.sid);
    expect(await pluginReleases.list()).toHaveLength(1);
    expect(releasedPlugins(twilio.deployed.plugins)).toMatchObject([{ version: { version: '0.1.0' } }]);
  });

  test('keeps what is written into Flex’s configuration, as a whole', async () => {
    const configuration = `${url}/__twilio/flex-api.twilio.com/v1/Configuration`;
    const serverless_service_sids = [`ZS${'1'.repeat(32)}`];
    const change = (body: string, contentType: string) =>
      fetch(configuration, { method: 'POST', headers: { ...credentials(), 'content-type': contentType }, body });
    // As an admin does, and as flex-plugin-scripts does.
    const ui_attributes = { discord_channel: { functions_url: 'https://x.twil.io' } };
    await change(JSON.stringify({ account_sid: accountSid, ui_attributes }), 'application/json');
    const form = new URLSearchParams({
      account_sid: accountSid,
      serverless_service_sids: serverless_service_sids[0] ?? '',
    });
    expect((await change(String(form), 'application/x-www-form-urlencoded')).ok).toBe(true);
    expect((await change('{"account_sid":"AC1"}', 'application/json')).status).toBe(400);
    const now = await (await fetch(configuration, { headers: credentials() })).json();
    expect(now).toMatchObject({ ui_attributes, serverless_service_sids });
  });

  test('publishes a flow that Studio would run, and refuses another', async () => {
    const { flows } = officialClient(url, authToken).studio.v2;
    const source = JSON.parse(
      readFileSync(join(__dirname, '../../../../serverless/studio/discord-channel.json'), 'utf8'),
    );
    const definition = renderFlow(source, {
      FUNCTIONS_URL: 'https://discord-channel-1234-dev.twil.io',
      FUNCTIONS_SERVICE_SID: `ZS${'1'.repeat(32)}`,
      FUNCTIONS_ENVIRONMENT_SID: `ZE${'1'.repeat(32)}`,
      ON_MESSAGE_FUNCTION_SID: `ZH${'1'.repeat(32)}`,
      OPEN_CASE_FUNCTION_SID: `ZH${'2'.repeat(32)}`,
      HANDOFF_FAILED_FUNCTION_SID: `ZH${'3'.repeat(32)}`,
      WORKFLOW_SID: world.twilio.workflow.sid,
      CHAT_CHANNEL_SID: world.twilio.taskChannel.sid,
    });
    await flows.create({ friendlyName: 'discord-channel', status: 'published', definition });
    await expect(flows.create({ friendlyName: 'x', status: 'published', definition: {} })).rejects.toThrow(/no states/);
    expect(twilio.deployed.flows).toMatchObject([{ status: 'published', friendly_name: 'discord-channel' }]);
  });

  test('knows itself, and nobody else', async () => {
    expect((await officialClient(url, authToken).api.v2010.accounts(accountSid).fetch()).sid).toBe(accountSid);
    const stranger = `AC${'9'.repeat(32)}`;
    await expect(officialClient(url, authToken).api.v2010.accounts(stranger).fetch()).rejects.toMatchObject({
      status: 404,
    });
  });

  test('takes a plugin for review as a form of three parts', async () => {
    const review = (...parts: string[]) => {
      const body = new FormData();
      for (const part of parts) body.set(part, 'x');
      const target = `${url}/__twilio/flex-plugin-upload.us1.twilio.com/v1/Plugin/Validate`;
      return fetch(target, { method: 'POST', headers: credentials(), body });
    };
    expect((await review('flex_ui_version', 'plugin_name', 'plugin_zip')).status).toBe(200);
    expect((await review('plugin_name', 'plugin_zip')).status).toBe(400);
  });
});
