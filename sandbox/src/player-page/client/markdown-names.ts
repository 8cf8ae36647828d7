import type { ClientState } from './client-state';

/** What mentions of people and channels are called in this player's eyes. */
export function markdownNames(state: ClientState) {
  return {
    userName: (id: string) => {
      const user = state.users.find((candidate) => candidate.id === id);
      return user && (user.global_name ?? user.username);
    },
    channelName: (id: string) => {
      const found = state.channels.find((candidate) => candidate.id === id);
      return found && `${found.kind === 'dm' ? '@' : '#'}${found.name}`;
    },
  };
}
