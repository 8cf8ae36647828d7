import { DiscordAPIError } from '@discordjs/rest';
import { createLogger } from '../src/create-logger';

test('an error is logged without the request that it carries', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  const error = new DiscordAPIError(
    { message: 'Cannot send messages to this user', code: 50007 },
    50007,
    403,
    'PATCH',
    'https://discord.com/api/v10/webhooks/1/interaction-token/messages/@original',
    { body: { content: 'what the player wrote' }, files: undefined },
  );
  logger.warn({ err: error }, 'could not deliver');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: 50007, status: 403 } });
  expect(lines[0]).not.toMatch(/interaction-token|what the player wrote/);
});
