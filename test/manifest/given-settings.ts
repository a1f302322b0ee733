/** What an administrator might give. */
export const given = {
  TEAMS_APP_ID: '0a1b2c3d-0000-4000-8000-0000000000aa',
  MicrosoftAppId: '0a1b2c3d-0000-4000-8000-0000000000bb',
  PUBLIC_HOST: 'bot.example.org',
  ORGANISATION: 'Example AB',
} as const;
