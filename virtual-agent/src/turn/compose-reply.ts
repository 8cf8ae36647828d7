import { encodeButtonAction, type Presentation } from '@discord-channel/contracts';
import { type Article, excerptOf } from '@discord-channel/knowledge-base';
import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';

/** What was found out for a turn. */
export type Finding =
  | { kind: 'articles'; articles: readonly Article[] }
  | { kind: 'article'; article: Article }
  | { kind: 'article-gone' };

/** A message of the virtual agent: how it looks to the player, and the same in plain words for the transcript. */
export interface Reply {
  presentation: Presentation;
  body: string;
}

/** With the button that asks for an agent, one row of Discord's buttons. */
const maxArticleButtons = 4;
/** Discord's limit for the label of a button. */
const maxLabelLength = 80;
const maxArticleTitleLength = 256;

/** What to say, given what was found. Pure: the same finding gets the same words. */
export function composeReply(finding: Finding, language: PlayerLanguage): Reply {
  switch (finding.kind) {
    case 'articles':
      return finding.articles.length > 0 ? offerArticles(finding.articles, language) : say('categories.none', language);
    case 'article':
      return showArticle(finding.article, language);
    case 'article-gone':
      return say('article.gone', language);
  }
}

function offerArticles(articles: readonly Article[], language: PlayerLanguage): Reply {
  const offered = articles.slice(0, maxArticleButtons).map(({ id, title }) => ({
    id: encodeButtonAction({ kind: 'show-article', articleId: id }),
    label: shorten(title, maxLabelLength),
    style: 'primary' as const,
  }));
  return toReply({
    text: playerText(language, 'categories.question'),
    buttons: [...offered, requestAgentButton(language)],
  });
}

function showArticle(article: Article, language: PlayerLanguage): Reply {
  return toReply({
    text: playerText(language, 'article.suggested', { title: article.title }),
    article: {
      title: shorten(article.title, maxArticleTitleLength),
      url: article.url,
      category: article.category,
      excerpt: excerptOf(article.text),
    },
    buttons: [requestAgentButton(language)],
  });
}

function say(key: 'categories.none' | 'article.gone', language: PlayerLanguage): Reply {
  return toReply({ text: playerText(language, key), buttons: [requestAgentButton(language)] });
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
