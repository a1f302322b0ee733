import type { MethodChange } from '../../bot/domain/methods/change.ts';
import { changeSentence } from '../../bot/texts/change-sentence.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { pageCard } from '../parts/page.ts';
import type { Card } from '../parts/render.ts';

/** Tells of a change, with the way to disown it. */
export function noticeCard(tell: Tell, change: MethodChange): Card {
  const lines = [changeSentence(tell, change), tell('notice.calm')];
  return pageCard(tell, tell('notice.title'), lines, [
    { title: tell('notice.notMe'), verb: 'not-me', data: { change: change.id } },
  ]);
}
