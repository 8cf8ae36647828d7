import { CDN } from '@discordjs/rest';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { readDispatch } from '../../src/inbound/read-dispatch';

const cdn = new CDN();
const user = { id: '300000000000000001', username: 'wumpus', global_name: 'Wumpus', avatar: null };
const wumpus = { userId: user.id, username: 'wumpus', displayName: 'Wumpus', avatarUrl: null, locale: null };
const direct = {
  id: '1573511247096184832',
  channel_id: '400000000000000001',
  author: user,
  type: 0,
  content: 'hi',
  attachments: [],
};

const read = (t: string, d: unknown) => readDispatch({ op: 0, s: 1, t, d } as unknown as GatewayDispatchPayload, cdn);

test('a DM of a player is a message', () => {
  expect(read('MESSAGE_CREATE', direct)).toEqual({
    kind: 'message',
    dmChannelId: direct.channel_id,
    player: wumpus,
    message: { discordId: direct.id, body: 'hi' },
  });
});

test.each([
  ['a bot, ourselves included', { author: { ...user, bot: true } }],
  ['a webhook', { webhook_id: '1' }],
  ['somebody in a server', { guild_id: '200000000000000001' }],
  ['Discord itself (a pin, a call)', { type: 6 }],
  ['Discord itself (somebody joined)', { type: 7 }],
  ['a command of ours', { type: 20 }],
  ['a type that nobody knows yet', { type: 9_999 }],
  ['somebody in a group DM', { channel_type: 3 }],
])('a message of %s is not relayed', (_name, fields) => {
  expect(read('MESSAGE_CREATE', { ...direct, ...fields })).toEqual({ kind: 'nothing' });
});

test('an edit is a change of the message', () => {
  const edited = { ...direct, content: 'hello', edited_timestamp: '2026-11-21T10:00:00+00:00' };
  expect(read('MESSAGE_UPDATE', edited)).toEqual({
    kind: 'change',
    dmChannelId: direct.channel_id,
    change: { kind: 'edit', messageId: direct.id, body: 'hello', attachmentIds: [], at: '2026-11-21T10:00:00.000Z' },
  });
});

test.each([
  ['a preview that Discord added', { edited_timestamp: null }],
  ['a bot’s message', { edited_timestamp: '2026-11-21T10:00:00Z', author: { ...user, bot: true } }],
  ['a message in a server', { edited_timestamp: '2026-11-21T10:00:00Z', guild_id: '200000000000000001' }],
])('an update is no change of a player for %s', (_name, fields) => {
  expect(read('MESSAGE_UPDATE', { ...direct, ...fields })).toEqual({ kind: 'nothing' });
});

test('a deletion in a DM is a change, one in a server is nothing', () => {
  const deleted = { id: direct.id, channel_id: direct.channel_id };
  expect(read('MESSAGE_DELETE', deleted)).toMatchObject({
    kind: 'change',
    change: { kind: 'delete', messageId: direct.id },
  });
  expect(read('MESSAGE_DELETE', { ...deleted, guild_id: '200000000000000001' })).toEqual({ kind: 'nothing' });
});

test('a reply is a message', () => {
  expect(read('MESSAGE_CREATE', { ...direct, type: 19 })).toMatchObject({ kind: 'message' });
});

test('a player without a display name goes by the user name, and an avatar is an address', () => {
  const author = { ...user, global_name: null, avatar: 'abc' };
  expect(read('MESSAGE_CREATE', { ...direct, author })).toMatchObject({
    player: {
      displayName: 'wumpus',
      avatarUrl: expect.stringMatching(/^https:\/\/.*\/avatars\/300000000000000001\/abc/),
    },
  });
});

test.each([
  ['\u202eevil\u202c', 'evil'],
  ['\u2066\u2069', 'wumpus'],
  ['', 'wumpus'],
])('a display name %j cannot turn the line around that it stands in', (global_name, displayName) => {
  expect(read('MESSAGE_CREATE', { ...direct, author: { ...user, global_name } })).toMatchObject({
    player: { displayName },
  });
});

const pressed = {
  id: '1573511247096184833',
  type: 3,
  token: 'token',
  locale: 'fr',
  user,
  channel: { id: direct.channel_id, type: 1 },
  data: { component_type: 2, custom_id: 'request-agent' },
  message: { components: [] },
};

