/** What a channel of the server is for. */
export const channelPurposes = ['announcements', 'bug-report', 'feature-request', 'customer-service'] as const;
export type ChannelPurpose = (typeof channelPurposes)[number];

/** Keys of `relay.server_objects`. */
export const categoryKey = 'category';
export const channelKey = (purpose: ChannelPurpose) => `channel:${purpose}`;
export const explanationKey = (purpose: ChannelPurpose) => `explanation:${purpose}`;
