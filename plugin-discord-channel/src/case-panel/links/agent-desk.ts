import type { NamedTask } from '../case-task';

/** The tasks that the agent has, and the way to one of them. */
export interface AgentDesk {
  tasks: () => readonly NamedTask[];
  open: (task: NamedTask) => void;
}
