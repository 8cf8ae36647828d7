/**
 * What agents said, each with the `key` of the article that it is about: the server's own of that id, else the one for
 * all servers. Feedback names the id and the server that was helped, and outlives that an article is published anew.
 * As a table for a `from`.
 */
export const saidOfArticles = `(
  select coalesce(own.key, general.key) as key, said.*
    from knowledge_base.article_feedback as said
    left join knowledge_base.articles as own
      on own.application_id = said.application_id and coalesce(own.guild_id, '') = coalesce(said.guild_id, '')
     and own.id = said.article_id and own.state <> 'deleted'
    left join knowledge_base.articles as general
      on general.application_id = said.application_id and coalesce(general.guild_id, '') = ''
     and general.id = said.article_id and general.state <> 'deleted')`;
