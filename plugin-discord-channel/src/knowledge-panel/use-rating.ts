import type { SendableArticle, SuggestArticlesRequest } from '@discord-channel/contracts';
import { useRef, useState } from 'react';
import { idle, type Progress } from '../case-panel/progress';
import { useMounted } from '../case-panel/use-case';
import type { KnowledgeClient } from '../functions-api/knowledge-client';
import { text } from '../strings/text';

export interface UseRatingOptions {
  knowledge: KnowledgeClient;
  article: SendableArticle;
  /** What the article was suggested for. */
  asked: SuggestArticlesRequest;
}

export interface Rating {
  notHelpful: boolean;
  progress: Progress;
  /** Says that the article does not help, or takes it back. */
  toggle: () => void;
}

/** What the agent says of a suggested article. */
export function useRating({ knowledge, article, asked }: UseRatingOptions): Rating {
  const [notHelpful, setNotHelpful] = useState(article.notHelpful);
  const [progress, setProgress] = useState<Progress>(idle);
  const busy = useRef(false);
  const mounted = useMounted();

  const toggle = async () => {
    if (busy.current) return;
    busy.current = true;
    setProgress({ kind: 'saving', message: text('knowledge.rating') });
    const result = await knowledge.rateArticle({ ...asked, articleId: article.id, notHelpful: !notHelpful });
    busy.current = false;
    if (!mounted.current || result.kind === 'cancelled') return;
    if (result.kind !== 'rated') {
      return setProgress({ kind: 'failed', message: text('knowledge.rate-failed', { reason: result.message }) });
    }
    setNotHelpful(result.notHelpful);
    setProgress({ kind: 'saved', message: text(result.notHelpful ? 'knowledge.rated' : 'knowledge.unrated') });
  };

  return { notHelpful, progress, toggle: () => void toggle() };
}
