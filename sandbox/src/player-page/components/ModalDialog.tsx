import { ComponentType } from 'discord-api-types/v10';
import * as React from 'react';
import type { SubmitModalRequest } from '../../discord/players/submit-modal';
import type { OpenModal } from '../client/client-state';
import { text } from '../text';
import { ModalField } from './ModalField';

export interface ModalDialogProps {
  open: OpenModal;
  onSubmit(request: SubmitModalRequest): Promise<void>;
  onClose(): void;
}

/** A form of the bot's. The browser's own modal dialog: it keeps the focus inside, gives it back, and Escape closes it. */
export function ModalDialog({ open: { interactionId, modal, state }, onSubmit, onClose }: ModalDialogProps) {
  const dialog = React.useRef<HTMLDialogElement>(null);
  const [values, setValues] = React.useState(() => firstValues(modal));
  const [error, setError] = React.useState<string>();

  React.useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => element?.close();
  }, []);

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const given = modal.components.map(({ component: { type, custom_id } }) => {
      const value = values[custom_id] ?? '';
      return [custom_id, type === ComponentType.TextInput ? value : value === '' ? [] : [value]];
    });
    onSubmit({ interactionId, values: Object.fromEntries(given) }).catch(({ message }: Error) => setError(message));
  };
  const failure = error ?? (state === 'failed' ? text('modal.failed') : undefined);
  return (
    <dialog ref={dialog} className="modal" data-testid="modal" aria-labelledby="modal-heading" onCancel={onClose}>
      <form onSubmit={submit}>
        <h2 id="modal-heading">{modal.title}</h2>
        {modal.components.map((label) => (
          <ModalField
            key={label.component.custom_id}
            field={label}
            value={values[label.component.custom_id] ?? ''}
            onChange={(value) => setValues({ ...values, [label.component.custom_id]: value })}
          />
        ))}
        <p role="alert" className="failure">
          {failure}
        </p>
        <div className="modal-actions">
          <button type="button" className="message-button secondary" onClick={onClose}>
            {text('modal.cancel')}
          </button>
          <button
            type="submit"
            className="message-button primary"
            data-testid="modal-submit"
            aria-busy={state === 'sending'}
          >
            {text(state === 'sending' ? 'modal.sending' : 'modal.submit')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function firstValues({ components }: OpenModal['modal']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    components.map(({ component }) => [
      component.custom_id,
      (component.type === ComponentType.TextInput
        ? component.value
        : component.options.find((option) => option.default)?.value) ?? '',
    ]),
  );
}
