import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Logger } from 'pino';
import { createTestCertificate } from '../network/create-test-certificate';
import { registerPackageRegistry } from '../network/register-package-registry';
import { startTwilioProxy } from '../network/start-twilio-proxy';
import { createApp } from '../servers/create-app';
import { listen } from '../servers/listen';
import { createTwilio, type TwilioEmulator } from '../twilio/create-twilio';
import { world } from '../world';

export interface DeployTarget {
  twilio: TwilioEmulator;
  /** The whole environment of the tools: nothing of this machine's user is in it but PATH. */
  environment: Readonly<Record<string, string>>;
  /** Hosts that a tool asked for beside Twilio's; none was reached. */
  refusedHosts(): readonly string[];
  close(): Promise<void>;
}

export interface DeployTargetOptions {
  toolsFolder: string;
  /** An empty folder that becomes the tools' HOME. */
  home: string;
  authToken: string;
  logger: Logger;
}

const plugins = ['@twilio-labs/plugin-serverless', '@twilio-labs/plugin-flex'];

/** An emulated Twilio account, and an environment in which the official tools take it for the real one. */
export async function startDeployTarget(options: DeployTargetOptions): Promise<DeployTarget> {
  const { toolsFolder, home, authToken, logger } = options;
  const twilio = createTwilio({ authToken, logger });
  const app = createApp(logger);
  await twilio.register(app);
  registerPackageRegistry(app, toolsFolder);
  const server = await listen(app, 0, [twilio]);
  const certificate = createTestCertificate(toolsFolder);
  const proxy = await startTwilioProxy({ certificate, app });
  const certificateFile = join(home, 'twilio.pem');
  writeFileSync(certificateFile, certificate.certificate);
  linkPlugins(home, toolsFolder);
  return {
    twilio,
    environment: {
      PATH: [join(toolsFolder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      HOME: home,
      HTTP_PROXY: proxy.address,
      HTTPS_PROXY: proxy.address,
      NODE_EXTRA_CA_CERTS: certificateFile,
      npm_config_registry: `${server.address}/__npm/`,
      TWILIO_ACCOUNT_SID: world.twilio.accountSid,
      TWILIO_AUTH_TOKEN: authToken,
    },
    refusedHosts: proxy.refusedHosts,
    async close() {
      await proxy.close();
      await server.close();
      twilio.close();
    },
  };
}

/** What `twilio plugins:link` writes, without its look-ups on the network. */
function linkPlugins(home: string, toolsFolder: string): void {
  const folder = join(home, '.twilio-cli');
  mkdirSync(folder, { recursive: true });
  const linked = plugins.map((name) => ({ name, type: 'link', root: join(toolsFolder, 'node_modules', name) }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, oclif: { schema: 1, plugins: linked } }));
}
