export { type AnswerOutcome, answerConversation } from './answer-conversation';
export { changeLanguage } from './change-language';
export { type AgentJoined, agentJoined } from './handoff/agent-joined';
export { type CheckHandoffOutcome, checkHandoff } from './handoff/check-handoff';
export { conversationEnded, type TaskEnded } from './handoff/conversation-ended';
export { handoffEnded } from './handoff/handoff-ended';
export { handoffFailed } from './handoff/handoff-failed';
export { type OpenCaseResult, openCase } from './handoff/open-case';
export {
  ConversationGoneError,
  type ConversationMessage,
  type Logger,
  type PostedMessage,
  type TwilioConversations,
  type VirtualAgentDependencies,
} from './ports';
export { type Notice, type PostNoticeResult, postNotice } from './post-notice';
export { virtualAgentSchema } from './schema';
export { type StartConversation, startConversation } from './start-conversation';
export { type Conversation, type ConversationMode, readConversation } from './store/conversation';
export { createTwilioConversations, type TwilioConversationsOptions } from './twilio/create-twilio-conversations';
