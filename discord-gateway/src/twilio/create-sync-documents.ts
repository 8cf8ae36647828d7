import type { Twilio } from 'twilio';
import { isTwilioConflict, twilioFailure } from './twilio-failure';

/** Documents of Twilio Sync, by their names. */
export interface SyncDocuments {
  /**
   * Makes a document hold this and nothing else; it comes to be with the first time. What it holds already by an earlier
   * call is not written again. Safe to repeat.
   * @throws what the Twilio client throws.
   */
  put(uniqueName: string, data: object): Promise<void>;
}

/** @param serviceSid of the Sync service, or `default`: the one that the tokens of Flex are good for. */
export function createSyncDocuments(client: Pick<Twilio, 'sync'>, serviceSid: string): SyncDocuments {
  const { documents } = client.sync.v1.services(serviceSid);
  const held = new Map<string, string>();

  async function write(uniqueName: string, data: object): Promise<void> {
    try {
      await documents(uniqueName).update({ data });
    } catch (error) {
      if (!isMissing(error)) throw error;
      try {
        await documents.create({ uniqueName, data });
      } catch (refusal) {
        // A desk that opened the document meanwhile has made it, empty.
        if (!isTwilioConflict(refusal)) throw refusal;
        await documents(uniqueName).update({ data });
      }
    }
  }

  return {
    async put(uniqueName, data) {
      const text = JSON.stringify(data);
      if (held.get(uniqueName) === text) return;
      // After an outcome that is not known nothing is known of what it holds.
      held.delete(uniqueName);
      await write(uniqueName, data);
      held.set(uniqueName, text);
    },
  };
}

/** Sync has codes of its own for what is missing. */
function isMissing(error: unknown): boolean {
  const failure = twilioFailure(error);
  return failure?.kind === 'refused' && failure.status === 404;
}
