/** A message in a personal chat as Teams sends it, with every field it usually has. */
export function teamsMessage(serviceUrl: string, tenantId: string): Record<string, unknown> {
  return {
    type: 'message',
    id: '1485983408511',
    timestamp: '2026-03-02T09:15:30.8465811Z',
    localTimestamp: '2026-03-02T10:15:30.8465811+01:00',
    localTimezone: 'Europe/Stockholm',
    serviceUrl,
    channelId: 'msteams',
    from: {
      id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2kHTL3Bw',
      name: 'Robin Taylor',
      aadObjectId: '7faf8c1d-8c2f-4e0c-9f6a-3a1f8d3a7d55',
    },
    recipient: { id: '28:c9e8c047-2a34-40a1-b28a-b162d5f5327c', name: 'Reset Ready' },
    conversation: {
      conversationType: 'personal',
      id: 'a:17I0kl8EkpE1O9PH5TWrzrLNwnWWcfrU7QZ01XtKOQ5fP5xR4aYB4w9WCf_6MR8PdZgYbmP7aMy9hUoBWYcA0kHlWJ4r',
      tenantId,
    },
    channelData: { tenant: { id: tenantId }, source: { name: 'message' }, legacy: { replyToId: '1:1kwT6gS' } },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/Stockholm' },
    ],
    attachments: [{ contentType: 'text/html', content: '<p>I forgot my password</p>' }],
    textFormat: 'plain',
    locale: 'en-GB',
    text: 'I forgot my password',
  };
}

/** A press on a card button, as Teams sends it. */
export function teamsPress(serviceUrl: string, tenantId: string): Record<string, unknown> {
  const { text: _text, textFormat: _format, attachments: _attachments, ...rest } = teamsMessage(serviceUrl, tenantId);
  return {
    ...rest,
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:5b6c7d8e',
    replyToId: '1485983408510',
    value: {
      action: { type: 'Action.Execute', verb: 'save', data: { challenge: '0123456789abcdef' } },
      trigger: 'manual',
    },
  };
}

/** The bot being added to a personal chat, as Teams sends it. */
export function teamsArrival(serviceUrl: string, tenantId: string): Record<string, unknown> {
  const { text: _text, textFormat: _format, attachments: _attachments, ...rest } = teamsMessage(serviceUrl, tenantId);
  return { ...rest, type: 'conversationUpdate', membersAdded: [rest.recipient, rest.from] };
}
