import type { ContactChanges, ContactView } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMounted } from '../../case-panel/use-case';
import type { PanelClient } from '../../functions-api/panel-client';
import type { ContactResult } from '../../functions-api/panel-result';
import type { CaseFeed } from '../../live/case-feed';
import { useLiveList } from '../../live/use-live-list';

export type ContactState =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; contact: ContactView };

export interface UseContact {
  state: ContactState;
  reload: () => void;
  save: (changes: ContactChanges, version: number) => Promise<ContactResult>;
}

export interface UseContactOptions {
  client: PanelClient;
  feed: CaseFeed;
  /** Whom; for another one, mount anew. */
  contactId: string;
}

/**
 * Somebody in the list of contacts, with or without a case. Looked at anew when a case changed: the change of a contact
 * is told in its newest case. What is newer is shown, an older answer is not.
 */
export function useContact({ client, feed, contactId }: UseContactOptions): UseContact {
  const [state, setState] = useState<ContactState>({ kind: 'loading' });
  const latest = useRef<ContactView>();
  const mounted = useMounted();

  const take = useCallback(
    (result: ContactResult) => {
      const contact = result.kind === 'contact' ? result.contact : result.kind === 'refused' && result.currentContact;
      if (!contact || !mounted.current || (latest.current && latest.current.version > contact.version)) return;
      latest.current = contact;
      setState({ kind: 'ready', contact });
    },
    [mounted],
  );
  const look = useCallback(async () => {
    const result = await client.getContact({ contactId });
    take(result);
    const isLost = 'message' in result && latest.current === undefined && mounted.current;
    if (isLost) setState({ kind: 'failed', message: result.message });
  }, [client, contactId, take, mounted]);

  useEffect(() => void look(), [look]);
  useLiveList(feed, look);
  return {
    state,
    reload: () => {
      setState({ kind: 'loading' });
      void look();
    },
    save: async (changes, version) => {
      const result = await client.saveContact({ contactId, version, changes });
      take(result);
      return result;
    },
  };
}
