import type { Interactions } from '../../interactions/interactions';
import type { SignedPoster } from '../../ports';
import type { TaskRouter } from '../../task-router/task-router';
import type { Execution } from '../execution';
import type { FlowState } from '../flow-definition';

export interface WidgetDeps {
  interactions: Interactions;
  taskRouter: TaskRouter;
  poster: SignedPoster;
}

/** What a widget works with: its own state of the flow, the execution, and a renderer for its templates. */
export interface WidgetRun {
  state: FlowState;
  execution: Execution;
  render: (template: unknown) => string;
}

/** How a widget was left: its event and, for a split, the transition among those of that event. */
export interface WidgetOutcome {
  event: string;
  /** Index among the state's transitions, where the event alone does not tell. */
  transition?: number;
  /** What later templates see under `widgets.NAME`. */
  result?: Readonly<Record<string, unknown>>;
  /** For people who look at the execution. */
  problem?: string;
}

export type Widget = (run: WidgetRun, deps: WidgetDeps) => WidgetOutcome | Promise<WidgetOutcome>;
