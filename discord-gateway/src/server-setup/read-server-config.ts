import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type ServerConfig, serverConfig } from './server-config';
import { ServerSetupError } from './server-setup-error';

const example = 'discord-gateway/discord-server.example.json';

/**
 * Reads the file that says how a server shall look.
 * @throws ServerSetupError `invalid-config` naming the file and what is wrong in it.
 */
export async function readServerConfig(file: string): Promise<ServerConfig> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw invalid(`${file} cannot be read. Copy ${example} to it and put your server's id in.`, cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw invalid(`${file} is not JSON: ${(cause as Error).message}`, cause);
  }
  const parsed = serverConfig.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalid(`${file} is not a configuration of a server:\n${z.prettifyError(parsed.error)}\nSee ${example}.`);
}

function invalid(message: string, cause?: unknown): ServerSetupError {
  return new ServerSetupError('invalid-config', message, { cause });
}
