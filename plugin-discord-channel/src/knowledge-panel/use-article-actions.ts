import type { SendableArticle } from '@discord-channel/contracts';
import { useRef, useState } from 'react';
import { idle, type Progress } from '../case-panel/progress';
import { useMounted } from '../case-panel/use-case';
import { text } from '../strings/text';
import type { Composer } from './composer';
import { draftOf } from './draft-of';

export interface UseArticleActionsOptions {
  composer: Composer;
  conversationSid: string | null;
  article: SendableArticle;
}

export interface ArticleActions {
  progress: Progress;
  /** Puts the article into what the agent writes. */
  addDraft: () => void;
  /** Sends the article's card. Pressed twice before it is gone, it is sent once. */
  send: () => void;
}

/** What an agent does with an article in the conversation. */
export function useArticleActions({ composer, conversationSid, article }: UseArticleActionsOptions): ArticleActions {
  const [progress, setProgress] = useState<Progress>(idle);
  const busy = useRef(false);
  const mounted = useMounted();

  const run = async (act: (conversationSid: string) => Promise<Progress>, failure: Progress) => {
    if (conversationSid === null || busy.current) return;
    busy.current = true;
    const outcome = await act(conversationSid).catch(() => failure);
    busy.current = false;
    if (mounted.current) setProgress(outcome);
  };

  const draftFailed: Progress = { kind: 'failed', message: text('knowledge.draft-failed') };
  const addDraft = () =>
    run(async (sid) => {
      await composer.addDraft(sid, draftOf(article));
      return { kind: 'saved', message: text('knowledge.draft-added') };
    }, draftFailed);

  const sendFailed: Progress = { kind: 'failed', message: text('knowledge.send-failed') };
  const send = () =>
    run(async (sid) => {
      setProgress({ kind: 'saving', message: text('knowledge.sending') });
      const { body, presentation } = article.card;
      const outcome = await composer.send(sid, { body, attributes: { origin: 'agent', presentation } });
      return outcome === 'sent' ? { kind: 'saved', message: text('knowledge.sent') } : sendFailed;
    }, sendFailed);

  return { progress, addDraft: () => void addDraft(), send: () => void send() };
}
