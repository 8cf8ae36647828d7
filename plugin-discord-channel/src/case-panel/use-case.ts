import type { CaseView, GetCaseRequest } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import type { DeleteCaseResult, PanelFailure, PanelResult } from '../functions-api/panel-result';
import type { CaseFeed } from '../live/case-feed';
import { useCaseNews } from '../live/use-case-news';
import { text } from '../strings/text';

export type CaseState =
  | { kind: 'loading' }
  /** The task has no case; nothing is wrong. */
  | { kind: 'absent' }
  /** It was deleted: by whom and when, in words. */
  | { kind: 'deleted'; message: string }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; case: CaseView };

/** Runs a change after all earlier ones, gives it the case as it is by then, and shows what became of it. */
export type WriteCase = <Result extends PanelResult | DeleteCaseResult>(
  change: (current: CaseView) => Promise<Result>,
) => Promise<Result | { kind: 'cancelled' }>;

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
  const gone = useRef(false);
  const lastWrite = useRef<Promise<unknown>>(Promise.resolve());
  const mounted = useMounted();

  const show = useCallback(
    (view: CaseView) => {
      // Answers can overtake each other.
      if (gone.current) return;
      if (latest.current && latest.current.version > view.version) return;
      if (latest.current && latest.current.contact.version > view.contact.version) return;
      latest.current = view;
      if (mounted.current) setState({ kind: 'ready', case: view });
    },
    [mounted],
  );

  const showDeleted = useCallback(
    (message: string) => {
      latest.current = undefined;
      gone.current = true;
      if (mounted.current) setState({ kind: 'deleted', message });
    },
    [mounted],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what a reload changes; the reference never changes.
  useEffect(() => {
    if (!reference) return undefined;
    const controller = new AbortController();
    gone.current = false;
    setState({ kind: 'loading' });
    client.getCase(reference, controller.signal).then((result) => {
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      if (result.kind === 'case') show(result.case);
      else if (result.kind === 'refused' && result.code === 'case-not-found') setState({ kind: 'absent' });
      else if (isDeleted(result)) showDeleted(result.message);
      else setState({ kind: 'failed', message: result.message });
    });
    return () => controller.abort();
  }, [client, round, show, showDeleted]);

  const reload = useCallback(() => setRound((previous) => previous + 1), []);

  const write = useCallback(
    <Result extends PanelResult | DeleteCaseResult>(change: (current: CaseView) => Promise<Result>) => {
      const run = lastWrite.current.then(async () => {
        if (!latest.current) return { kind: 'cancelled' } as const;
        const result = await change(latest.current);
        const told: PanelResult | DeleteCaseResult = result;
        if (told.kind === 'case') show(told.case);
        if (told.kind === 'deleted') showDeleted(text('delete.done', { number: told.number }));
        if (isDeleted(told)) showDeleted(told.message);
        if (told.kind === 'refused' && told.current) show(told.current);
        return result;
      });
      lastWrite.current = run.catch(() => undefined);
      return run;
    },
    [show, showDeleted],
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

function isDeleted(result: PanelResult | DeleteCaseResult): result is PanelFailure & { kind: 'refused' } {
  return result.kind === 'refused' && result.code === 'case-deleted';
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
