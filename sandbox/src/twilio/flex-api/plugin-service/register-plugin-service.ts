import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listPage } from '../../rest/list-page';
import { newSid } from '../../rest/new-sid';
import { type Account, readForm, readQuery, requireAccount } from '../../rest/serve-host';
import { invalidParameter, notFound, TwilioRestError } from '../../rest/twilio-rest-error';
import { pluginServiceUrl as base, describeResource } from './describe-resource';
import type { FlexPlugin, PluginState } from './plugin-state';
import { registerPluginConfigurations } from './register-plugin-configurations';

export interface PluginServiceDeps extends Account {
  state: PluginState;
}

/**
 * The plugin registry of flex-api.twilio.com, as `twilio flex:plugins:deploy` and `:release` use it.
 * https://www.twilio.com/docs/flex/developer/plugins/api
 */
export function registerPluginService(scope: FastifyInstance, deps: PluginServiceDeps): void {
  scope.addHook('preHandler', async (request) => {
    if (request.url.includes('/v1/PluginService/')) requireAccount(request, deps);
  });
  registerPlugins(scope, deps);
  registerVersions(scope, deps);
  registerPluginConfigurations(scope, deps);
}

/** The plugin that a path names, by SID or unique name. @throws TwilioRestError 20404. */
function findPlugin(state: PluginState, name: string): FlexPlugin {
  const plugin = state.plugins.find(({ sid, unique_name }) => sid === name || unique_name === name);
  if (!plugin) throw notFound(`/PluginService/Plugins/${name}`);
  return plugin;
}

function registerPlugins(scope: FastifyInstance, deps: PluginServiceDeps): void {
  const { state, accountSid } = deps;
  const json = (plugin: FlexPlugin) => ({
    ...plugin,
    ...describeResource(accountSid, `Plugins/${plugin.sid}`),
    archived: false,
    date_updated: new Date().toISOString(),
    links: { plugin_versions: `${base}/Plugins/${plugin.sid}/Versions` },
  });
  scope.get('/v1/PluginService/Plugins', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    return listPage('plugins', `${base}/Plugins`, state.plugins.map(json));
  });
  scope.post('/v1/PluginService/Plugins', async (request, reply) => {
    const form = readForm(request, ['UniqueName', 'FriendlyName', 'Description']);
    if (!form.UniqueName) throw invalidParameter('UniqueName is missing');
    if (state.plugins.some(({ unique_name }) => unique_name === form.UniqueName)) {
      throw new TwilioRestError(409, 20409, `The plugin ${form.UniqueName} exists already`);
    }
    const plugin = {
      sid: newSid('FP'),
      unique_name: form.UniqueName,
      friendly_name: form.FriendlyName || form.UniqueName,
      description: form.Description ?? '',
    };
    state.plugins.unshift(plugin);
    return reply.code(201).send(json(plugin));
  });
  scope.get('/v1/PluginService/Plugins/:plugin', async (request) => {
    return json(findPlugin(state, pluginName(request)));
  });
  scope.post('/v1/PluginService/Plugins/:plugin', async (request) => {
    const plugin = findPlugin(state, pluginName(request));
    const form = readForm(request, ['FriendlyName', 'Description']);
    plugin.friendly_name = form.FriendlyName ?? plugin.friendly_name;
    plugin.description = form.Description ?? plugin.description;
    return json(plugin);
  });
}

function registerVersions(scope: FastifyInstance, deps: PluginServiceDeps): void {
  const { state, accountSid } = deps;
  const path = '/v1/PluginService/Plugins/:plugin/Versions';
  const json = (version: PluginState['versions'][number]) => ({
    ...version,
    archived: false,
    validated: false,
    ...describeResource(accountSid, `Plugins/${version.plugin_sid}/Versions/${version.sid}`),
  });
  const versionsOf = (plugin: FlexPlugin) => state.versions.filter(({ plugin_sid }) => plugin_sid === plugin.sid);
  scope.get(path, async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    const plugin = findPlugin(state, pluginName(request));
    return listPage('plugin_versions', `${base}/Plugins/${plugin.sid}/Versions`, versionsOf(plugin).map(json));
  });
  scope.get(`${path}/:version`, async (request) => {
    const plugin = findPlugin(state, pluginName(request));
    const { version: wanted } = request.params as { version: string };
    const [latest] = versionsOf(plugin);
    const found =
      wanted === 'latest'
        ? latest
        : versionsOf(plugin).find(({ sid, version }) => sid === wanted || version === wanted);
    if (!found) throw notFound(`/PluginService/Plugins/${plugin.unique_name}/Versions/${wanted}`);
    return json(found);
  });
  scope.post(path, async (request, reply) => {
    const plugin = findPlugin(state, pluginName(request));
    const fields = ['Version', 'PluginUrl', 'Changelog', 'Private', 'CliVersion', 'ValidateStatus'];
    const form = readForm(request, fields);
    if (!/^\d+\.\d+\.\d+/.test(form.Version ?? '')) throw invalidParameter('Version is not a semantic version');
    if (!form.PluginUrl?.startsWith('https://')) throw invalidParameter('PluginUrl is not an https address');
    if (versionsOf(plugin).some(({ version }) => version === form.Version)) {
      throw new TwilioRestError(409, 20409, `The version ${form.Version} exists already`);
    }
    const version = {
      sid: newSid('FV'),
      plugin_sid: plugin.sid,
      version: form.Version ?? '',
      plugin_url: form.PluginUrl,
      changelog: form.Changelog ?? '',
      private: form.Private === 'true',
    };
    state.versions.unshift(version);
    return reply.code(201).send(json(version));
  });
}

const pluginName = (request: FastifyRequest) => (request.params as { plugin: string }).plugin;
