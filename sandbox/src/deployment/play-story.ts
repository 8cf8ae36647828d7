import { join } from 'node:path';
import { checkStory } from '../../scenarios/check-story';
import { startSandbox } from '../start-sandbox';
import type { DeployedPlugin } from './check-plugin';

export interface PlayStoryOptions {
  /** Where the uploaded files were saved. */
  artefacts: string;
  plugin: DeployedPlugin;
  /** As it was published: it calls the Functions at their deployed address. */
  flow: unknown;
  deployedUrl: string;
  onProgress: (line: string) => void;
}

/** Plays the story in a sandbox that runs what was uploaded. @throws Error when a step of it fails. */
export async function playStory(options: PlayStoryOptions): Promise<void> {
  const { artefacts, plugin, flow, deployedUrl, onProgress } = options;
  const tell = (line: string) => onProgress(`       ${line}`);
  const sandbox = await startSandbox({
    port: 0,
    onProgress: tell,
    deployed: {
      functionsDirectory: join(artefacts, 'functions'),
      plugin: { name: plugin.name, version: plugin.version, folder: join(artefacts, 'plugin') },
      // What DNS does for twil.io: the deployed address leads to where the Functions run.
      flow: (functionsUrl) => JSON.parse(JSON.stringify(flow).replaceAll(deployedUrl, functionsUrl)),
    },
  });
  try {
    if ((await checkStory({ sandbox, onProgress: tell })) === 'failed') throw new Error('The story failed.');
  } finally {
    await sandbox.stop();
  }
}
