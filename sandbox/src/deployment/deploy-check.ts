import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createSecrets } from '../secrets';
import { cloneRepository } from './clone-repository';
import { deployFunctions } from './deploy-functions';
import { deployPlugin } from './deploy-plugin';
import { installDeployTools } from './install-deploy-tools';
import { playStory } from './play-story';
import { readDocumentedCommands } from './read-documented-commands';
import { runCommand } from './run-command';
import { saveArtefacts } from './save-artefacts';
import { type DeployTarget, startDeployTarget } from './start-deploy-target';

export interface DeployCheckResult {
  steps: number;
  passed: number;
  failed: number;
  /** Bytes that were uploaded, by the path that they are served at. */
  uploaded: Readonly<Record<string, number>>;
}

export interface DeployCheckOptions {
  onProgress: (line: string) => void;
  /** Without it no browser is needed; what was uploaded is looked at all the same. */
  withStory: boolean;
}

const root = join(__dirname, '../../..');

/**
 * Deploys a clean clone with the official tools to an emulated account, looks at what has arrived there, and plays
 * the story on it. Ends at the first step that fails: each rests on the one before.
 */
export async function deployCheck({ onProgress, withStory }: DeployCheckOptions): Promise<DeployCheckResult> {
  const result = { steps: withStory ? 10 : 9, passed: 0, failed: 0, uploaded: {} as Record<string, number> };
  const work = mkdtempSync(join(tmpdir(), 'deploy-check-'));
  const artefacts = join(root, '.sandbox', `deployed-${process.pid}`);
  const clone = join(work, 'clone');
  const home = join(work, 'home');
  const logFile = join(root, '.sandbox', `deploy-check-${process.pid}.log`);
  mkdirSync(home);
  mkdirSync(artefacts, { recursive: true });
  const logger = pino({ level: 'warn', base: undefined }, pino.destination({ dest: logFile, sync: true }));
  const authToken = createSecrets().twilioAuthToken;
  let target: DeployTarget | undefined;

  const step = async <T>(title: string, run: () => Promise<T>): Promise<T> => {
    const started = Date.now();
    const seconds = () => `(${((Date.now() - started) / 1000).toFixed(1)} s)`;
    try {
      const value = await run();
      result.passed += 1;
      onProgress(`ok     ${title} ${seconds()}`);
      return value;
    } catch (error) {
      onProgress(`FAILED ${title} ${seconds()}`);
      throw error;
    }
  };

  try {
    const toolsFolder = await step('the official tools are installed', () => installDeployTools(onProgress));
    await step('a clean clone is installed', async () => {
      const missing = await cloneRepository(clone);
      if (missing) onProgress(`       Without ${missing}: what is deployed is HEAD.`);
    });
    const commands = readDocumentedCommands(join(clone, 'docs/admin-guide.md'));
    const deployTo = await startDeployTarget({ toolsFolder, home, authToken, logger });
    target = deployTo;
    const run = (command: string, folder = clone) =>
      runCommand(command, { folder, environment: deployTo.environment, logFile });
    const context = {
      clone,
      commands,
      run,
      target: deployTo,
      authToken,
      forbidden: [authToken, work, root, 'SANDBOX_'],
    };

    await step('the clone builds', () => run(commands.find('npm run build')));
    const { functions, flow } = await deployFunctions({ ...context, step });
    const plugin = await deployPlugin({ ...context, step });
    await step('the tools asked for nothing that the account does not know', async () => {
      assert.deepEqual(deployTo.twilio.snapshot().unhandled, []);
      const refused = deployTo.refusedHosts();
      if (refused.length > 0) onProgress(`       They also asked for, and did not reach: ${refused.join(', ')}`);
    });
    for (const { path, content } of [...functions.versions, plugin.bundle]) result.uploaded[path] = content.length;
    saveArtefacts(artefacts, functions, plugin);
    if (!withStory) return result;
    await step('the story plays on what was uploaded', () =>
      playStory({ artefacts, plugin, flow, deployedUrl: `https://${functions.domain}`, onProgress }),
    );
  } catch (error) {
    result.failed += 1;
    onProgress(`${(error as Error).message}\nLog of the tools: ${logFile}`);
  } finally {
    await target?.close();
    rmSync(work, { recursive: true, force: true });
    rmSync(artefacts, { recursive: true, force: true });
  }
  return result;
}
