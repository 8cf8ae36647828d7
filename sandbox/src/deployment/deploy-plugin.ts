import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkPlugin, type DeployedPlugin, findPluginBundle } from './check-plugin';
import type { DeployContext } from './deploy-context';

/** The plugin by both official ways: the bare upload, and the registered version with its release. */
export async function deployPlugin(context: DeployContext): Promise<DeployedPlugin> {
  const { commands, run, target, step, clone, forbidden } = context;
  await step('flex-plugin deploy uploads the plugin', async () => {
    await run(commands.find('cd plugin-discord-channel && SKIP_CREDENTIALS_SAVING=true npx flex-plugin deploy'));
    const bundle = findPluginBundle(target.twilio.deployed, '0.0.0');
    for (const text of forbidden) assert.ok(!bundle.content.includes(text), 'the plugin contains what it must not');
    // The tool writes its version into package.json.
    await run('git checkout --quiet plugin-discord-channel/package.json');
  });
  return step('twilio flex:plugins:deploy and :release register it', async () => {
    const folder = join(clone, 'plugin-discord-channel');
    const deploy = commands.find('twilio flex:plugins:deploy');
    await run(deploy, folder);
    await run(commands.find('twilio flex:plugins:release'), folder);
    const [, version = ''] = /--version (\S+)/.exec(deploy) ?? [];
    const [, changelog = ''] = /--changelog "(.*?)"/.exec(deploy) ?? [];
    return checkPlugin(target.twilio.deployed, { version, changelog, forbidden });
  });
}
