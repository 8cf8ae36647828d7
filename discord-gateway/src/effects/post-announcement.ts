import { type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { findPosted } from '../announcements/find-posted';
import { presentAnnouncement } from '../announcements/present-announcement';
import { discordFailure } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import { channelKey } from '../server-setup/object-keys';
import {
  finishAnnouncement,
  markAnnouncementAttempted,
  readAnnouncements,
  type StoredAnnouncement,
  saveAnnouncementProblem,
} from '../store/announcements';
import { readServerObjects } from '../store/server-objects';
import type { Effect, EffectDependencies } from './effect';

/** Refusals that an admin of the server can mend: the announcement goes on waiting. */
const mendable: ReadonlyMap<number, string> = new Map([
  [RESTJSONErrorCodes.MissingAccess, 'The bot does not see the announcements channel.'],
  [RESTJSONErrorCodes.MissingPermissions, 'The bot may not write in the announcements channel.'],
  [RESTJSONErrorCodes.UnknownChannel, 'The announcements channel is gone.'],
]);
const mend = 'Run `npm run setup:discord`: it says what is missing.';

/**
 * Posts an announcement, once: by its nonce, and after an attempt whose outcome is unknown by looking for it.
 * @throws what the Discord client throws, for the job to be repeated.
 */
export const postAnnouncement: Effect<'post-announcement'> = async (deps, { guildId, announcementId }) => {
  const { pool, applicationId, logger } = deps;
  const [announcement] = await readAnnouncements(pool, { applicationId, guildId, id: announcementId });
  if (announcement?.state !== 'waiting') return;
  try {
    const message = await post(deps, announcement);
    await finishAnnouncement(pool, announcement, message);
    logger.info({ announcementId, ...message }, 'announced');
  } catch (error) {
    const failure = discordFailure(error);
    const reason = failure?.kind === 'refused' ? mendable.get(failure.code) : undefined;
    const final = failure?.kind === 'refused' && reason === undefined;
    const why = reason ? `${reason} ${mend}` : `Discord: ${failure?.code ?? 'no answer'}.`;
    await saveAnnouncementProblem(pool, announcement, { state: final ? 'failed' : 'waiting', problem: why });
    if (!final) throw error;
    logger.error({ err: error, announcementId }, 'Discord refuses an announcement');
  }
};

async function post({ pool, rest, applicationId }: EffectDependencies, announcement: StoredAnnouncement) {
  const { guildId, id, content } = announcement;
  const channelId = (await readServerObjects(pool, { applicationId, guildId })).get(
    channelKey('announcements'),
  )?.discordId;
  if (!channelId) throw new Error(`server ${guildId} has no announcements channel any more`);
  const posted = await findPosted({ pool, rest }, channelId, announcement);
  if (posted !== undefined) return { channelId, messageId: posted };
  await markAnnouncementAttempted(pool, announcement);
  const nonce = messageNonce(`announcement:${guildId}:${id}`, 0);
  const body = { ...presentAnnouncement(content), nonce, enforce_nonce: true };
  const message = (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
  return { channelId, messageId: message.id };
}
