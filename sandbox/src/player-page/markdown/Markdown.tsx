import * as React from 'react';
import { formatTime } from './format-time';
import { type MarkdownNode, parseMarkdown } from './parse-markdown';

export interface MarkdownProps {
  source: string;
  /** Name of the user with this id; undefined when nobody knows them. */
  userName(id: string): string | undefined;
  /** Name of the channel with this id as it is shown, `#bugs` or `@Support`. */
  channelName(id: string): string | undefined;
  onOpenChannel(id: string): void;
}

/** Draws Markdown as React nodes: what a player wrote is text and can never become markup. */
export function Markdown(props: MarkdownProps) {
  return <>{draw(parseMarkdown(props.source), props)}</>;
}

function draw(nodes: readonly MarkdownNode[], props: MarkdownProps): React.ReactNode[] {
  return nodes.map((node, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a text never move, a changed message is parsed anew
    <React.Fragment key={position}>{drawNode(node, props)}</React.Fragment>
  ));
}

function drawNode(node: MarkdownNode, props: MarkdownProps): React.ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return <strong>{draw(node.children, props)}</strong>;
    case 'italic':
      return <em>{draw(node.children, props)}</em>;
    case 'underline':
      return <u>{draw(node.children, props)}</u>;
    case 'strike':
      return <s>{draw(node.children, props)}</s>;
    case 'code':
      return <code>{node.text}</code>;
    case 'code-block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow">
          {draw(node.children, props)}
        </a>
      );
    case 'user':
      return <span className="mention">@{props.userName(node.id) ?? 'unknown-user'}</span>;
    case 'time':
      return <time dateTime={node.at.toISOString()}>{formatTime(node.at, node.style, new Date())}</time>;
    case 'channel': {
      const name = props.channelName(node.id);
      if (name === undefined) return <span className="mention">#unknown</span>;
      return (
        <button type="button" className="mention" onClick={() => props.onOpenChannel(node.id)}>
          {name}
        </button>
      );
    }
  }
}
