import { conversationSid, taskSid } from '@discord-channel/contracts';
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
    task_attributes: attributesAs(z.object({ channelType: z.literal('discord'), conversationSid })),
  }),
});

const reservationData = z.object({
  payload: z.object({
    reservation_sid: z.string().min(1),
    worker_name: z.string().min(1),
    worker_attributes: attributesAs(z.object({ full_name: z.string().optional() })).optional(),
  }),
});

const maxNameLength = 100;
const prefix = 'com.twilio.taskrouter.';

/** How a chat comes to its end, or never to its beginning. */
const ends = new Map<string, TaskHappening['kind']>([
  ['reservation.wrapup', 'ended'],
  ['reservation.completed', 'ended'],
  ['task.wrapup', 'ended'],
  ['task.completed', 'ended'],
  ['task.canceled', 'given-up'],
  ['task.deleted', 'given-up'],
  ['workflow.timeout', 'given-up'],
]);

/** What a TaskRouter event means to a conversation. */
export type TaskHappening =
  | { kind: 'agent-joined'; conversationSid: string; taskSid: string; reservationSid: string; agentName: string }
  /** The chat with an agent is over. */
  | { kind: 'ended'; conversationSid: string; taskSid: string; reason: string }
  /** The task went away: over, if an agent was there, else the hand-off has failed. */
  | { kind: 'given-up'; conversationSid: string; taskSid: string; reason: string };

/** Reads a TaskRouter event; undefined when it is not about a Discord conversation or changes nothing for one. */
export function readTaskEvent({ type, data }: CloudEvent): TaskHappening | undefined {
  const task = taskData.safeParse(data);
  if (!type.startsWith(prefix) || !task.success) return undefined;
  const { task_sid, task_attributes } = task.data.payload;
  const about = { conversationSid: task_attributes.conversationSid, taskSid: task_sid };
  const name = type.slice(prefix.length);
  if (name === 'reservation.accepted') {
    const reservation = reservationData.safeParse(data);
    if (!reservation.success) return undefined;
    const { reservation_sid, worker_name, worker_attributes } = reservation.data.payload;
    const agentName = cleanText((worker_attributes?.full_name || worker_name).slice(0, maxNameLength));
    return { kind: 'agent-joined', ...about, reservationSid: reservation_sid, agentName };
  }
  const kind = ends.get(name);
  return kind === 'ended' || kind === 'given-up' ? { kind, ...about, reason: name } : undefined;
}