test('the press of a button in the DM is a press, and tells the locale', () => {
  expect(read('INTERACTION_CREATE', pressed)).toMatchObject({
    kind: 'press',
    dmChannelId: direct.channel_id,
    token: 'token',
    player: { locale: 'fr' },
    message: { customId: 'request-agent' },
  });
});

test.each([
  ['in a server', { user: undefined, guild_id: '2', member: { user }, channel: { id: '1', type: 0 } }],
  ['of a menu', { data: { component_type: 3, custom_id: 'x', values: [] } }],
])('a press %s is not for the virtual agent', (_name, fields) => {
  expect(read('INTERACTION_CREATE', { ...pressed, ...fields })).toEqual({ kind: 'nothing' });
});

test('"Get help" pressed in a channel of the server is /helpme, asked for there', () => {
  const inServer = {
    ...pressed,
    user: undefined,
    guild_id: '200000000000000001',
    member: { user },
    channel: { id: '1', type: 0 },
    data: { component_type: 2, custom_id: 'server:get-help' },
  };
  expect(read('INTERACTION_CREATE', inServer)).toEqual({
    kind: 'command',
    call: {
      interactionId: pressed.id,
      token: 'token',
      name: 'helpme',
      guildId: '200000000000000001',
      options: {},
      player: { ...wumpus, locale: 'fr' },
    },
  });
});

test('a slash command in a server tells its user, its options and the server', () => {
  const given = {
    id: '1573511247096184834',
    type: 2,
    token: 'token',
    locale: 'en-GB',
    guild_id: '200000000000000001',
    member: { user },
    data: { type: 1, name: 'language', options: [{ type: 3, name: 'language', value: 'fr' }] },
  };
  expect(read('INTERACTION_CREATE', given)).toEqual({
    kind: 'command',
    call: {
      interactionId: given.id,
      token: 'token',
      name: 'language',
      guildId: given.guild_id,
      options: { language: 'fr' },
      player: { ...wumpus, locale: 'en-GB' },
    },
  });
});

const submitted = {
  id: '1573511247096184835',
  type: 5,
  token: 'token',
  locale: 'fr',
  guild_id: '200000000000000001',
  member: { user },
  data: {
    custom_id: 'command:bug',
    components: [
      { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'title', value: 'It broke\ud800' } },
      { type: 18, id: 3, component: { type: 4, id: 4, custom_id: 'steps', value: '' } },
      { type: 18, id: 5, component: { type: 3, id: 6, custom_id: 'platform', values: ['pc'] } },
      { type: 18, id: 7, component: { type: 3, id: 8, custom_id: 'other', values: [] } },
      { type: 10, id: 9 },
    ],
  },
};

test('what is handed in with the form of a command is a call of it, the fields being its options', () => {
  expect(read('INTERACTION_CREATE', submitted)).toEqual({
    kind: 'command',
    isSubmission: true,
    call: {
      interactionId: submitted.id,
      token: 'token',
      name: 'bug',
      guildId: submitted.guild_id,
      options: { title: 'It broke\ufffd', steps: '', platform: 'pc' },
      player: { ...wumpus, locale: 'fr' },
    },
  });
});

test('a form that is none of ours is not for us', () => {
  expect(read('INTERACTION_CREATE', { ...submitted, data: { custom_id: 'other', components: [] } })).toEqual({
    kind: 'nothing',
  });
});

test('an option is text that can be stored', () => {
  const data = { type: 1, name: 'bug', options: [{ type: 3, name: 'title', value: 'a\0b' }] };
  expect(read('INTERACTION_CREATE', { ...submitted, type: 2, data })).toMatchObject({
    call: { options: { title: 'a\ufffdb' } },
  });
});

test.each([
  ['GUILD_CREATE', { id: '2', name: 'Wumpus Quest' }, { kind: 'guild-seen', guildId: '2', name: 'Wumpus Quest' }],
  ['GUILD_CREATE', { id: '2', unavailable: true }, { kind: 'nothing' }],
  ['GUILD_UPDATE', { id: '2', name: 'New name' }, { kind: 'guild-seen', guildId: '2', name: 'New name' }],
  ['GUILD_DELETE', { id: '2' }, { kind: 'guild-left', guildId: '2' }],
  ['GUILD_DELETE', { id: '2', unavailable: true }, { kind: 'nothing' }],
  ['TYPING_START', {}, { kind: 'nothing' }],
])('%s %j', (type, data, meaning) => {
  expect(read(type, data)).toEqual(meaning);
});
