import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Clock } from '../clock';
import { world } from '../world';
import { createEventStreams, type EventStreams } from './event-streams/create-event-streams';
import type { FlexTokens } from './flex-api/flex-tokens';
import { createPluginState, type PluginState } from './flex-api/plugin-service/plugin-state';
import { registerPluginService } from './flex-api/plugin-service/register-plugin-service';
import { registerFlexApi } from './flex-api/register-flex-api';
import { answerInteractionsRequest } from './interactions/answer-interactions-request';
import { createInteractions } from './interactions/create-interactions';
import { participantEventJson } from './interactions/interaction-json';
import type { Interactions } from './interactions/interactions';
import { registerInteractionsRest } from './interactions/register-interactions-rest';
import type { ConversationsPort, SignedPoster } from './ports';
import { createUnhandledRequests, type UnhandledRequest, type UnhandledRequests } from './rest/unhandled-requests';
import { createStudio, type Studio } from './studio/create-studio';
import { createTaskRouter } from './task-router/create-task-router';
import { createEventBridge } from './task-router/event-bridge';
import { registerTaskRouterRest } from './task-router/register-task-router-rest';
import type { TaskRouter } from './task-router/task-router';
import type { Workspace } from './task-router/task-router-state';

export interface TwilioRoutingDeps {
  conversations: ConversationsPort;
  poster: SignedPoster;
  tokens: FlexTokens;
  authToken: string;
  clock: Clock;
  logger: Logger;
  /** The project's plugins; nothing where left out. */
  plugins?: PluginState;
  /** Shared with the other parts; one of its own where left out. */
  unhandled?: UnhandledRequests;
}

/** All of the emulated Twilio that routes conversations to agents, on one state. */
export interface TwilioRouting {
  taskRouter: TaskRouter;
  interactions: Interactions;
  studio: Studio;
  eventStreams: EventStreams;
  /** Merged into the Flex project's `ui_attributes`, as its Configuration API does. */
  setUiAttributes(attributes: Readonly<Record<string, unknown>>): void;
  /** Registers the hosts taskrouter, flex-api, event-bridge, iam, flex and assets.flex (twilio.com). */
  register(app: FastifyInstance): void;
  /** Takes over the event bridge's WebSocket; false when the upgrade is for somebody else. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** What is going on, for tests and for people. */
  snapshot(): RoutingSnapshot;
  /** Forgets tasks, interactions, executions and faults, and lets Flex reconnect. Flows, sinks and settings stay. */
  reset(): void;
}

export interface RoutingSnapshot {
  workers: readonly { sid: string; identity: string; activity: string; occupying: number }[];
  tasks: readonly { sid: string; status: string; reason: string | null; attributes: unknown }[];
  reservations: readonly { sid: string; taskSid: string; workerSid: string; status: string }[];
  executions: readonly {
    sid: string;
    conversationSid: string;
    status: string;
    error: string | null;
    steps: readonly { widget: string; event?: string }[];
  }[];
  warnings: ReturnType<Studio['warnings']>;
  undeliveredEvents: readonly string[];
  unhandled: readonly UnhandledRequest[];
}

/** Tasks an agent takes at once, and seconds to accept one: Flex's own defaults. */
const capacity = 3;
const reservationTimeout = 120;
const eventBridgePath = /^\/__twilio\/event-bridge\.twilio\.com\/v1\/wschannels(?:\?|$)/;

