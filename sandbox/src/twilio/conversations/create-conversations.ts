import type { Logger } from 'pino';
import type { Clock } from '../../clock';
import { MediaStore } from '../media/media-store';
import type { ConversationsPort, SignedPoster, StudioTrigger } from '../ports';
import { notFound } from '../rest/twilio-rest-error';
import { createUnhandledRequests, type UnhandledRequests } from '../rest/unhandled-requests';
import { Changes, type Origin } from './changes';
import { addParticipant } from './commands/add-participant';
import { changeState } from './commands/change-state';
import type { CommandContext, UnconfirmedBehaviour } from './commands/context';
import { removeParticipant } from './commands/remove-participant';
import { ensureUser, updateUser } from './commands/save-user';
import { updateConversation } from './commands/update-conversation';
import { ConversationsState } from './conversations-state';
import type { Conversation } from './records';
import { deliverWebhooks } from './webhooks/deliver-webhooks';
import { type ConversationsEvent, eventStreamEvent } from './webhooks/event-stream-event';
import { createStudioTriggers, type StudioTriggers } from './webhooks/studio-triggers';
import { WebhookFaults } from './webhooks/webhook-faults';
import type { AccountSids } from './webhooks/webhook-fields';

export interface ConversationsDependencies extends AccountSids {
  poster: SignedPoster;
  clock: Clock;
  logger: Logger;
  /** Where to record what clients ask for in vain; one of its own if left out. */
  unhandled?: UnhandledRequests;
  /** As the real service is believed to be, where left out. */
  behaviour?: Partial<UnconfirmedBehaviour>;
}

/** The emulated Conversations service: one state that the REST API, the client wire and the port act on. */
export interface Conversations extends AccountSids {
  context: CommandContext;
  media: MediaStore;
  /** How Interactions, Studio and TaskRouter use it. */
  port: ConversationsPort;
  studioTriggers: StudioTriggers;
  faults: WebhookFaults;
  unhandled: UnhandledRequests;
}

/** What Interactions does fires webhooks as a REST call with the webhook header does. */
const interactions: Origin = { source: 'API', firesWebhooks: true };

export function createConversations(dependencies: ConversationsDependencies): Conversations {
  const { accountSid, chatServiceSid, clock, poster, logger } = dependencies;
  const changes = new Changes();
  const faults = new WebhookFaults();
  const context: CommandContext = {
    state: new ConversationsState(),
    changes,
    media: new MediaStore(clock),
    clock,
    behaviour: { uniqueNameReusableAfterClose: false, ...dependencies.behaviour },
  };
  const studioTriggers = createStudioTriggers(changes);
  deliverWebhooks({ accountSid, chatServiceSid, changes, poster, faults, clock, logger });
  const port = createPort({ context, studioTriggers, accountSid });
  const unhandled = dependencies.unhandled ?? createUnhandledRequests();
  return { accountSid, chatServiceSid, context, media: context.media, port, studioTriggers, faults, unhandled };
}

interface PortDependencies {
  context: CommandContext;
  studioTriggers: StudioTriggers;
  accountSid: string;
}

function createPort({ context, studioTriggers, accountSid }: PortDependencies): ConversationsPort {
  const { state, changes, media } = context;
  const existing = (sid: string): Conversation => {
    const conversation = state.conversation(sid);
    if (!conversation) throw notFound(`/Conversations/${sid}`);
    return conversation;
  };
  return {
    conversation: (sid) => state.conversation(sid),
    conversations: () => state.conversations(),
    addParticipant: (conversationSid, identity, attributes) =>
      addParticipant(context, {
        conversation: existing(conversationSid),
        identity,
        attributes,
        origin: interactions,
      }),
    removeParticipant: (conversationSid, identity) => {
      const conversation = existing(conversationSid);
      const participant = conversation.participantsByIdentity.get(identity);
      if (participant) removeParticipant(context, { conversation, participant, origin: interactions });
    },
    changeState: (conversationSid, to, reason) =>
      changeState(context, { conversation: existing(conversationSid), to, reason, origin: interactions }),
    setUserFriendlyName: (identity, friendlyName) => {
      updateUser(context, ensureUser(context, identity), { friendlyName });
    },
    updateConversationAttributes: (conversationSid, attributes) => {
      updateConversation(context, { conversation: existing(conversationSid), attributes, origin: interactions });
    },
    onStudioTrigger: (listener: (trigger: StudioTrigger) => void) => studioTriggers.subscribe(listener),
    onEvent: (listener: (event: ConversationsEvent) => void) =>
      changes.subscribe((change) => {
        if (change.kind === 'reset' || change.kind === 'user-updated') return;
        listener(eventStreamEvent(change, accountSid));
      }),
    reset: () => {
      state.reset();
      media.reset();
      changes.publish({ kind: 'reset' });
    },
  };
}
