import * as React from 'react';
import { text } from '../text';
import { AttachFiles } from './AttachFiles';
import type { AttachedFile } from './read-file';

export type ExtraMessage = { stickers: string[] } | { attachments: AttachedFile[] };

export interface ExtraButtonsProps {
  onSend(message: ExtraMessage): void;
}

/** Sends what is not text: files, or a sticker. */
export function ExtraButtons({ onSend }: ExtraButtonsProps) {
  return (
    <>
      <AttachFiles onSend={onSend} />
      <ExtraButton
        label={text('composer.sticker')}
        testId="send-sticker"
        path="M5 3h14a2 2 0 0 1 2 2v8l-8 8H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm16 10h-6a2 2 0 0 0-2 2v6"
        onClick={() => onSend({ stickers: ['Wave'] })}
      />
    </>
  );
}

interface ExtraButtonProps {
  label: string;
  testId: string;
  path: string;
  onClick(): void;
}

function ExtraButton({ label, testId, path, onClick }: ExtraButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      data-testid={testId}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
    </button>
  );
}
