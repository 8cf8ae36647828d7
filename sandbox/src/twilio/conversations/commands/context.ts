import type { Clock } from '../../../clock';
import type { MediaStore } from '../../media/media-store';
import type { Changes } from '../changes';
import type { ConversationsState } from '../conversations-state';

/** What the real service does is not known for certain; tests try both ways. */
export interface UnconfirmedBehaviour {
  /** Whether the UniqueName of a closed conversation can be given to a new one. */
  uniqueNameReusableAfterClose: boolean;
}

/** What every command works on. A command checks first, then changes the state, then tells of the change. */
export interface CommandContext {
  state: ConversationsState;
  changes: Changes;
  media: MediaStore;
  clock: Clock;
  behaviour: UnconfirmedBehaviour;
}

/** The clock's time as the records keep it: ISO 8601 with milliseconds. */
export function timestamp(context: CommandContext): string {
  return context.clock.now().toISOString();
}
