/** The words of the inbox page of local mode. */
export const inbox = {
  title: 'Inbox for trying out',
  lead: 'It stands in for your phone and your mailbox: what the bot sends shows up here.',
  phone: 'Phone',
  mailbox: 'Mailbox',
  phoneEmpty: 'Texts and calls will show up here, for instance when you ask for a code to your phone.',
  mailboxEmpty: 'Emails will show up here, for instance when you ask for a code to your email address.',
  text: 'Text message',
  call: 'Phone call',
  email: 'Email',
  to: 'To',
  spoken: 'A voice said:',
  copy: 'Copy code',
  copied: 'Code copied.',
  arrived: 'New message.',
  connected: 'New messages appear by themselves.',
  disconnected: 'The bot does not answer. This page goes on trying.',
} as const;