export function createTwilioRouting(deps: TwilioRoutingDeps): TwilioRouting {
  const { conversations, poster, tokens, authToken, clock, logger } = deps;
  const { accountSid, workspaceSid, workflow, taskQueue, taskChannel, activities, agents } = world.twilio;
  const workspace: Workspace = {
    accountSid,
    workspaceSid,
    workflow,
    taskQueue,
    taskChannel,
    activities,
    agents,
    capacity,
    reservationTimeout,
  };
  const unhandled = deps.unhandled ?? createUnhandledRequests();
  const taskRouter = createTaskRouter({ workspace, clock });
  const interactions = createInteractions({ conversations, taskRouter, clock });
  const studio = createStudio({ conversations, interactions, taskRouter, poster, accountSid, clock, logger });
  const eventStreams = createEventStreams({ taskRouter, poster, clock, logger });
  const bridge = createEventBridge({
    taskRouter,
    clock,
    unhandled,
    identityOfToken: tokens.identityOfToken,
    lifetimeOfToken: tokens.lifetimeOfToken,
    answerOther: (worker, request) => answerInteractionsRequest({ interactions, taskRouter }, worker, request),
  });
  interactions.onParticipant((type, interaction, participant) => {
    const reservations = interaction.invites.flatMap(({ taskSid }) => taskRouter.task(taskSid)?.reservations ?? []);
    for (const worker of new Set(reservations.map((reservation) => reservation.worker))) {
      bridge.emit(worker, type, participantEventJson(taskRouter, interaction, participant));
    }
  });
  const sockets = new WebSocketServer({ noServer: true });
  const startedAt = clock.now();
  const plugins = deps.plugins ?? createPluginState();
  let uiAttributes: Readonly<Record<string, unknown>> = {};
  const serverlessServiceSids: string[] = [];

  return {
    taskRouter,
    interactions,
    studio,
    eventStreams,
    setUiAttributes(attributes) {
      uiAttributes = { ...uiAttributes, ...attributes };
    },
    register(app) {
      registerTaskRouterRest(app, { taskRouter, clock, unhandled, accountSid, authToken });
      bridge.registerRequests(app);
      registerFlexApi(app, {
        accountSid,
        authToken,
        taskRouter,
        tokens,
        startedAt,
        unhandled,
        chatServiceSid: world.twilio.chatServiceSid,
        flexInstanceSid: world.twilio.flexInstanceSid,
        uiAttributes: () => uiAttributes,
        serverlessServiceSids,
        updateConfiguration: ({ ui_attributes, serverless_service_sids }) => {
          // Both are replaced as a whole, as the real API does.
          if (ui_attributes) uiAttributes = ui_attributes;
          if (serverless_service_sids) serverlessServiceSids.splice(0, Infinity, ...serverless_service_sids);
        },
        alsoOnFlexApi: (scope) => {
          registerInteractionsRest(scope, { interactions, accountSid, authToken });
          registerPluginService(scope, { state: plugins, accountSid, authToken });
        },
      });
    },
    handleUpgrade(request, socket, head) {
      if (!eventBridgePath.test(request.url ?? '')) return false;
      sockets.handleUpgrade(request, socket, head, (upgraded) => bridge.handleSocket(upgraded, request));
      return true;
    },
    snapshot: () => snapshot(taskRouter, studio, eventStreams, unhandled),
    reset() {
      for (const part of [taskRouter, interactions, studio, eventStreams, unhandled]) part.reset();
      bridge.disconnectAll();
    },
  };
}

function snapshot(
  taskRouter: TaskRouter,
  studio: Studio,
  eventStreams: EventStreams,
  unhandled: UnhandledRequests,
): RoutingSnapshot {
  return {
    workers: taskRouter.workspace.agents
      .flatMap(({ workerSid }) => taskRouter.worker(workerSid) ?? [])
      .map(({ sid, identity, activity, occupying }) => ({
        sid,
        identity,
        activity: activity.friendlyName,
        occupying: occupying.size,
      })),
    tasks: taskRouter.tasks().map(({ sid, assignmentStatus, reason, attributes }) => ({
      sid,
      status: assignmentStatus,
      reason,
      attributes: JSON.parse(attributes),
    })),
    reservations: taskRouter.reservations().map(({ sid, task, worker, status }) => ({
      sid,
      taskSid: task.sid,
      workerSid: worker.sid,
      status,
    })),
    executions: studio.executions().map(({ sid, conversationSid, status, error, steps }) => ({
      sid,
      conversationSid,
      status,
      error,
      steps: steps.map(({ widget, event }) => ({ widget, event })),
    })),
    warnings: studio.warnings(),
    undeliveredEvents: eventStreams.undelivered().map(({ type }) => type),
    unhandled: unhandled.list(),
  };
}
