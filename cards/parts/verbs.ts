/**
 * Every button there is, by the card it stands on first. A button says what it is for by its verb; what comes of it stands
 * in `dialogs/verbs.ts`, for supporters in `bot/teams/support/supporter-turns.ts`.
 */
export type Verb =
  | 'start'
  | 'look-through'
  | 'manage'
  | 'bring-back'
  | 'why-failed'
  | 'contact'
  | 'tell-it'
  | 'privacy'
  | 'language'
  | 'more'
  | 'take'
  | 'later'
  | 'back'
  | 'cancel'
  | 'phone'
  | 'email'
  | 'code'
  | 'resend'
  | 'change'
  | 'app-code'
  | 'app-prove'
  | 'questions'
  | 'other-questions'
  | 'answers'
  | 'call-office'
  | 'wrong'
  | 'dispute'
  | 'confirm'
  | 'look-there'
  | 'home'
  | 'done'
  | 'remove'
  | 'keep'
  | 'keep-day'
  | 'keep-mail'
  | 'remove-it'
  | 'close'
  | 'show-whole'
  | 'erase'
  | 'erase-it'
  | 'take-out'
  | 'why'
  | 'why-unknown'
  | 'would-work'
  | 'do-register'
  | 'do-confirm'
  | 'do-manage'
  | 'do-methods'
  | 'do-rehearse'
  | 'do-contact'
  | 'ask-again'
  | 'prove-one'
  | 'why-this'
  | 'meant'
  | 'contact-look'
  | 'contact-send'
  | 'contact-change'
  | 'not-me'
  | 'all-right'
  | 'snooze'
  | 'stay-ready'
  | 'ask-person'
  | 'next-step'
  | 'show'
  | `campaign-${'go' | 'later' | 'never' | 'person'}`
  | 'window'
  | 'type-here'
  | `ticket-${'say' | 'edit' | 'reopen' | 'withdraw' | 'works' | 'check-yes' | 'check-no'}`;

/** Buttons of the cards in the support channel. */
export type SupportVerb =
  | `support-${'claim' | 'check' | 'back' | 'more' | 'second' | 'second-let-go' | 'bring-back' | 'let-go'}`
  | `support-${'' | 'open-'}${'ask' | 'note' | 'resolve' | 'return'}`
  | 'support-open-bring-back';

/** Buttons that open a page: nothing comes back. */
export type LinkVerb = 'open' | 'registration-page';
