import { playerLanguage } from '@discord-channel/player-texts';
import { askForAnotherLook } from '../ask-for-another-look';
import type { VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import type { Conversation } from '../store/conversation';
import { composeAway } from './compose-away';
import type { Away } from './find-away';

/**
 * The player writes in a conversation that its agents have left, and none is there: says when they are back, once per
 * time, and has the worker look again then.
 */
export async function tellAway(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  { conversationSid, origin, case: itsCase }: Conversation,
  { hours, backAt }: Away,
): Promise<void> {
  // First: whatever becomes of the words, the player is not forgotten.
  if (backAt) await askForAnotherLook(dependencies.database, conversationSid, backAt);
  const { body } = composeAway(hours, backAt, itsCase?.number ?? 0, playerLanguage(origin.locale));
  await postNotice(dependencies, {
    conversationSid,
    key: `away:${backAt ? Math.floor(backAt.getTime() / 1_000) : 'open-end'}`,
    text: body,
  });
}
