import { type AnnouncementView, announcementRequest } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { takeAnnouncement } from '../announcements/take-announcement';
import { readAnnouncements, type StoredAnnouncement } from '../store/announcements';
import { isBearer } from './is-bearer';

export interface AnnouncementRoutesDependencies {
  pool: Pool;
  /** Undefined while the worker starts and does not know yet which bot it is. */
  applicationId: () => string | undefined;
  /** What the company's systems show as a bearer token. */
  secret: string;
  logger: Logger;
}

/** The largest request taken, in bytes: the longest announcement is about 20 KB. */
const bodyLimit = 64 * 1_024;

const path = '/announcements';
const statusOf = { 'no-server': 409, conflict: 409 } as const;

/**
 * Official news for #announcements: `POST /announcements` stores it and answers 202, `GET /announcements/{id}` says
 * where it stands. Answers 401 without the secret, 400 for what Discord would not take, 409 where it cannot be posted.
 */
export function registerAnnouncements(app: FastifyInstance, deps: AnnouncementRoutesDependencies): void {
  const { pool, secret, logger } = deps;
  if (secret === '') throw new Error('Without a secret nobody could be told from a stranger');
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (isBearer(request.headers.authorization, secret)) return;
      logger.warn({ path }, 'refused a request for announcements without the secret');
      await reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send({ error: 'Send "Authorization: Bearer ..." with the value of ANNOUNCEMENTS_SECRET.' });
    });
    const whichBot = () => {
      const applicationId = deps.applicationId();
      if (applicationId === undefined) throw new Error('announcements are not taken before Discord answered');
      return applicationId;
    };

    scope.post(path, { bodyLimit }, async (request, reply) => {
      const parsed = announcementRequest.safeParse(readJson(request.body));
      if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
      const taken = await takeAnnouncement({ pool, applicationId: whichBot() }, parsed.data);
      if (taken.kind !== 'taken') return reply.code(statusOf[taken.kind]).send({ error: taken.reason });
      const { announcement } = taken;
      return reply.code(announcement.state === 'sent' ? 200 : 202).send(viewOf(announcement));
    });

    scope.get<{ Params: { id: string }; Querystring: { guildId?: string } }>(`${path}/:id`, async (request, reply) => {
      const found = await readAnnouncements(pool, {
        applicationId: whichBot(),
        id: request.params.id,
        guildId: request.query.guildId,
      });
      const [only] = found;
      if (!only) return reply.code(404).send({ error: 'There is no announcement with this id.' });
      if (found.length > 1) return reply.code(400).send({ error: 'Several servers have it: add ?guildId=...' });
      return viewOf(only);
    });
  });
}

function viewOf({ id, guildId, state, channelId, messageId, problem }: StoredAnnouncement): AnnouncementView {
  const messageUrl = messageId === null ? null : `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
  return { id, guildId, state, messageUrl, problem };
}

/** Undefined, which no announcement is, for what is not JSON. */
function readJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
