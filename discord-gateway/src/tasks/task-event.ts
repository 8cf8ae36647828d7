import { conversationSid, taskSid } from '@discord-channel/contracts';
import type { InteractionChannel } from '@discord-channel/virtual-agent';
import { z } from 'zod';
import { cleanText } from '../inbound/clean-text';

/** The part of a CloudEvent that the relay reads. https://www.twilio.com/docs/events/event-types/taskrouter */
export const cloudEvent = z.object({
  /** What is not printable no id of Twilio's has, and Postgres takes no NUL. */
  id: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  type: z.string(),
  data: z.unknown(),
});
export type CloudEvent = z.infer<typeof cloudEvent>;

const parsedJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

/** Attributes come as JSON text; an object is taken too. */
const attributesAs = <Schema extends z.ZodType>(schema: Schema) => z.union([parsedJson.pipe(schema), schema]);

const taskData = z.object({
  payload: z.object({
    task_sid: taskSid,
    task_attributes: attributesAs(
      z.object({
        channelType: z.literal('discord'),
        conversationSid,
        flexInteractionSid: z
          .string()
          .regex(/^KD\w{32}$/)
          .optional()
          .catch(undefined),
        flexInteractionChannelSid: z
          .string()
          .regex(/^UO\w{32}$/)
          .optional()
          .catch(undefined),
      }),
    ),
  }),
});

/** Postgres takes no NUL, and no SID is longer. */
const printable = z.string().regex(/^[\x20-\x7e]{1,100}$/);

const reservationData = z.object({
  payload: z.object({
    reservation_sid: printable,
    worker_sid: printable.optional().catch(undefined),
    worker_name: z.string().min(1),
    worker_attributes: attributesAs(z.object({ full_name: z.string().optional() })).optional(),
  }),
});

const maxNameLength = 100;
const prefix = 'com.twilio.taskrouter.';

/** What each event means to the player. Those that are not here change nothing. */
const meanings = new Map<string, TaskHappening['kind']>([
  ['reservation.accepted', 'agent-joined'],
  ['reservation.rejected', 'not-taken'],
  ['reservation.timeout', 'not-taken'],
  ['reservation.wrapup', 'agent-left'],
  ['reservation.completed', 'agent-left'],
  ['task.wrapup', 'task-ended'],
  ['task.completed', 'task-ended'],
  ['task.canceled', 'given-up'],
  ['task.deleted', 'given-up'],
  ['workflow.timeout', 'given-up'],
]);

/** The conversation and the task that an event is about. */
interface AboutTask {
  conversationSid: string;
  taskSid: string;
  /** The event, such as `reservation.wrapup`. */
  reason: string;
}

interface AboutAgent extends AboutTask {
  reservationSid: string;
  workerSid: string;
  agentName: string;
}

/** What a TaskRouter event means to a conversation. */
export type TaskHappening =
  | ({ kind: 'agent-joined'; interaction: InteractionChannel | null } & AboutAgent)
  /** The agent ended, left, parked or transferred it. */
  | ({ kind: 'agent-left' } & AboutAgent)
  /** An agent refused it, or did not answer in time: TaskRouter asks the next one. */
  | ({ kind: 'not-taken' } & AboutTask)
  /** An agent is done with the task. */
  | ({ kind: 'task-ended' } & AboutTask)
  /** The task went away without having been done. */
  | ({ kind: 'given-up' } & AboutTask);

/** Reads a TaskRouter event; undefined when it is not about a Discord conversation or changes nothing for one. */
export function readTaskEvent({ type, data }: CloudEvent): TaskHappening | undefined {
  const task = taskData.safeParse(data);
  const kind = type.startsWith(prefix) ? meanings.get(type.slice(prefix.length)) : undefined;
  if (!kind || !task.success) return undefined;
  const { task_sid, task_attributes } = task.data.payload;
  const reason = type.slice(prefix.length);
  const about = { conversationSid: task_attributes.conversationSid, taskSid: task_sid, reason };
  if (kind !== 'agent-joined' && kind !== 'agent-left') return { kind, ...about };

  const reservation = reservationData.safeParse(data);
  if (!reservation.success) return undefined;
  const { reservation_sid, worker_sid, worker_name, worker_attributes } = reservation.data.payload;
  const agent = {
    ...about,
    reservationSid: reservation_sid,
    workerSid: worker_sid ?? 'unknown',
    agentName: cleanText((worker_attributes?.full_name || worker_name).slice(0, maxNameLength)),
  };
  if (kind === 'agent-left') return { kind, ...agent };
  const { flexInteractionSid: interactionSid, flexInteractionChannelSid: channelSid } = task_attributes;
  return { kind, ...agent, interaction: interactionSid && channelSid ? { interactionSid, channelSid } : null };
}
