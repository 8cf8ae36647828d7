import type { Logger } from 'pino';
import type { Clock } from '../../clock';
import type { ConversationsPort, StudioTrigger } from '../ports';
import { newSid } from '../rest/new-sid';
import { type Execution, variablesOfTrigger } from './execution';
import type { FlowDefinition, FlowState } from './flow-definition';
import { renderTemplate } from './render-template';
import { validateFlow } from './validate-flow';
import { runFunction } from './widgets/run-function';
import { sendToFlex } from './widgets/send-to-flex';
import { setVariables } from './widgets/set-variables';
import { splitBasedOn } from './widgets/split-based-on';
import type { Widget, WidgetDeps, WidgetOutcome } from './widgets/widget';

/** What Studio notes in the debugger without stopping. */
export interface StudioWarning {
  code: 81002;
  flowSid: string;
  conversationSid: string;
  executionSid: string;
  messageSid: string;
}

export interface Studio {
  /** Makes a flow runnable, replacing what was published under that SID. @throws InvalidFlow */
  publishFlow(flowSid: string, definition: unknown): void;
  executions(): readonly Execution[];
  warnings(): readonly StudioWarning[];
  /** Forgets executions and warnings; those under way go no further. Flows stay published. */
  reset(): void;
}

export interface StudioDeps extends WidgetDeps {
  conversations: ConversationsPort;
  accountSid: string;
  clock: Clock;
  logger: Logger;
}

const widgets: Readonly<Record<string, Widget>> = {
  trigger: () => ({ event: 'incomingConversationMessage' }),
  'split-based-on': splitBasedOn,
  'run-function': runFunction,
  'set-variables': setVariables,
  'send-to-flex': sendToFlex,
};

const maxSteps = 1_000;
const maxRepeats = 10;

/**
 * The emulated Studio: runs published flows for messages that reach a live `studio` webhook, the bot's own
 * included. A conversation has at most one active execution of a flow; a message that arrives meanwhile is ignored,
 * with warning 81002, for no widget here waits for a reply.
 */
export function createStudio(deps: StudioDeps): Studio {
  const { conversations, accountSid, clock, logger } = deps;
  const flows = new Map<string, FlowDefinition>();
  const active = new Map<string, Execution>();
  let executions: Execution[] = [];
  let warnings: StudioWarning[] = [];

  conversations.onStudioTrigger((trigger) => {
    const flow = flows.get(trigger.flowSid);
    if (!flow) {
      logger.warn({ flowSid: trigger.flowSid }, 'a studio webhook names a flow that was never published');
      return;
    }
    const key = `${trigger.flowSid} ${trigger.conversation.sid}`;
    const running = active.get(key);
    if (running) {
      warnings.push({
        code: 81002,
        flowSid: trigger.flowSid,
        conversationSid: trigger.conversation.sid,
        executionSid: running.sid,
        messageSid: trigger.message.sid,
      });
      return;
    }
    const execution = newExecution(trigger);
    executions.push(execution);
    active.set(key, execution);
    run(flow, execution)
      .catch((error: unknown) => {
        execution.error = error instanceof Error ? error.message : String(error);
        logger.error({ err: error, executionSid: execution.sid }, 'a Studio execution failed');
      })
      .finally(() => {
        execution.status = 'ended';
        if (active.get(key) === execution) active.delete(key);
      });
  });

  function newExecution(trigger: StudioTrigger): Execution {
    const sid = newSid('FN');
    return {
      sid,
      flowSid: trigger.flowSid,
      conversationSid: trigger.conversation.sid,
      status: 'active',
      steps: [],
      error: null,
      variables: variablesOfTrigger(trigger, { executionSid: sid, accountSid }),
    };
  }

  async function run(flow: FlowDefinition, execution: Execution): Promise<void> {
    let name: string | undefined = flow.initial_state;
    while (name !== undefined && executions.includes(execution)) {
      const state = flow.states.find((candidate) => candidate.name === name);
      if (!state) throw new Error(`There is no widget ${name}`);
      if (isStuck(execution, state)) {
        execution.error = `Stopped: ${state.name} would run once too often`;
        return;
      }
      name = await step(execution, state);
    }
  }

  async function step(execution: Execution, state: FlowState): Promise<string | undefined> {
    const record: Execution['steps'][number] = { widget: state.name, type: state.type, startedAt: clock.now() };
    execution.steps.push(record);
    const render = (template: unknown) => renderTemplate(String(template ?? ''), execution.variables);
    const outcome = await runWidget(state)({ state, execution, render }, deps);
    record.event = outcome.event;
    if (outcome.result) execution.variables.widgets[state.name] = outcome.result;
    if (outcome.problem) {
      logger.warn({ executionSid: execution.sid, widget: state.name, problem: outcome.problem }, 'a widget failed');
    }
    return nextOf(state, outcome);
  }

  return {
    publishFlow: (flowSid, definition) => void flows.set(flowSid, validateFlow(definition)),
    executions: () => executions,
    warnings: () => warnings,
    reset() {
      executions = [];
      warnings = [];
      active.clear();
    },
  };
}

function runWidget(state: FlowState): Widget {
  const widget = widgets[state.type];
  if (!widget) throw new Error(`The emulator runs no widget of type ${state.type}`);
  return widget;
}

function nextOf(state: FlowState, { event, transition }: WidgetOutcome): string | undefined {
  if (transition !== undefined) return state.transitions[transition]?.next;
  return state.transitions.find((candidate) => candidate.event === event)?.next;
}

/** Studio stops a flow that runs the same widget ten times in a row, or takes a thousand steps. */
function isStuck({ steps }: Execution, state: FlowState): boolean {
  const last = steps.slice(-maxRepeats);
  return steps.length >= maxSteps || (last.length === maxRepeats && last.every(({ widget }) => widget === state.name));
}
