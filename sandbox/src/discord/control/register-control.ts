import type { ServerResponse } from 'node:http';
import type { FastifyError, FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Gateway } from '../gateway/gateway';
import {
  deleteOwnMessage,
  deleteOwnMessageRequest,
  editOwnMessage,
  editOwnMessageRequest,
} from '../players/change-message';
import { ControlError } from '../players/control-error';
import { createPlayer, createPlayerRequest } from '../players/create-player';
import { findChannelOf, findPlayer } from '../players/find';
import { pressButton, pressButtonRequest } from '../players/press-button';
import { runCommand, runCommandRequest } from '../players/run-command';
import { streamToPlayer } from '../players/stream-to-player';
import { submitModal, submitModalRequest } from '../players/submit-modal';
import { writeMessage, writeMessageRequest } from '../players/write-message';
import type { RateLimits } from '../rest/rate-limits';
import type { DiscordState } from '../state/discord-state';
import { snapshotOf } from './snapshot';

export interface ControlDeps {
  state: DiscordState;
  gateway: Gateway;
  limits: RateLimits;
}

const dmPolicyRequest = z.strictObject({ open: z.boolean(), sharesServer: z.boolean().optional() });
const dmOpeningsRequest = z.strictObject({ tooFast: z.boolean() });
const readRequest = z.strictObject({ messageId: z.string() });
const rolesRequest = z.strictObject({ roles: z.array(z.string()) });
const roleRequest = z.strictObject({ permissions: z.string().regex(/^\d{1,20}$/) });
const rateLimitsRequest = z.strictObject({
  enabled: z.boolean(),
  /** Of every bucket of a channel: Discord may change them at any time. */
  perChannel: z.strictObject({ limit: z.number().int().positive(), windowMs: z.number().positive() }).optional(),
});

/**
 * `disconnect` cuts the connections, `reconnect` asks for it (op 7), `expire-session` ends the sessions (op 9),
 * `close` closes the connections with one of Discord's codes.
 */
const faultRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['disconnect', 'reconnect', 'expire-session']) }),
  z.strictObject({ kind: z.literal('close'), code: z.int().min(4_000).max(4_014) }),
]);

interface OnePlayer {
  Params: { playerId: string };
}
interface OneMessage {
  Params: { playerId: string; messageId: string };
}

/** What players do and what goes wrong, under `/_sandbox/discord`. sandbox/README.md describes the routes. */
export async function registerControl(app: FastifyInstance, { state, gateway, limits }: ControlDeps) {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ControlError) return reply.code(error.status).send({ error: error.message });
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    if ((error.statusCode ?? 500) < 500) return reply.code(error.statusCode ?? 400).send({ error: error.message });
    request.log.error({ err: error }, 'a control route failed');
    return reply.code(500).send({ error: error.message });
  });

  // Streams never end by themselves: open ones would keep the server from closing.
  const streams = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });

  app.get('/state', async () => snapshotOf(state, gateway));
  app.get('/players', async () => [...state.players.values()].map(({ user }) => user));
  app.post('/players', async ({ body }, reply) => {
    const player = createPlayer(state, createPlayerRequest.parse(body));
    return reply.code(201).send(player.user);
  });
  app.get<OnePlayer>('/players/:playerId/stream', (request, reply) => {
    findPlayer(state, request.params.playerId);
    reply.hijack();
    streams.add(reply.raw);
    reply.raw.on('close', () => streams.delete(reply.raw));
    streamToPlayer(state, request.params.playerId, reply.raw);
  });
  app.post<OnePlayer>('/players/:playerId/messages', async ({ params, body }, reply) => {
    const player = findPlayer(state, params.playerId);
    return reply.code(201).send(writeMessage(state, player, writeMessageRequest.parse(body)));
  });
  app.patch<OneMessage>('/players/:playerId/messages/:messageId', async ({ params, body }) =>
    editOwnMessage(state, findPlayer(state, params.playerId), params.messageId, editOwnMessageRequest.parse(body)),
  );
  app.delete<OneMessage>('/players/:playerId/messages/:messageId', async ({ params, body }, reply) => {
    const player = findPlayer(state, params.playerId);
    deleteOwnMessage(state, player, params.messageId, deleteOwnMessageRequest.parse(body));
    return reply.code(204).send();
  });
  app.post<OnePlayer>('/players/:playerId/commands', async ({ params, body }, reply) => {
    const { id } = runCommand(state, findPlayer(state, params.playerId), runCommandRequest.parse(body));
    return reply.code(201).send({ interactionId: id });
  });
  app.post<OnePlayer>('/players/:playerId/presses', async ({ params, body }, reply) => {
    const { id } = pressButton(state, findPlayer(state, params.playerId), pressButtonRequest.parse(body));
    return reply.code(201).send({ interactionId: id });
  });
  app.post<OnePlayer>('/players/:playerId/modals', async ({ params, body }, reply) => {
    const { id } = submitModal(state, findPlayer(state, params.playerId), submitModalRequest.parse(body));
    return reply.code(201).send({ interactionId: id });
  });
  app.put<OnePlayer>('/players/:playerId/dm-policy', async ({ params, body }, reply) => {
    const player = findPlayer(state, params.playerId);
    const { open, sharesServer } = dmPolicyRequest.parse(body);
    player.dmOpen = open;
    player.sharesServer = sharesServer ?? player.sharesServer;
    return reply.code(204).send();
  });
  app.put<{ Params: { playerId: string; channelId: string } }>(
    '/players/:playerId/reads/:channelId',
    async ({ params, body }, reply) => {
      const player = findPlayer(state, params.playerId);
      const channelId = findChannelOf(state, player, params.channelId).api.id;
      const { messageId } = readRequest.parse(body);
      player.lastRead.set(channelId, messageId);
      state.emit({ kind: 'channel-read', playerId: player.user.id, channelId, messageId });
      return reply.code(204).send();
    },
  );
  app.put<OnePlayer>('/players/:playerId/roles', async ({ params, body }, reply) => {
    findPlayer(state, params.playerId).member.roles = rolesRequest.parse(body).roles;
    state.emit({ kind: 'permissions-changed' });
    return reply.code(204).send();
  });
  app.put<{ Params: { roleId: string } }>('/roles/:roleId', async ({ params, body }, reply) => {
    const role = state.roles.get(params.roleId);
    if (!role) throw new ControlError(404, `There is no role ${params.roleId}.`);
    role.permissions = roleRequest.parse(body).permissions;
    state.emit({ kind: 'permissions-changed' });
    return reply.code(204).send();
  });
  app.put('/dm-openings', async ({ body }, reply) => {
    state.opensDmsTooFast = dmOpeningsRequest.parse(body).tooFast;
    return reply.code(204).send();
  });
  app.put('/rate-limits', async ({ body }, reply) => {
    const { enabled, perChannel } = rateLimitsRequest.parse(body);
    limits.enabled = enabled;
    limits.ofChannels = perChannel;
    return reply.code(204).send();
  });
  app.post('/faults', async ({ body }, reply) => {
    const fault = faultRequest.parse(body);
    const { kind } = fault;
    if (fault.kind === 'close') gateway.close(fault.code);
    if (kind === 'disconnect') gateway.disconnect();
    if (kind === 'reconnect') gateway.requestReconnect();
    if (kind === 'expire-session') gateway.expireSessions();
    return reply.code(204).send();
  });
}
