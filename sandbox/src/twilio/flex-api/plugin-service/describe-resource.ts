export const pluginServiceUrl = 'https://flex-api.twilio.com/v1/PluginService';

/** The fields that each resource of the registry carries. */
export function describeResource(accountSid: string, path: string) {
  return { account_sid: accountSid, date_created: new Date().toISOString(), url: `${pluginServiceUrl}/${path}` };
}
