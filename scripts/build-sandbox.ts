import { join } from 'node:path';
import { buildIfChanged } from './build-if-changed';

/** Builds the pages of the sandbox: the real Flex UI and the player's Discord. */
export async function buildSandbox(): Promise<void> {
  const { buildFlexDesktop } = await import('../sandbox/src/flex-desktop/build-flex-desktop');
  const { buildPlayerPage } = await import('../sandbox/src/player-page/build');
  const root = join(__dirname, '..');
  await buildIfChanged({
    name: 'the agent desktop (Flex UI from npm)',
    inputs: ['sandbox/src/flex-desktop', 'sandbox/src/world.ts'],
    output: 'sandbox/dist/flex-desktop',
    run: () => buildFlexDesktop(join(root, 'sandbox/dist/flex-desktop')),
  });
  await buildIfChanged({
    name: "the player's page",
    inputs: ['sandbox/src/player-page'],
    output: 'sandbox/dist/player-page',
    run: () => buildPlayerPage(join(root, 'sandbox/dist/player-page')),
  });
}
