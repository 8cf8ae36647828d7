import type { CaseView, GetCaseRequest } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import type { PanelResult } from '../functions-api/panel-result';
import type { CaseFeed } from '../live/case-feed';
import { useCaseNews } from '../live/use-case-news';

export type CaseState =
  | { kind: 'loading' }
  /** The task has no case; nothing is wrong. */
  | { kind: 'absent' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; case: CaseView };

/** Runs a change after all earlier ones, gives it the case as it is by then, and shows the case that it answers. */
export type WriteCase = (change: (current: CaseView) => Promise<PanelResult>) => Promise<PanelResult>;

export interface UseCase {
  state: CaseState;
  reload: () => void;
  write: WriteCase;
}

export interface UseCaseOptions {
  client: PanelClient;
  feed: CaseFeed;
  /** Which case; undefined for a task that can have none. To change it, mount anew. */
  reference: GetCaseRequest | undefined;
}

/**
 * The case of a task, loaded when mounted and looked at anew when somebody changed it. The server is the truth: every
 * answer replaces what is shown, unless it is older.
 */
export function useCase({ client, feed, reference }: UseCaseOptions): UseCase {
  const [state, setState] = useState<CaseState>(reference ? { kind: 'loading' } : { kind: 'absent' });
  const [round, setRound] = useState(0);
  const latest = useRef<CaseView>();
  const lastWrite = useRef<Promise<unknown>>(Promise.resolve());
  const mounted = useMounted();

  const show = useCallback(
    (view: CaseView) => {
      // Answers can overtake each other.
      if (latest.current && latest.current.version > view.version) return;
      if (latest.current && latest.current.contact.version > view.contact.version) return;
      latest.current = view;
      if (mounted.current) setState({ kind: 'ready', case: view });
    },
    [mounted],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what a reload changes; the reference never changes.
  useEffect(() => {
    if (!reference) return undefined;
    const controller = new AbortController();
    setState({ kind: 'loading' });
    client.getCase(reference, controller.signal).then((result) => {
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      if (result.kind === 'case') show(result.case);
      else if (result.kind === 'refused' && result.code === 'case-not-found') setState({ kind: 'absent' });
      else setState({ kind: 'failed', message: result.message });
    });
    return () => controller.abort();
  }, [client, round, show]);

  const reload = useCallback(() => setRound((previous) => previous + 1), []);

  const write = useCallback<WriteCase>(
    (change) => {
      const run = lastWrite.current.then(async () => {
        if (!latest.current) return { kind: 'cancelled' } as const;
        const result = await change(latest.current);
        if (result.kind === 'case') show(result.case);
        if (result.kind === 'refused' && result.current) show(result.current);
        return result;
      });
      lastWrite.current = run.catch(() => undefined);
      return run;
    },
    [show],
  );

  const lookWaits = useRef(false);
  useCaseNews(feed, (news) => {
    const shown = latest.current;
    if (!shown || lookWaits.current || (news !== 'any' && news.caseId !== shown.id)) return;
    lookWaits.current = true;
    // Behind the agent's own changes, whose answers are newer than what a look on its way would bring.
    void write(({ id: caseId }) => {
      lookWaits.current = false;
      return client.getCase({ caseId });
    });
  });

  return { state, reload, write };
}

/** False once the component is gone: a change goes on without it, but nobody is left to be told. */
export function useMounted(): React.MutableRefObject<boolean> {
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
