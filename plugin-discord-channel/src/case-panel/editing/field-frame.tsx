import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import React from 'react';
import { text } from '../../strings/text';

export interface FieldFrameProps {
  label: string;
  /** Of the control inside. */
  id: string;
  helpId: string;
  required?: boolean;
  hint?: string;
  /** What is wrong with it. */
  error?: string;
  /** What somebody else put here meanwhile, in words. */
  theirs?: string;
  children: React.ReactNode;
}

/** A control with its label above it and below it what there is to say about it. */
export const FieldFrame: React.FC<FieldFrameProps> = (props) => {
  const { label, id, helpId, required = false, hint, error, theirs, children } = props;
  return (
    <Box minWidth="size0">
      <Label htmlFor={id} required={required}>
        {label}
      </Label>
      {children}
      <Box id={helpId}>
        {error !== undefined && <HelpText variant="error">{error}</HelpText>}
        {theirs !== undefined && <HelpText variant="warning">{text('edit.theirs', { value: theirs })}</HelpText>}
        {hint !== undefined && error === undefined && <HelpText>{hint}</HelpText>}
      </Box>
    </Box>
  );
};
