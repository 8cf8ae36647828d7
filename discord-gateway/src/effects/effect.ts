import type { JobName, JobPayload } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { VirtualAgentDependencies } from '@discord-channel/virtual-agent';
import type { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import type { Lanes } from '../flow/lanes';
import type { ConversationsApi } from '../twilio/conversations-api';
import type { SyncDocuments } from '../twilio/create-sync-documents';

/** After how many seconds a silence is answered. */
export interface SilenceLimits {
  /** Of a player's wait for an agent, growing: each is told once. */
  waitingNotices: readonly number[];
  /** Of an agent after a player's message. 0: never. */
  agent: number;
  /** Of a player while an agent is there. 0: never. */
  player: number;
}

export interface EffectDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  /** One lane for each DM channel, towards the player. */
  lanes: Pick<Lanes, 'wake'>;
  /** The lanes of the inbox. */
  inboundLanes: Pick<Lanes, 'wake'>;
  conversations: ConversationsApi;
  syncDocuments: SyncDocuments;
  silence: SilenceLimits;
  /** After how many seconds without news of a case its player is asked. 0: never. */
  caseReminderSeconds: number;
  /** What the virtual agent's use cases need. */
  virtualAgent: VirtualAgentDependencies;
  logger: Logger;
}

/** Carries out one kind of durable job. Called again after a failure or a kill, so every step is safe to repeat. */
export type Effect<Name extends JobName> = (deps: EffectDependencies, payload: JobPayload<Name>) => Promise<void>;
