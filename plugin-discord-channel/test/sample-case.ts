import { type CaseNote, type CaseView, caseView } from '@discord-channel/contracts';

/** A case as the Functions answer it, valid against the contract. */
export function sampleCase(changes: Partial<CaseView> = {}): CaseView {
  return caseView.parse({
    id: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
    number: 1042,
    subject: 'I think I forgot my password',
    status: 'open',
    source: 'discord-dm',
    priority: 'normal',
    category: null,
    tags: [],
    customValues: {},
    owner: null,
    followUpOn: null,
    elevationReason: null,
    resolution: null,
    csatScore: null,
    version: 1,
    createdAt: '2026-11-21T09:00:00.000Z',
    updatedAt: '2026-11-21T09:00:00.000Z',
    closedAt: null,
    contact: {
      id: '1c9d7a52-51f8-4c0a-9f4b-3a9b2f7e6d10',
      version: 1,
      firstName: null,
      lastName: null,
      email: null,
      phone: null,
      labels: [],
      notes: null,
      customValues: {},
      name: 'Wumpus',
      identities: [],
      discord: {
        userId: '300000000000000001',
        username: 'wumpus',
        displayName: 'Wumpus',
        avatarUrl: null,
        guildId: '200000000000000001',
        guildName: 'Wumpus Quest',
        locale: 'pl',
      },
    },
    conversationSids: [],
    links: [],
    report: null,
    notes: [],
    ...changes,
  });
}

export function sampleNote(changes: Partial<CaseNote> = {}): CaseNote {
  return {
    id: '9a1f0d7c-3a3b-4a57-8b7c-6c5d4e3f2a1b',
    text: 'Asked for the account name.',
    author: { kind: 'agent', id: 'kim', name: 'Kim' },
    createdAt: '2026-11-21T10:00:00.000Z',
    ...changes,
  };
}
