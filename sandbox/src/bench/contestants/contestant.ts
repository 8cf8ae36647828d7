/** What a contestant needs to know, in its environment: the same for the bare client and the naive design. */
export interface ContestantEnvironment {
  /** Of the emulators, `http://127.0.0.1:PORT`. */
  address: string;
  port: number;
  accountSid: string;
  twilioAuthToken: string;
  discordBotToken: string;
}

/** @throws Error when a variable is missing. */
export function readContestantEnvironment(): ContestantEnvironment {
  const required = (name: string) => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    address: required('ARENA_ADDRESS'),
    port: Number(required('PORT')),
    accountSid: required('TWILIO_ACCOUNT_SID'),
    twilioAuthToken: required('TWILIO_AUTH_TOKEN'),
    discordBotToken: required('DISCORD_BOT_TOKEN'),
  };
}
