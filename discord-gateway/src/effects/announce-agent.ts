import type { NoticeAttributes } from '@discord-channel/contracts';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { ConversationGoneError } from '@discord-channel/virtual-agent';
import { conversationBySid } from '../store/conversations';
import { readDmChannel } from '../store/dm-channels';
import type { Effect } from './effect';

/**
 * Says in the conversation that an agent joined: there it is in the transcript, and its webhook carries it to the
 * player. Looked for before it is posted, so it is said once however often this runs.
 */
export const announceAgent: Effect<'announce-agent'> = async ({ pool, virtualAgent, logger }, payload) => {
  const { conversationSid, key, agentName } = payload;
  const conversation = await conversationBySid(pool, conversationSid);
  if (!conversation) return;
  const { origin } = await readDmChannel(pool, conversation.dmChannelId);
  const attributes: NoticeAttributes = { origin: 'notice', key, alreadyInDiscord: false };
  try {
    const earlier = await virtualAgent.twilio.findNotice(conversationSid, key);
    if (earlier.kind === 'found') return;
    await virtualAgent.twilio.postMessage(conversationSid, {
      body: playerText(playerLanguage(origin.locale), 'agent.joined', { agent: agentName }),
      attributes: JSON.stringify(attributes),
    });
  } catch (error) {
    if (!(error instanceof ConversationGoneError)) throw error;
    logger.info({ conversationSid }, 'the conversation was over before the agent could be announced');
  }
};
