import * as React from 'react';
import { text } from '../text';
import { type AttachedFile, readFile } from './read-file';

export interface AttachFilesProps {
  onSend(message: { attachments: AttachedFile[] }): void;
}

/** Lets the player choose files, and sends them at once. */
export function AttachFiles({ onSend }: AttachFilesProps) {
  const input = React.useRef<HTMLInputElement>(null);
  const send = async (files: File[]) => {
    if (input.current) input.current.value = '';
    if (files.length > 0) onSend({ attachments: await Promise.all(files.map(readFile)) });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        onChange={({ target }) => send([...(target.files ?? [])])}
      />
      <button
        type="button"
        className="icon-button"
        data-testid="attach-file"
        aria-label={text('composer.attach')}
        title={text('composer.attach')}
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M12 4v16M4 12h16" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
    </>
  );
}
