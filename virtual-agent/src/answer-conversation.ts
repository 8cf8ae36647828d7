import { randomUUID } from 'node:crypto';
import { isPlayerIdentity, parseMessageAttributes, playerIdentity } from '@discord-channel/contracts';
import { answerMessage } from './answer-message';
import { askForAnotherLook } from './ask-for-another-look';
import { endGoneConversation } from './end-gone-conversation';
import { answerWhileAway } from './hours/answer-while-away';
import { findAway } from './hours/find-away';
import { ConversationGoneError, type ConversationMessage, type VirtualAgentDependencies } from './ports';
import type { Conversation } from './store/conversation';
import { releaseIfQuiet, releaseLease, takeLease } from './store/lease';
import { recordHandoffRequest } from './store/record-answer';
import { readTurn, topicOf } from './turn/read-turn';

/** `answered`: nothing left to say. `handoff`: the player asked for an agent. `ignored`: not the bot's turn, or somebody else is at it. */
export type AnswerOutcome = 'answered' | 'handoff' | 'ignored';

/**
 * The virtual agent's turn: answers every message of the player that has no answer yet, in order, and looks again
 * before it returns. Called by the Studio flow for each message, and by the worker for what the flow missed. Safe to
 * call at any time, from several processes: one holds the lease, the others leave it a wish to look again.
 * @throws what Twilio or the database threw, after a second try. Nothing is lost by it: what was answered is written
 * down, and the next call goes on from there.
 */
export async function answerConversation(
  dependencies: VirtualAgentDependencies,
  conversationSid: string,
): Promise<AnswerOutcome> {
  const { database, logger } = dependencies;
  const holder = randomUUID();
  const lease = await takeLease(database, conversationSid, holder);
  if (lease.kind === 'not-ours') return 'ignored';
  if (lease.kind === 'held') {
    // The holder looks again before it lets go. Should it die instead, this job does.
    await askForAnotherLook(database, conversationSid, lease.until);
    return 'ignored';
  }
  try {
    return await answerUntilQuiet(dependencies, lease.conversation, holder);
  } catch (error) {
    if (error instanceof ConversationGoneError) {
      logger.warn({ conversationSid }, 'the conversation was closed while the player was being answered');
      await endGoneConversation(database, conversationSid);
      return 'ignored';
    }
    await releaseLease(database, conversationSid, holder).catch((releaseError: Error) =>
      logger.warn({ conversationSid, err: releaseError }, 'the lease could not be released and has to run out'),
    );
    throw error;
  }
}

async function answerUntilQuiet(
  dependencies: VirtualAgentDependencies,
  taken: Conversation,
  holder: string,
): Promise<AnswerOutcome> {
  const { database, twilio, logger, monotonicNow, answerBudgetMs } = dependencies;
  const { conversationSid } = taken;
  const deadline = monotonicNow() + answerBudgetMs;
  let conversation = taken;
  let triesLeft = 2;
  for (;;) {
    if (conversation.handoffRequested) {
      await releaseLease(database, conversationSid, holder);
      return 'handoff';
    }
    try {
      const messages = await twilio.listMessagesAfter(conversationSid, conversation.lastAnsweredIndex);
      const unanswered = messages.filter((message) => wantsAnswer(message, conversation));
      for (const message of unanswered) {
        if (monotonicNow() >= deadline) {
          await askForAnotherLook(database, conversationSid);
          await releaseLease(database, conversationSid, holder);
          return 'answered';
        }
        const turn = readTurn(message);
        const topic = topicOf(turn);
        if (turn.kind === 'agent-request') {
          const away = await findAway(database, conversation);
          if (away) {
            await answerWhileAway(dependencies, { conversation, message, topic, messages, away });
            conversation = { ...conversation, lastAnsweredIndex: message.index };
            continue;
          }
          const request = { conversationSid, holder, index: message.index, topic };
          return (await recordHandoffRequest(database, request)) === 'recorded' ? 'handoff' : 'ignored';
        }
        await answerMessage(dependencies, { conversation, message, turn, topic, messages, deadline });
        conversation = { ...conversation, lastAnsweredIndex: message.index };
      }
      // A message that came while these were being answered started no execution of the flow: look again.
      if (unanswered.length > 0) continue;
    } catch (error) {
      triesLeft -= 1;
      if (triesLeft === 0 || error instanceof ConversationGoneError || monotonicNow() >= deadline) throw error;
      // The answer may have been posted all the same: the next look at the messages tells.
      logger.warn({ conversationSid, err: error }, 'answering failed, looking once more');
      continue;
    }
    const released = await releaseIfQuiet(database, conversation, holder);
    if (released.kind === 'released') return 'answered';
    if (released.kind === 'lost') return 'ignored';
    conversation = released.conversation;
  }
}

/** Everything of the player's, but not the files behind a message's text: the text is what is answered. */
function wantsAnswer({ author, attributes }: ConversationMessage, { origin }: Conversation): boolean {
  if (!isPlayerIdentity(author) || author !== playerIdentity(origin.userId)) return false;
  const parsed = parseMessageAttributes(attributes);
  return parsed?.origin !== 'player' || !parsed.discord.part;
}
