import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPage } from '../../rest/list-page';
import { newSid } from '../../rest/new-sid';
import { readQuery } from '../../rest/serve-host';
import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import { pluginServiceUrl as base, describeResource } from './describe-resource';
import type { FlexPluginConfiguration, PluginState } from './plugin-state';
import type { PluginServiceDeps } from './register-plugin-service';

const fields = ['Name', 'Plugins', 'Description'];
const chosenPlugin = z.strictObject({ plugin_version: z.string(), phase: z.number().int().default(3) });

/** Which versions belong together (configurations), and which of these Flex loads (releases). */
export function registerPluginConfigurations(scope: FastifyInstance, deps: PluginServiceDeps): void {
  const { state, accountSid } = deps;
  const configurationJson = ({ plugins, ...configuration }: FlexPluginConfiguration) => ({
    ...configuration,
    ...describeResource(accountSid, `Configurations/${configuration.sid}`),
    archived: false,
    links: { plugins: `${base}/Configurations/${configuration.sid}/Plugins` },
  });
  const find = (sid: string) => {
    const found = state.configurations.find((known) => known.sid === sid);
    if (!found) throw notFound(`/PluginService/Configurations/${sid}`);
    return found;
  };
  scope.get('/v1/PluginService/Configurations', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    return listPage('configurations', `${base}/Configurations`, state.configurations.map(configurationJson));
  });
  scope.post('/v1/PluginService/Configurations', async (request, reply) => {
    const form = new URLSearchParams(String(request.body ?? ''));
    const unknown = [...form.keys()].find((name) => !fields.includes(name));
    if (unknown) throw invalidParameter(`Unknown parameter ${unknown}`);
    const name = form.get('Name');
    if (!name) throw invalidParameter('Name is missing');
    const configuration = {
      sid: newSid('FJ'),
      name,
      description: form.get('Description') ?? '',
      plugins: form.getAll('Plugins').map((text) => choose(state, text)),
    };
    state.configurations.unshift(configuration);
    return reply.code(201).send(configurationJson(configuration));
  });
  scope.get<{ Params: { sid: string } }>('/v1/PluginService/Configurations/:sid', async ({ params }) =>
    configurationJson(find(params.sid)),
  );
  scope.get<{ Params: { sid: string } }>('/v1/PluginService/Configurations/:sid/Plugins', async ({ params }) => {
    const { sid, plugins } = find(params.sid);
    const items = plugins.map(({ plugin, version, phase }) => ({
      configuration_sid: sid,
      plugin_sid: plugin.sid,
      plugin_version_sid: version.sid,
      unique_name: plugin.unique_name,
      friendly_name: plugin.friendly_name,
      description: plugin.description,
      plugin_archived: false,
      version: version.version,
      plugin_url: version.plugin_url,
      changelog: version.changelog,
      private: version.private,
      plugin_version_archived: false,
      phase,
      ...describeResource(accountSid, `Configurations/${sid}/Plugins/${plugin.sid}`),
    }));
    return listPage('plugins', `${base}/Configurations/${sid}/Plugins`, items);
  });
  const releaseJson = (release: PluginState['releases'][number]) => ({
    ...release,
    ...describeResource(accountSid, `Releases/${release.sid}`),
  });
  scope.get('/v1/PluginService/Releases', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    return listPage('releases', `${base}/Releases`, state.releases.map(releaseJson));
  });
  scope.get<{ Params: { sid: string } }>('/v1/PluginService/Releases/:sid', async ({ params: { sid } }) => {
    const release = sid === 'active' ? state.releases[0] : state.releases.find((known) => known.sid === sid);
    if (!release) throw notFound(`/PluginService/Releases/${sid}`);
    return releaseJson(release);
  });
  scope.post('/v1/PluginService/Releases', async (request, reply) => {
    const form = new URLSearchParams(String(request.body ?? ''));
    const configuration = find(form.get('ConfigurationId') ?? '');
    const release = { sid: newSid('FK'), configuration_sid: configuration.sid };
    state.releases.unshift(release);
    return reply.code(201).send(releaseJson(release));
  });
}

function choose(state: PluginState, text: string): FlexPluginConfiguration['plugins'][number] {
  const { plugin_version, phase } = chosenPlugin.parse(JSON.parse(text));
  const version = state.versions.find(({ sid }) => sid === plugin_version);
  const plugin = state.plugins.find(({ sid }) => sid === version?.plugin_sid);
  if (!version || !plugin) throw invalidParameter(`There is no plugin version ${plugin_version}`);
  return { plugin, version, phase };
}
