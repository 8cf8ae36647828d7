export const pluginServiceUrl = 'https://flex-api.twilio.com/v1/PluginService';

/** The fields that each resource of the registry carries. */
export function describeResource(accountSid: string, path: string) {
  const now = new Date().toISOString();
  return {
    account_sid: accountSid,
    archived: false,
    date_created: now,
    date_updated: now,
    url: `${pluginServiceUrl}/${path}`,
  };
}
