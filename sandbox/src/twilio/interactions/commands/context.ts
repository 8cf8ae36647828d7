import type { Clock } from '../../../clock';
import type { ConversationsPort } from '../../ports';
import type { TaskRouter } from '../../task-router/task-router';
import type { Interaction, InteractionParticipant } from '../model';

/** What every verb of the emulated Interactions works on. */
export interface InteractionsContext {
  conversations: ConversationsPort;
  taskRouter: TaskRouter;
  clock: Clock;
  /** By SID. */
  interactions: Map<string, Interaction>;
  /** Milliseconds between an answer and what it announces: the real service answers before it acts. */
  actionDelayMs: number;
  /** Tells the agents' clients who joined or left. */
  tell(
    type: 'participant.added' | 'participant.removed',
    interaction: Interaction,
    participant: InteractionParticipant,
  ): void;
}
