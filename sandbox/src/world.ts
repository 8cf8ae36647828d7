import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';

const bits = (...permissions: readonly bigint[]) => String(permissions.reduce((all, bit) => all | bit, 0n));

/** What every member of a new server may do, as far as anything here asks for it. */
const ofEveryone = bits(
  Permission.ViewChannel,
  Permission.SendMessages,
  Permission.SendMessagesInThreads,
  Permission.CreatePublicThreads,
  Permission.CreatePrivateThreads,
  Permission.EmbedLinks,
  Permission.AttachFiles,
  Permission.AddReactions,
  Permission.ReadMessageHistory,
  Permission.UseApplicationCommands,
);

/** What the invite link of `npm run setup:discord` grants, and nothing more. */
const ofBot = bits(
  Permission.ViewChannel,
  Permission.ManageChannels,
  Permission.ManageRoles,
  Permission.SendMessages,
  Permission.SendMessagesInThreads,
  Permission.CreatePublicThreads,
  Permission.CreatePrivateThreads,
  Permission.EmbedLinks,
  Permission.ReadMessageHistory,
  Permission.PinMessages,
);

/** A Twilio SID with a readable number, for the objects that an account is born with. */
const fixedSid = (prefix: string, number: number) => `${prefix}${number.toString(16).padStart(32, '0')}`;

/**
 * The world that the sandbox starts with: one Twilio account with a Flex project, one Discord server with a bot,
 * two agents, somebody who leads them, two players. Nothing here is a secret; secrets are made anew at every start (secrets.ts).
 */
export const world = {
  twilio: {
    accountSid: fixedSid('AC', 1),
    chatServiceSid: fixedSid('IS', 1),
    syncServiceSid: fixedSid('IS', 2),
    flexInstanceSid: fixedSid('GO', 1),
    workspaceSid: fixedSid('WS', 1),
    workflow: { sid: fixedSid('WW', 1), friendlyName: 'Assign to Anyone' },
    taskQueue: { sid: fixedSid('WQ', 1), friendlyName: 'Everyone' },
    /** Flex's task channel for messaging; Discord tasks travel on it. */
    taskChannel: { sid: fixedSid('TC', 1), uniqueName: 'chat' },
    studioFlowSid: fixedSid('FW', 1),
    /** The Functions as they would be deployed; the Studio flow names them. */
    functions: {
      serviceSid: fixedSid('ZS', 1),
      environmentSid: fixedSid('ZE', 1),
      onMessageSid: fixedSid('ZF', 1),
      openCaseSid: fixedSid('ZF', 2),
      handoffFailedSid: fixedSid('ZF', 3),
    },
    activities: [
      { sid: fixedSid('WA', 1), friendlyName: 'Offline', available: false },
      { sid: fixedSid('WA', 2), friendlyName: 'Available', available: true },
      { sid: fixedSid('WA', 3), friendlyName: 'Break', available: false },
    ],
    agents: [
      {
        workerSid: fixedSid('WK', 1),
        flexUserSid: fixedSid('FU', 1),
        /** Flex identities are the e-mail address with `_XX` escapes. */
        identity: 'kim_40example_2Ecom',
        friendlyName: 'kim@example.com',
        fullName: 'Kim',
        email: 'kim@example.com',
        roles: ['agent'],
      },
      {
        workerSid: fixedSid('WK', 2),
        flexUserSid: fixedSid('FU', 2),
        identity: 'noor_40example_2Ecom',
        friendlyName: 'noor@example.com',
        fullName: 'Noor',
        email: 'noor@example.com',
        roles: ['agent'],
      },
      {
        workerSid: fixedSid('WK', 3),
        flexUserSid: fixedSid('FU', 3),
        identity: 'supervisor_40example_2Ecom',
        friendlyName: 'supervisor@example.com',
        fullName: 'Supervisor',
        email: 'supervisor@example.com',
        roles: ['admin', 'supervisor'],
      },
    ],
  },
  discord: {
    application: { id: '100000000000000001', name: 'Support' },
    bot: { id: '100000000000000001', username: 'Support' },
    guild: {
      id: '200000000000000001',
      name: 'Wumpus Quest',
      ownerId: '300000000000000009',
      roles: [
        { id: '200000000000000001', name: '@everyone', permissions: ofEveryone },
        { id: '220000000000000001', name: 'Support', permissions: ofBot, ofBot: true },
        { id: '220000000000000002', name: 'Moderator', permissions: ofEveryone },
        { id: '220000000000000003', name: 'Admin', permissions: bits(Permission.Administrator) },
      ],
      channels: [
        { id: '210000000000000001', name: 'announcements', topic: 'Official news of the game.' },
        { id: '210000000000000002', name: 'bug-report', topic: 'File a bug report. Try the /bug slash command!' },
        {
          id: '210000000000000003',
          name: 'feature-request',
          topic: 'Share an idea. Try the /new_feature slash command!',
        },
        {
          id: '210000000000000004',
          name: 'customer-service',
          topic: 'Need help? Type /helpme to chat with us in private.',
        },
      ],
    },
    players: [
      { id: '300000000000000001', username: 'wumpus', globalName: 'Wumpus', locale: 'en-US' },
      { id: '300000000000000002', username: 'nelly', globalName: 'Nelly', locale: 'en-GB' },
    ],
  },
} as const;
