import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Twilio's check of Flex tokens as far as the Functions ask for it: every token is an agent's, after 60 ms. */
export async function startTokenValidator(delayMs: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    request.resume();
    await wait(delayMs);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ valid: true, identity: 'agent_1', realm_user_id: 'agent_1@example.com', roles: ['agent'] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
