import type { ArticleView, NamedServer } from '@discord-channel/contracts';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
import { EditField } from '../../case-panel/editing/edit-field';
import { EditFrame } from '../../case-panel/editing/edit-frame';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { serverChoices } from '../server-choices';
import { useArticleForm } from './use-article-form';

export interface ArticleFormProps {
  client: ArticleClient;
  /** Left out for a new one. */
  article: ArticleView | undefined;
  servers: readonly NamedServer[];
  createId: () => string;
  onDone: () => void;
}

const states = (['published', 'draft'] as const).map((state) => ({
  value: state,
  name: text(`articles.state.${state}`),
}));

/** Writes an article, or changes one. */
export const ArticleForm: React.FC<ArticleFormProps> = ({ client, article, servers, createId, onDone }) => {
  const choices = serverChoices(servers);
  const [first] = choices;
  const form = useArticleForm({ client, article, server: first?.value ?? '', createId, onSaved: onDone });
  const label = text(article ? 'articles.edit' : 'articles.add');
  return (
    <>
      <Heading as="h2" variant="heading30">
        {label}
      </Heading>
      <EditFrame label={label} form={form} onCancel={onDone}>
        <EditField form={form} name="title" label={text('articles.article-title')} required />
        <EditField
          form={form}
          name="label"
          label={text('articles.label')}
          required
          hint={text('articles.label-hint')}
        />
        {!article && (
          <EditField form={form} name="server" label={text('articles.server')} kind="choice" choices={choices} />
        )}
        <EditField
          form={form}
          name="queries"
          label={text('articles.queries')}
          kind="paragraph"
          hint={text('articles.queries-hint')}
        />
        <EditField form={form} name="url" label={text('articles.url')} />
        <EditField
          form={form}
          name="text"
          label={text('articles.text')}
          kind="paragraph"
          required
          hint={text('articles.text-hint')}
        />
        <EditField
          form={form}
          name="language"
          label={text('articles.language')}
          hint={text('articles.language-hint')}
        />
        <EditField form={form} name="state" label={text('articles.state')} kind="choice" choices={states} />
      </EditFrame>
    </>
  );
};
