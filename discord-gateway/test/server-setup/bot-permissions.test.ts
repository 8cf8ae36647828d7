import { PermissionsBitField } from 'discord.js';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { botPermissions } from '../../src/server-setup/bot-permissions';
import { inviteLink, namePermissions, requiredPermissions } from '../../src/server-setup/required-permissions';

const { ViewChannel, SendMessages, PinMessages, Administrator } = PermissionFlagsBits;
const guildId = '200000000000000001';
const botId = '100000000000000001';
const bot = {
  botId,
  guildId,
  ownerId: '300000000000000009',
  botRoleIds: ['3'],
  roles: [
    { id: guildId, permissions: String(ViewChannel) },
    { id: '3', permissions: String(SendMessages) },
    { id: '4', permissions: String(PinMessages) },
  ],
};
const role = (id: string, allow: bigint, deny: bigint) => ({
  id,
  type: OverwriteType.Role,
  allow: String(allow),
  deny: String(deny),
});
const member = (allow: bigint, deny: bigint) => ({ ...role(botId, allow, deny), type: OverwriteType.Member });

test.each([
  ['its roles and those of everybody', [], ViewChannel | SendMessages],
  ['less where @everyone is denied', [role(guildId, 0n, ViewChannel)], SendMessages],
  ['more where its role is allowed', [role('3', PinMessages, 0n)], ViewChannel | SendMessages | PinMessages],
  ['nothing of a role that it does not have', [role('4', PinMessages, 0n)], ViewChannel | SendMessages],
  [
    'what its role allows before what @everyone is denied',
    [role('3', ViewChannel, 0n), role(guildId, 0n, ViewChannel)],
    ViewChannel | SendMessages,
  ],
  [
    'what it is itself allowed before what its role is denied',
    [member(SendMessages, 0n), role('3', 0n, SendMessages)],
    ViewChannel | SendMessages,
  ],
  ['not what it is itself denied', [member(0n, SendMessages), role('3', SendMessages, 0n)], ViewChannel],
])('the bot has %s', (_name, overwrites, expected) => {
  expect(namePermissions(botPermissions(bot, overwrites))).toEqual(namePermissions(expected));
});

test('an administrator and the owner have everything, whatever a channel denies', () => {
  const deny = [role(guildId, 0n, ViewChannel)];
  const roles = [...bot.roles, { id: '5', permissions: String(Administrator) }];
  expect(botPermissions({ ...bot, roles, botRoleIds: ['5'] }, deny)).toBe(PermissionsBitField.All);
  expect(botPermissions({ ...bot, ownerId: botId }, deny)).toBe(PermissionsBitField.All);
});

test('the invite link asks for the permissions that are needed, and not for Administrator', () => {
  const permissions = new URL(inviteLink(botId, guildId)).searchParams.get('permissions');
  expect(permissions).toBe(String(requiredPermissions));
  expect(requiredPermissions & Administrator).toBe(0n);
  expect(namePermissions(requiredPermissions)).toEqual(
    expect.arrayContaining(['Manage Channels', 'Manage Roles', 'Pin Messages', 'Embed Links']),
  );
});
