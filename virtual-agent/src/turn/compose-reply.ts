import {
  type ArticleCard,
  encodeButtonAction,
  type Presentation,
  type PresentedArticle,
} from '@discord-channel/contracts';
import { type Article, excerptOf } from '@discord-channel/knowledge-base';
import { type PlayerLanguage, playerLanguage, playerText } from '@discord-channel/player-texts';
import type { SmallTalk } from './read-small-talk';

/** What was found out for a turn. */
export type Finding =
  | { kind: 'articles'; articles: readonly Article[] }
  /** Instead of what was shown; none when there is nothing else. */
  | { kind: 'something-else'; articles: readonly Article[] }
  | { kind: 'article'; article: Article }
  /** An answer in words, out of articles. */
  | { kind: 'composed'; text: string; cited: readonly [Article, ...Article[]] }
  | { kind: 'article-gone' }
  | { kind: 'helped' }
  | { kind: SmallTalk };

/** A message of the virtual agent: how it looks to the player, and the same in plain words for the transcript. */
export interface Reply {
  presentation: Presentation;
  body: string;
}

/** With the button that asks for an agent, one row of Discord's buttons. */
const maxArticleButtons = 4;
/** Beside the buttons of a card. */
const maxOtherButtons = 2;
/** Discord's limit for the label of a button. */
const maxLabelLength = 80;
const maxArticleTitleLength = 256;

/** What to say, given what was found. Pure: the same finding gets the same words. */
export function composeReply(finding: Finding, language: PlayerLanguage): Reply {
  switch (finding.kind) {
    case 'articles':
      return offerArticles(finding.articles, language, 'categories.question', 'categories.none');
    case 'something-else':
      return offerArticles(finding.articles, language, 'something-else.offered', 'something-else.none');
    case 'article':
      return showArticle(
        finding.article,
        language,
        playerText(language, 'article.suggested', { title: finding.article.title }),
      );
    case 'composed':
      return showArticle(finding.cited[0], language, finding.text, finding.cited.slice(1));
    case 'article-gone':
      return say('article.gone', language);
    case 'helped':
      return toReply({ text: playerText(language, 'feedback.helped'), buttons: [] });
    case 'greeting':
      return toReply({ text: playerText(language, 'small-talk.greeting'), buttons: [] });
    case 'thanks':
      return toReply({ text: playerText(language, 'small-talk.thanks'), buttons: [] });
  }
}

/** Adds to a reply that an agent could help better, and puts the button for one first. */
export function offerAgent({ presentation }: Reply, language: PlayerLanguage): Reply {
  const agent = requestAgentButton(language);
  const others = presentation.buttons.filter(({ id }) => id !== agent.id);
  return toReply({
    ...presentation,
    text: `${presentation.text}\n\n${playerText(language, 'agent.offered')}`,
    buttons: [{ ...agent, style: 'primary' }, ...others.map((button) => ({ ...button, style: 'secondary' as const }))],
  });
}

type OfferKey = 'categories.question' | 'something-else.offered';
type NothingKey = 'categories.none' | 'something-else.none' | 'article.gone';

function offerArticles(
  articles: readonly Article[],
  language: PlayerLanguage,
  some: OfferKey,
  none: NothingKey,
): Reply {
  if (articles.length === 0) return say(none, language);
  const offered = articles.slice(0, maxArticleButtons).map(articleButton);
  return toReply({ text: playerText(language, some), buttons: [...offered, requestAgentButton(language)] });
}

function showArticle(article: Article, language: PlayerLanguage, text: string, others: readonly Article[] = []): Reply {
  const button = (kind: 'helped' | 'something-else', style: 'primary' | 'secondary') => ({
    id: encodeButtonAction({ kind, articleId: article.id }),
    label: playerText(language, `button.${kind}`),
    style,
  });
  return toReply({
    text,
    article: presentArticle({ ...article, excerpt: excerptOf(article.text) }),
    buttons: [
      button('helped', 'primary'),
      button('something-else', 'secondary'),
      ...others.slice(0, maxOtherButtons).map(articleButton),
      requestAgentButton(language),
    ],
  });
}

/**
 * An article that an agent sends: the card that the virtual agent would show, without its buttons.
 * @param locale what is known of the customer's language
 */
export function composeArticleCard(
  article: PresentedArticle,
  locale: string | null,
): { presentation: ArticleCard; body: string } {
  const text = playerText(playerLanguage(locale), 'article.suggested', { title: article.title });
  const presentation = { text, article: presentArticle(article) };
  return { presentation, body: toReply({ ...presentation, buttons: [] }).body };
}

function presentArticle({ title, url, category, excerpt }: PresentedArticle): PresentedArticle {
  return { title: shorten(title, maxArticleTitleLength), url, category, excerpt };
}

function say(key: NothingKey, language: PlayerLanguage): Reply {
  return toReply({ text: playerText(language, key), buttons: [requestAgentButton(language)] });
}

function articleButton({ id, title }: Article): Presentation['buttons'][number] {
  return {
    id: encodeButtonAction({ kind: 'show-article', articleId: id }),
    label: shorten(title, maxLabelLength),
    style: 'primary',
  };
}

function requestAgentButton(language: PlayerLanguage): Presentation['buttons'][number] {
  return {
    id: encodeButtonAction({ kind: 'request-agent' }),
    label: playerText(language, 'button.request-agent'),
    style: 'secondary',
  };
}

function toReply(presentation: Presentation): Reply {
  const { text, article, buttons } = presentation;
  const card = article ? [article.title, article.url, article.excerpt] : [];
  const labels = buttons.map(({ label }) => `[${label}]`).join(' ');
  return { presentation, body: [text, ...card, labels].filter(Boolean).join('\n') };
}

function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
