import { askPlayer, type FollowUp, lockFollowUp, settleQuestion } from '@discord-channel/case-management';
import { enqueueJob, inTransaction, type PoolClient } from '@discord-channel/database';
import { playerLanguage } from '@discord-channel/player-texts';
import { composeRating, composeReminder } from '../case-questions/compose-question';
import { nextQuestion } from '../case-questions/next-question';
import { noticeOfQuestion } from '../case-questions/question-notice';
import { openDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { readDmChannel, rememberPlayers } from '../store/dm-channels';
import { type PlayersDm, readPlayersDm } from '../store/players-dm';
import type { Effect, EffectDependencies } from './effect';

/** Milliseconds until another look while the player talks with an agent. The end of the chat is told besides. */
const chatGoesOnMs = 60_000;

type Followed = FollowUp & { player: NonNullable<FollowUp['player']> };

/**
 * Asks the player what is to be asked about a case by now: whether it is solved when nothing was heard of it for long,
 * how they liked it when it was closed. Runs after every change of the case, and asks for its own next run.
 */
export const followCase: Effect<'follow-case'> = async (deps, { caseId }) => {
  // Its own next run under the lock: one that was decided before a change must not put off what the change asks for.
  const due = await inTransaction(deps.pool, (db) => whatIsDue(deps, db, caseId));
  if (due) await ask(deps, due.followUp, due);
};

async function whatIsDue(
  { applicationId, caseReminderSeconds }: EffectDependencies,
  db: PoolClient,
  caseId: string,
): Promise<(Asking & { followUp: Followed }) | undefined> {
  const followUp = await lockFollowUp(db, caseId);
  if (!isOurs(followUp, applicationId)) return undefined;
  const dm = await readPlayersDm(db, followUp.player);
  const limits = { reminderAfterSeconds: caseReminderSeconds, lastSaidAt: dm?.lastSaidAt ?? null };
  const next = nextQuestion(followUp, limits);
  if (!next) return undefined;
  const { readAt } = followUp;
  const runAt = dm?.agentIsThere ? new Date(readAt.getTime() + chatGoesOnMs) : next.dueAt;
  if (runAt > readAt) {
    await enqueueJob(db, 'follow-case', { caseId }, { key: `follow:${caseId}`, runAt });
    return undefined;
  }
  const isDue = (now: FollowUp) => {
    const still = nextQuestion(now, limits);
    return still?.kind === next.kind && still.dueAt <= now.readAt;
  };
  return { followUp, kind: next.kind, dm, isDue };
}

function isOurs(followUp: FollowUp | undefined, applicationId: string): followUp is Followed {
  return followUp?.player?.applicationId === applicationId;
}

interface Asking {
  kind: 'reminder' | 'rating';
  dm: PlayersDm | undefined;
  isDue: (followUp: FollowUp) => boolean;
}

async function ask(deps: EffectDependencies, followUp: Followed, { kind, dm, isDue }: Asking): Promise<void> {
  const { pool } = deps;
  const { caseId, number, subject, player } = followUp;
  const opened = dm ? { kind: 'open' as const, dmChannelId: dm.dmChannelId } : await openDm(deps, followUp);
  if (opened.kind === 'refused') {
    const questionId = await inTransaction(pool, (db) => askPlayer(db, { caseId, kind, isDue }));
    if (questionId) await settleQuestion(pool, questionId, { kind: 'not-reached', code: opened.code });
    return;
  }
  const { dmChannelId } = opened;
  const { origin } = await readDmChannel(pool, dmChannelId);
  const language = playerLanguage(origin.locale);
  await inTransaction(pool, async (db) => {
    const questionId = await askPlayer(db, { caseId, kind, isDue });
    if (!questionId) return;
    const asked =
      kind === 'reminder'
        ? composeReminder(language, { questionId, number, subject, name: player.displayName })
        : composeRating(language, { questionId, number });
    const key = noticeOfQuestion(questionId);
    await enqueueJob(db, 'tell-player', { dmChannelId, key, ...asked }, { key });
  });
}

/** A player who has never written to the bot gets a DM. */
async function openDm(
  { pool, rest, applicationId }: EffectDependencies,
  { player }: Followed,
): Promise<{ kind: 'open'; dmChannelId: string } | { kind: 'refused'; code: string }> {
  try {
    const dmChannelId = await openDirectMessage(rest, player.userId);
    const { userId, username, displayName, avatarUrl, locale } = player;
    await rememberPlayers(pool, applicationId, [
      { dmChannelId, player: { userId, username, displayName, avatarUrl, locale } },
    ]);
    return { kind: 'open', dmChannelId };
  } catch (error) {
    const failure = discordFailure(error);
    if (failure?.kind !== 'refused') throw error;
    return { kind: 'refused', code: String(failure.code) };
  }
}
