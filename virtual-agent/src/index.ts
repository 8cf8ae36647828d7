export { type AnswerOutcome, answerConversation } from './answer-conversation';
export { changeLanguage } from './change-language';
export { type AgentJoined, agentJoined } from './handoff/agent-joined';
export { type AgentLeft, agentLeft } from './handoff/agent-left';
export { type BeginOutreach, beginOutreach } from './handoff/begin-outreach';
export { callAgentBack } from './handoff/call-agent-back';
export { type CheckHandoffOutcome, checkHandoff } from './handoff/check-handoff';
export { conversationEnded } from './handoff/conversation-ended';
export { handoffFailed } from './handoff/handoff-failed';
export { type OpenCaseResult, openCase } from './handoff/open-case';
export { type SettleOutcome, settleConversation } from './handoff/settle-conversation';
export { stillLooking } from './handoff/still-looking';
export { type TaskEnded, taskEnded } from './handoff/task-ended';
export { readOperatingHours, saveOperatingHours } from './hours/operating-hours-store';
export { languageDiffers } from './language-differs';
export { type ChatModel, LanguageModelError } from './language-model/chat-model';
export { type ChatModelOptions, createChatModel } from './language-model/create-chat-model';
export { createModelAnswerer } from './language-model/create-model-answerer';
export type { QuestionAnswerer } from './language-model/question-answerer';
export {
  type AgentTarget,
  ConversationGoneError,
  type ConversationMessage,
  type Logger,
  type PostedMessage,
  type TwilioConversations,
  type VirtualAgentDependencies,
} from './ports';
export { type Notice, type PostNoticeResult, postNotice } from './post-notice';
export { virtualAgentSchema } from './schema';
export { answersAwaited } from './silence/answers-awaited';
export { endIdleChat } from './silence/end-idle-chat';
export { awaitAnswer, remindAgent } from './silence/remind-agent';
export { tellWaiting } from './silence/tell-waiting';
export { type StartConversation, startConversation } from './start-conversation';
export {
  type Conversation,
  type ConversationMode,
  type InteractionChannel,
  readConversation,
} from './store/conversation';
export { composeArticleCard } from './turn/compose-reply';
export { isQuestion } from './turn/is-question';
export { createTwilioConversations, type TwilioConversationsOptions } from './twilio/create-twilio-conversations';
