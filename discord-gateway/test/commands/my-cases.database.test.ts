import { randomUUID } from 'node:crypto';
import { openCase } from '@discord-channel/case-management';
import { inTransaction } from '@discord-channel/database';
import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { applicationId, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
/** Cases outlive a test: each has players of its own. */
let playerNumber = 0;
let player = wumpus;
beforeEach(() => {
  relay = startRelay(database());
  playerNumber += 1;
  player = { ...wumpus, userId: String(310_000_000_000_000_000n + BigInt(playerNumber)) };
});

const asks = (locale = 'en-US'): DispatchMeaning => ({
  kind: 'command',
  call: {
    interactionId: '1163511247096184832',
    token: 'token',
    name: 'mycases',
    guildId: null,
    options: {},
    player: { ...player, locale },
  },
});

async function open(subject: string): Promise<void> {
  const origin = { ...player, applicationId, guildId: null, guildName: null, dmChannelId };
  const actor = { kind: 'player', id: player.userId, name: player.displayName } as const;
  const conversationSid = `CH${randomUUID().replaceAll('-', '')}`;
  await inTransaction(relay.pool, (db) =>
    openCase(db, { origin, conversationSid, subject, source: 'discord-dm', actor }),
  );
}

/** What the player reads: the answer's text, then the card's. */
async function answer(locale?: string): Promise<string> {
  await relay.receive(asks(locale));
  await relay.handleInbound();
  const [body] = relay.discord.answerBodies as { content: string; embeds?: { title: string; description: string }[] }[];
  const [card] = body?.embeds ?? [];
  return [body?.content, card?.title, card?.description].filter(Boolean).join('\n');
}

test('a player without cases reads that there are none', async () => {
  expect(await answer()).toBe('You have no cases with us.');
});

test('cases are listed newest first, with number, subject, status and dates; what a player wrote draws nothing', async () => {
  await open('the map');
  await open('@everyone `boo` [x](https://evil.example)');
  const said = await answer();
  expect(said).toMatch(
    /^Your cases\n\*\*#\d+\*\* · Open · `@everyone ˋbooˋ \[x\]\(https:\/\/evil\.example\)`\nOpened <t:\d+:d>/,
  );
  expect(said.indexOf('@everyone')).toBeLessThan(said.indexOf('the map'));
});

test('of more than ten the newest are listed, and how many more there are', async () => {
  for (let count = 0; count < 12; count += 1) await open(`${'x'.repeat(190)} ${count}`);
  const said = await answer();
  expect(said.match(/\*\*#/g)).toHaveLength(10);
  expect(said).toMatch(/… and 2 more$/);
  expect(said.length).toBeLessThan(4_096);
});

test('nobody sees the cases of somebody else', async () => {
  await open('mine');
  player = { ...player, userId: '319999999999999999' };
  expect(await answer()).toBe('You have no cases with us.');
});

test('the list is in the player’s language', async () => {
  await open('mapa');
  expect(await answer('pl')).toMatch(/^Twoje sprawy\n\*\*nr \d+\*\* · Otwarta · `mapa`\nOtwarta <t:/);
});
