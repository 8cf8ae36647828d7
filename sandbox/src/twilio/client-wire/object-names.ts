/** Names of the Sync objects in which the Conversations SDK finds its data. */
export const objectNames = {
  conversation: (conversationSid: string) => `${conversationSid}.channel`,
  messages: (conversationSid: string) => `${conversationSid}.messages`,
  roster: (conversationSid: string) => `${conversationSid}.roster`,
  myConversations: (identity: string) => `my_conversations_${identity}`,
  userInfo: (identity: string) => `user_info_${identity}`,
} as const;
