import type { CannedResponse } from '@discord-channel/contracts';
import { useState } from 'react';
import type { CannedClient } from '../../functions-api/canned-client';
import { text } from '../../strings/text';
import { chosenServer } from '../server-choices';
import { type Attempt, useVersionedForm } from '../use-versioned-form';

type CannedFields = Record<'server' | 'shortcut' | 'label' | 'text' | 'language', string>;

export interface UseCannedFormOptions {
  client: CannedClient;
  /** Left out for a new one. */
  response: CannedResponse | undefined;
  /** For whom a new one is at first. */
  server: string;
  createId: () => string;
  onSaved: () => void;
}

/** The form of a canned response. */
export function useCannedForm({ client, response, server, createId, onSaved }: UseCannedFormOptions) {
  const [id, setId] = useState(() => response?.id ?? createId());
  const fieldsOf = (present: CannedResponse): CannedFields => ({
    server,
    shortcut: present.shortcut,
    label: present.label ?? '',
    text: present.text,
    language: present.language ?? '',
  });
  const send = async (draft: CannedFields, version: number | null): Promise<Attempt<CannedFields>> => {
    const { server: chosen, ...content } = draft;
    const place = response
      ? { applicationId: response.applicationId, guildId: response.guildId }
      : chosenServer(chosen);
    const result = await client.save({ id, version, server: place, response: content });
    if (result.kind === 'responses') return { kind: 'saved' };
    if (result.kind !== 'refused' || result.code !== 'stale-version') return result;
    const now = await client.find();
    if (now.kind !== 'responses') return now;
    const current = now.responses.find((one) => one.id === id);
    if (current) {
      return { kind: 'stale', current: fieldsOf(current), version: current.version, by: current.updatedBy };
    }
    // What was typed becomes one of its own with the next press.
    setId(createId());
    return { kind: 'gone' };
  };
  return useVersionedForm({
    current: response ? fieldsOf(response) : { server, shortcut: '', label: '', text: '', language: '' },
    version: response?.version ?? null,
    send,
    gone: text('canned.gone-while-editing'),
    // Such as `response.shortcut`.
    fieldOf: (path) => (path === 'server' ? path : path.split('.')[1]),
    onSaved,
  });
}
