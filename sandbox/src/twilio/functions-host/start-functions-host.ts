import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readFunctionVisibility, type Visibility } from './function-visibility';
import { startTwilioRun } from './start-twilio-run';
import { isSignedByTwilio } from './verify-signature';

export interface FunctionsHostOptions {
  /** The Functions' project: where its package.json lies. */
  baseDirectory: string;
  /** Relative to it; built already. Default `dist/functions`. */
  functionsFolder?: string;
  /** Default `dist/assets`. */
  assetsFolder?: string;
  accountSid: string;
  authToken: string;
  /** Further variables of the Functions' context: DATABASE_URL and the like. */
  environment: Readonly<Record<string, string>>;
  /** Where the emulated Twilio listens: `https://X.twilio.com` of the Functions' client leads there. */
  twilioUrl: string;
  /** 0, the default, takes a free one. */
  port?: number;
  logger: Logger;
}

export interface FunctionsHost {
  /** Where the Functions are, as their callers know it: signatures are made over this. */
  url: string;
  stop(): Promise<void>;
}

/** What Functions may take in the cloud. */
const limitMs = 10_000;
const maxBodyBytes = 6 * 1_024 * 1_024;

const refusals = {
  // To the letter what the cloud answers.
  unsigned:
    'Unauthorized - you are not authorized to perform this action. Your signature does not match the expected signature.',
  private: 'Forbidden - this Function is private.',
  timeout: 'Runtime application timed out',
  tooLarge: 'Payload Too Large',
} as const;

/**
 * Runs built Functions as Twilio's cloud does: `twilio-run` behind a front that lets only signed requests to
 * `.protected` Functions, nobody to `.private` ones, and gives each ten seconds.
 */
export async function startFunctionsHost(options: FunctionsHostOptions): Promise<FunctionsHost> {
  const { baseDirectory, functionsFolder = 'dist/functions', assetsFolder = 'dist/assets', logger } = options;
  const visibility = await readFunctionVisibility(join(baseDirectory, functionsFolder));
  const runtime = await startTwilioRun({
    baseDirectory,
    functionsFolder,
    assetsFolder,
    environment: { ...options.environment, ACCOUNT_SID: options.accountSid, AUTH_TOKEN: options.authToken },
    processEnvironment: {
      NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, '../../network/redirect-twilio.cjs'))}`,
      SANDBOX_TWILIO_URL: options.twilioUrl,
    },
    logger,
  });

  let url = '';
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'the Functions host failed to answer');
      if (!response.headersSent) refuse(response, 500, 'Internal Server Error');
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!body) return refuse(response, 413, refusals.tooLarge);
    const allowed = request.method === 'OPTIONS' || isAllowed(visibilityOf(request), request, body);
    if (allowed === true) return forward(runtime.port, request, body, response);
    refuse(response, 403, visibilityOf(request) === 'private' ? refusals.private : refusals.unsigned);
  }

  function visibilityOf(request: IncomingMessage): Visibility {
    return visibility.get((request.url ?? '/').replace(/\?.*$/, '')) ?? 'public';
  }

  function isAllowed(required: Visibility, request: IncomingMessage, body: Buffer): boolean {
    if (required !== 'protected') return required === 'public';
    return isSignedByTwilio(options.authToken, { url: `${url}${request.url}`, headers: request.headers, body });
  }

  try {
    url = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', () => {
        const address = server.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
      });
    });
  } catch (error) {
    await runtime.stop();
    throw error;
  }
  return {
    url,
    async stop() {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), runtime.stop()]);
    },
  };
}

/** The whole body; undefined when it is larger than the cloud takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks);
}

function forward(port: number, incoming: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answered) => {
        clearTimeout(timer);
        response.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(response).on('close', resolve);
      },
    );
    const timer = setTimeout(() => {
      refuse(response, 504, refusals.timeout);
      outgoing.destroy();
    }, limitMs);
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      if (!response.headersSent) refuse(response, 502, error.message);
      resolve();
    });
    outgoing.end(body);
  });
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}
