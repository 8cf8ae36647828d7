import assert from 'node:assert/strict';
import type { DeployedToTwilio } from '../twilio/create-twilio';
import { releasedPlugins } from '../twilio/flex-api/plugin-service/plugin-state';
import type { ResourceVersion } from '../twilio/serverless-api/serverless-state';

export interface DeployedPlugin {
  name: string;
  version: string;
  bundle: ResourceVersion;
}

const name = 'plugin-discord-channel';

/** The bundle of a version, in the build that is deployed. @throws AssertionError when it is not there. */
export function findPluginBundle({ serverless }: DeployedToTwilio, version: string): ResourceVersion {
  const path = `/plugins/${name}/${version}/bundle.js`;
  const live = serverless.environments.map(({ build_sid }) => build_sid);
  const bundle = serverless.builds
    .filter(({ sid }) => live.includes(sid))
    .flatMap(({ versions }) => versions)
    .find((asset) => asset.path === path);
  assert.ok(bundle, `no deployed build has the asset ${path}`);
  assert.equal(bundle.visibility, 'protected', 'anybody could read the plugin');
  assert.ok(bundle.content.includes('DiscordChannelPlugin'), `${path} is not the plugin`);
  return bundle;
}

export interface ExpectedPlugin {
  version: string;
  changelog: string;
  forbidden: readonly string[];
}

/** Checks what `twilio flex:plugins:deploy` and `:release` uploaded and registered. @throws AssertionError */
export function checkPlugin(deployed: DeployedToTwilio, expected: ExpectedPlugin): DeployedPlugin {
  const [plugin, ...others] = releasedPlugins(deployed.plugins);
  assert.ok(plugin && others.length === 0, 'the newest release does not hold exactly one plugin');
  assert.equal(plugin.plugin.unique_name, name);
  assert.equal(plugin.version.version, expected.version);
  assert.equal(plugin.version.changelog, expected.changelog);
  const bundle = findPluginBundle(deployed, expected.version);
  const url = new URL(plugin.version.plugin_url);
  assert.equal(url.pathname, bundle.path, 'the registered address is not where the bundle is');
  const environment = deployed.serverless.environments.find(({ domain_name }) => domain_name === url.host);
  assert.equal(environment?.service_sid, bundle.service_sid, 'the registered address is not of the plugin’s service');
  for (const text of expected.forbidden) {
    assert.ok(!bundle.content.includes(text), `the plugin contains "${text.slice(0, 12)}..."`);
  }
  return { name, version: expected.version, bundle };
}
