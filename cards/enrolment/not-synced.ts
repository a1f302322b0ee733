import type { NotWritten, WrittenMethod } from '../../bot/domain/reset-service/slots.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { registrationPage } from '../parts/microsoft-pages.ts';
import { pageCard } from '../parts/page.ts';
import type { Card } from '../parts/render.ts';

/** Tells that a method waits for the registration report, which has no line of them yet. */
export function unlistedCard(tell: Tell, method: WrittenMethod): Card {
  const lines = [tell('written.waits', { method: tell(`method.${method}`) })];
  return pageCard(tell, tell('written.waitsTitle'), lines, [
    { title: tell('button.registrationPage'), verb: 'registration-page', url: registrationPage },
  ]);
}

/** Tells that a method did not get into the reset service, or not out of it, why, and what to do. @param gone it was to go */
export function notWrittenCard(tell: Tell, method: WrittenMethod, why: NotWritten, gone: boolean): Card {
  const what = tell(gone ? 'written.stillThere' : 'written.notThere', { method: tell(`method.${method}`) });
  return pageCard(
    tell,
    tell('written.title'),
    [what, tell(`written.${why}`)],
    [
      { title: tell('button.registrationPage'), verb: 'registration-page', url: registrationPage, primary: true },
      { title: tell('home.contactButton'), verb: 'ask-person' },
    ],
  );
}
