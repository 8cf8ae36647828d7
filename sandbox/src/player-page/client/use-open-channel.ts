import { useCallback, useState } from 'react';

/** Which channel is open; kept in the address, so that a reload comes back to it. */
export function useOpenChannel(): [string | undefined, (channelId: string) => void] {
  const [channelId, setChannelId] = useState<string | undefined>(() => window.location.hash.slice(1) || undefined);
  const open = useCallback((id: string) => {
    window.history.replaceState(null, '', `#${id}`);
    setChannelId(id);
  }, []);
  return [channelId, open];
}
