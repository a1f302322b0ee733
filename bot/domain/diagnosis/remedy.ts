import { hour, type Instant, minute } from '../time.ts';

/** Pages outside the bot, with their addresses. `?mkt=sv-SE` may be added to the first; the others go by who signs in. */
export const microsoftPages = {
  reset: 'https://passwordreset.microsoftonline.com/',
  registration: 'https://aka.ms/ssprsetup',
  'security-info': 'https://aka.ms/mysecurityinfo',
  'personal-account': 'https://account.live.com/password/reset',
} as const;
export type MicrosoftPage = keyof typeof microsoftPages;

/** What an employee can do now; each is a button. The first of a list is the best. */
export type Remedy =
  /** Set up a method with the bot. */
  | { readonly kind: 'register' }
  /** Say whether the values that were filled in are right. */
  | { readonly kind: 'confirm' }
  /** Change or remove a method. */
  | { readonly kind: 'manage' }
  | { readonly kind: 'open'; readonly page: MicrosoftPage; readonly url: string }
  /** Not before this. */
  | { readonly kind: 'try-again-at'; readonly at: Instant }
  /** See which of the other methods would work. */
  | { readonly kind: 'other-method' }
  | { readonly kind: 'contact'; readonly urgency: 'normal' | 'urgent' }
  /** Walk through the checks of the reset page. */
  | { readonly kind: 'rehearse' };

/** A remedy as the table of situations names it. soon: in a few minutes · later: in an hour · after-block: once it is over. */
export type RemedyName =
  | 'register'
  | 'confirm'
  | 'manage'
  | `open-${MicrosoftPage}`
  | 'soon'
  | 'later'
  | 'after-block'
  | 'other-method'
  | 'contact'
  | 'contact-urgently'
  | 'rehearse';

/** @param blockEnds when a block ends; undefined: nobody knows, so a whole day from now */
export function remedyOf(name: RemedyName, now: Instant, blockEnds: Instant | undefined): Remedy {
  switch (name) {
    case 'soon':
      return { kind: 'try-again-at', at: now + 5 * minute };
    case 'later':
      return { kind: 'try-again-at', at: now + hour };
    case 'after-block':
      return { kind: 'try-again-at', at: blockEnds ?? now + 24 * hour };
    case 'contact':
      return { kind: 'contact', urgency: 'normal' };
    case 'contact-urgently':
      return { kind: 'contact', urgency: 'urgent' };
    case 'open-reset':
      return open('reset');
    case 'open-registration':
      return open('registration');
    case 'open-security-info':
      return open('security-info');
    case 'open-personal-account':
      return open('personal-account');
    default:
      return { kind: name };
  }
}

function open(page: MicrosoftPage): Remedy {
  return { kind: 'open', page, url: microsoftPages[page] };
}
