import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { newSid } from '../twilio/rest/new-sid';
import { createSignedPoster } from '../twilio/signed-poster';
import { world } from '../world';
import type { ChaosWorld } from './start-chaos-world';

const agent = world.twilio.agents[0];

/** Event Streams tells the workers that an agent took a conversation; it repeats until somebody takes the event. */
export async function tellAgentJoined(
  { publicUrl, twilioAuthToken }: Pick<ChaosWorld, 'publicUrl' | 'twilioAuthToken'>,
  conversationSid: string,
): Promise<void> {
  const event = {
    specversion: '1.0',
    type: 'com.twilio.taskrouter.reservation.accepted',
    id: `EZ${randomUUID().replaceAll('-', '')}`,
    data: {
      payload: {
        task_sid: newSid('WT'),
        task_attributes: JSON.stringify({ channelType: 'discord', conversationSid }),
        reservation_sid: newSid('WR'),
        worker_name: agent.friendlyName,
        worker_attributes: JSON.stringify({ full_name: agent.fullName }),
      },
    },
  };
  const poster = createSignedPoster({ authToken: twilioAuthToken });
  for (;;) {
    const outcome = await poster.postJson(`${publicUrl}/twilio/events`, [event], 5_000);
    if (outcome.kind === 'answered' && outcome.status < 300) break;
    await wait(200);
  }
  poster.close();
}
