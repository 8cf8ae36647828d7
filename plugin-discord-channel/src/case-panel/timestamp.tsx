import React from 'react';

export interface TimestampProps {
  /** ISO 8601 */
  at: string;
}

/** A moment in the agent's own language and time zone; the exact one as its tooltip. */
export const Timestamp: React.FC<TimestampProps> = ({ at }) => {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return <>{at}</>;
  return (
    <time dateTime={at} title={moment.toISOString()}>
      {moment.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
};
