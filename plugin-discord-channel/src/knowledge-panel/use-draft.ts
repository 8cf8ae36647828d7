import type { SuggestedArticle } from '@discord-channel/contracts';
import { useState } from 'react';
import { idle, type Progress } from '../case-panel/progress';
import { useMounted } from '../case-panel/use-case';
import { text } from '../strings/text';
import type { Composer } from './composer';
import { draftOf } from './draft-of';

export interface UseDraftOptions {
  composer: Composer;
  conversationSid: string | null;
  article: SuggestedArticle;
}

/** Puts an article into what the agent writes. */
export function useDraft({ composer, conversationSid, article }: UseDraftOptions): {
  progress: Progress;
  add: () => void;
} {
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();
  const add = async () => {
    if (conversationSid === null) return;
    let outcome: Progress;
    try {
      await composer.addDraft(conversationSid, draftOf(article));
      outcome = { kind: 'saved', message: text('knowledge.draft-added') };
    } catch {
      outcome = { kind: 'failed', message: text('knowledge.draft-failed') };
    }
    if (mounted.current) setProgress(outcome);
  };
  return { progress, add: () => void add() };
}
