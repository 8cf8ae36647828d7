import React from 'react';

/** Discord's blurple. https://discord.com/branding */
export const discordColor = '#5865F2';

/** A speech bubble with a game controller's face: says "Discord" without being its logo. */
export const DiscordGlyph: React.FC<{ size?: number }> = ({ size = 24 }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" role="img" aria-label="Discord">
    <rect width="24" height="24" rx="6" fill={discordColor} />
    <path
      fill="#fff"
      d="M7 6h10a4 4 0 0 1 4 4v3.500a4 4 0 0 1-4 4h-3.200L12 19.500l-1.800-2H7a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4Z"
    />
    <g fill={discordColor}>
      <ellipse cx="9" cy="11.750" rx="1.400" ry="1.700" />
      <ellipse cx="15" cy="11.750" rx="1.400" ry="1.700" />
    </g>
  </svg>
);
