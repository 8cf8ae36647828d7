import { z } from 'zod';
import { conversationSid, snowflake, taskSid } from './identifiers';
import { bugReport } from './reports';

export const caseStatus = z.enum(['open', 'elevated', 'closed']);
export type CaseStatus = z.infer<typeof caseStatus>;

export const caseSource = z.enum(['discord-dm', 'bug-command', 'agent', 'other-channel']);
export type CaseSource = z.infer<typeof caseSource>;

export const casePriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type CasePriority = z.infer<typeof casePriority>;

/** Who did something: an agent (Flex identity), the player, or the system itself. */
export const actor = z.object({
  kind: z.enum(['agent', 'player', 'system']),
  /** Flex worker identity or Discord user id; the component's name for the system. */
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
});
export type Actor = z.infer<typeof actor>;

export const caseNote = z.object({ id: z.uuid(), text: z.string(), author: actor, createdAt: z.iso.datetime() });
export type CaseNote = z.infer<typeof caseNote>;

/** The player behind a case, as Discord knows them. */
export const discordContact = z.object({
  userId: snowflake,
  username: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  guildId: snowflake.nullable(),
  guildName: z.string().nullable(),
  locale: z.string().nullable(),
});
export type DiscordContact = z.infer<typeof discordContact>;

/** Where a case was talked about: a conversation, a task, or the two together. */
export const caseLink = z.object({
  conversationSid: conversationSid.nullable(),
  taskSid: taskSid.nullable(),
  channel: z.string(),
  linkedAt: z.iso.datetime(),
});
export type CaseLink = z.infer<typeof caseLink>;

/** A case as the panel shows it. */
export const caseView = z.object({
  id: z.uuid(),
  /** The number that people say: "Your case id is 1042." */
  number: z.number().int().positive(),
  subject: z.string(),
  status: caseStatus,
  source: caseSource,
  priority: casePriority,
  category: z.string().nullable(),
  tags: z.array(z.string()),
  /** The agent who looks after it. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The day on which somebody should look at it again, as YYYY-MM-DD. */
  followUpOn: z.iso.date().nullable(),
  /** What it holds in the fields that the team defined, by their ids. */
  customValues: z.record(z.uuid(), z.string()),
  /** Only while it is elevated. */
  elevationReason: z.string().nullable(),
  /** Only while it is closed. */
  resolution: z.string().nullable(),
  /** How satisfied the player was with it when it was last closed, 1 to 5. */
  csatScore: z.number().int().min(1).max(5).nullable(),
  /** Raised by every change; a change names the version it was made on. */
  version: z.number().int().positive(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  contact: z.object({
    id: z.uuid(),
    /** Raised by every change of the fields below; Discord's own identity changes without it. */
    version: z.number().int().positive(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    labels: z.array(z.string()),
    notes: z.string().nullable(),
    /** How people call the contact: Discord's display name, or what another channel or an agent told. */
    name: z.string(),
    customValues: z.record(z.uuid(), z.string()),
    discord: discordContact.nullable(),
    /** Who it is in other channels. */
    identities: z.array(z.object({ channel: z.string(), address: z.string() })),
  }),
  conversationSids: z.array(conversationSid),
  /** Conversations and tasks that it was talked about in, oldest first. */
  links: z.array(caseLink),
  /** What the player filled in with /bug; null for a case that began otherwise. */
  report: bugReport.nullable(),
  /** Oldest first. */
  notes: z.array(caseNote),
});
export type CaseView = z.infer<typeof caseView>;

/** The contact of a case, or one without a case. */
export const contactView = caseView.shape.contact;
export type ContactView = z.infer<typeof contactView>;

/** A case in a list. */
export const caseSummary = caseView
  .pick({ id: true, number: true, subject: true, status: true, source: true, createdAt: true })
  .extend({ playerName: z.string() });
export type CaseSummary = z.infer<typeof caseSummary>;

/** An idea of a player, given with /new_feature. */
export const featureRequest = z.object({
  id: z.uuid(),
  /** Counted apart from cases. */
  number: z.number().int().positive(),
  title: z.string(),
  description: z.string(),
  createdAt: z.iso.datetime(),
  player: discordContact,
});
export type FeatureRequest = z.infer<typeof featureRequest>;

/** Limits told to people at the field. Lengths in UTF-16 units. */
export const caseLimits = {
  subject: 200,
  note: 5_000,
  category: 60,
  tag: 40,
  /** How many tags a case, or labels a contact, has at most. */
  tags: 20,
  /** Of what a custom field of a case or contact holds. */
  customText: 500,
  /** Of a reason to elevate, and of a resolution. */
  reason: 1_000,
} as const;
