import type { Recipient, SnoozeDays } from '../../bot/domain/campaigns/recipient.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { campaignForm } from '../../cards/campaigns/message.ts';
import { masked } from '../../cards/parts/masked.ts';
import { retiredCard } from '../../cards/parts/page.ts';
import type { Next } from '../destination.ts';
import { prefilledHere } from '../enrolment/prefilled.ts';
import { answerIn } from '../said.ts';
import type { Act, Turn } from '../turn.ts';

type Press = Act & { kind: 'verb' };

/** The button of the card: straight to the step. What the card showed and is still so needs no second question. */
export async function campaignGo(turn: Turn, { data }: Press): Promise<Next> {
  return begun(turn, read(data).campaign);
}

async function begun(turn: Turn, campaign: string): Promise<Next> {
  const onFile = await turn.campaigns.begin(turn.asker.employee, campaign);
  if (turn.account.registration === 'elsewhere') return { go: 'register' };
  const shown = (await prefilledHere(turn)).find(({ method, address }) =>
    onFile.some((one) => one.method === method && one.shown.replaceAll(' ', '\u00a0') === masked(method, address)),
  );
  return shown ? { go: 'register', onFile: shown.method } : { go: 'register' };
}

/** The card becomes a line; whatever is talked about goes on. */
export async function campaignLater(turn: Turn, { data }: Press): Promise<Next> {
  const { campaign, days } = read(data);
  turn.beside(retiredCard(turn.tell, await snoozed(turn, campaign, days)));
  return 'stay-silent';
}

export async function campaignNever(turn: Turn, { data }: Press): Promise<Next> {
  await turn.campaigns.refuse(turn.asker.employee, read(data).campaign);
  turn.beside(retiredCard(turn.tell, turn.tell('campaign.refused')));
  return 'stay-silent';
}

async function snoozed(turn: Turn, campaign: string, days: SnoozeDays): Promise<string> {
  const until = await turn.campaigns.snooze(turn.asker.employee, campaign, days);
  return turn.tell('campaign.snoozed', { time: turn.tell.time(until, turn.now) });
}

function read(data: Press['data']) {
  const form = campaignForm.safeParse(data);
  return form.success ? form.data : { campaign: '', days: 3 as const };
}

/** Screens on which nothing else is asked, so that a yes is one to the campaign's card. */
const open: ReadonlySet<string> = new Set(['home', 'finish']);

/** What is said in place of the card's buttons; undefined: it is about something else. */
export async function campaignSaid(turn: Turn, heard: Heard, screen: string): Promise<Next | undefined> {
  const wish = spoken(heard) ?? (open.has(screen) && agrees(heard) ? 'go' : undefined);
  if (!wish) return undefined;
  const recipient = await turn.campaigns.current(turn.asker.employee);
  if (!recipient || recipient.end !== null) return undefined;
  return said(turn, recipient, wish);
}

function agrees(words: Heard): boolean {
  return answerIn(words) === 'yes' || says('campaign.go', words);
}

function spoken(words: Heard): 'never' | SnoozeDays | undefined {
  if (says('campaign.never', words)) return 'never';
  if (says('campaign.week', words)) return 7;
  if (says('campaign.tomorrow', words)) return 1;
  return says('campaign.later', words) ? 3 : undefined;
}

async function said(turn: Turn, { campaign }: Recipient, wish: 'go' | 'never' | SnoozeDays): Promise<Next> {
  if (wish === 'go') return begun(turn, campaign);
  if (wish !== 'never') turn.say(await snoozed(turn, campaign, wish));
  else {
    await turn.campaigns.refuse(turn.asker.employee, campaign);
    turn.say(turn.tell('campaign.refused'));
  }
  return 'same';
}
