import type { APIUser } from 'discord-api-types/v10';
import * as React from 'react';
import { displayName } from '../client/client-state';

export interface AvatarProps {
  user: APIUser;
}

/** Each is dark enough for white letters. */
const colours = ['#4752c4', '#1f7a46', '#a3456a', '#8a5a00', '#20707a', '#7a4bb5'];

/** The initials of a user on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ user }: AvatarProps) {
  const colour = colours[Number(BigInt(user.id) % BigInt(colours.length))];
  return (
    <span className="avatar" style={{ backgroundColor: colour }} aria-hidden="true">
      {initials(displayName(user))}
    </span>
  );
}

/** The first letters of up to two words, emoji and accents kept whole. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}
