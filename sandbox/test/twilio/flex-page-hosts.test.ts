import fastify from 'fastify';
import { registerFlexPageHosts } from '../../src/twilio/flex-page/register-flex-page-hosts';
import { createUnhandledRequests } from '../../src/twilio/rest/unhandled-requests';
import { watch } from '../watched-emulators';

test("what Flex UI's page loads beside the APIs is there, and is nothing", async () => {
  const app = fastify();
  const unhandled = createUnhandledRequests();
  watch({ unhandled: unhandled.list, forget: unhandled.reset, routes: unhandled.routes });
  registerFlexPageHosts(app, { unhandled });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const sizeOf = async (target: string) =>
    (await (await fetch(`${origin}/__twilio/${target}`)).arrayBuffer()).byteLength;
  expect(await sizeOf('media.twiliocdn.com/sdk/js/client/sounds/releases/1.0/incoming.mp3')).toBe(0);
  expect(await sizeOf('assets.twilio.com/public_assets/paste-fonts/1.5.1/fonts.css')).toBe(0);
  await app.close();
});
