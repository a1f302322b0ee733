import { z } from 'zod';
import type { Campaign } from '../../bot/domain/campaigns/campaign.ts';
import { endOf } from '../../bot/domain/campaigns/campaign.ts';
import { type Recipient, snoozeDays } from '../../bot/domain/campaigns/recipient.ts';
import { platformDates } from '../../bot/domain/reset-service/end-dates.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Button, type Card, cardFrom } from '../parts/render.ts';
import structure from './message.json' with { type: 'json' };

/** What the card sends back. */
export const campaignForm = z.object({
  campaign: z.string(),
  days: z
    .enum(snoozeDays.map(String))
    .transform((days) => snoozeDays.find((one) => `${one}` === days) ?? 3)
    .catch(3),
});

const build = cardFrom(structure);

/** Where a reset goes by what the reset service has, Microsoft's dates count. */
export interface CampaignCardOptions {
  readonly campaign: Campaign;
  readonly recipient: Recipient;
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly now: Instant;
}

/** Why they are asked now, with the one step that cures it. */
export function campaignCard(tell: Tell, { campaign, recipient, registration, now }: CampaignCardOptions): Card {
  const { settings, id } = campaign;
  const own = settings.words[tell.language];
  const by = tell('campaign.by', { date: tell.date(endOf(settings) - 1) });
  const lines = [...whyNow(tell, recipient, registration, now), ...(own ? [own] : []), by];
  const data = { campaign: id };
  const oneCode = recipient.reason === 'filled-in' && registration !== 'elsewhere';
  const buttons: readonly Button[] = [
    { title: tell(oneCode ? 'campaign.go.code' : 'campaign.go'), verb: 'campaign-go', data, primary: true },
    { title: tell('campaign.later'), verb: 'campaign-later', data },
    { title: tell('campaign.never'), verb: 'campaign-never', data },
    { title: tell('campaign.person'), verb: 'campaign-person', data },
  ];
  return build(
    tell,
    {
      title: tell('campaign.title'),
      lines: lines.map((text) => ({ text })),
      label: tell('campaign.days'),
      choices: snoozeDays.map((days) => ({ title: tell(`campaign.days.${days}`), value: `${days}` })),
    },
    buttons,
  );
}

function whyNow(
  tell: Tell,
  { reason, onFile, lapse }: Recipient,
  registration: CampaignCardOptions['registration'],
  now: Instant,
): readonly string[] {
  const ended = platformDates['filled-in-ends'];
  switch (reason) {
    case 'filled-in': {
      const values = onFile.map(({ shown }) => shown.replaceAll(' ', '\u00a0')).join(', ');
      return registration === 'here' || now < ended.when
        ? [tell('campaign.filled-in', { values })]
        : [tell('campaign.filled-in.ended', { values, date: tell.calendar(ended) })];
    }
    case 'falls-back': {
      const date = Object.values(platformDates).find((one) => 'when' in one && one.when === lapse?.when);
      if (!lapse || !date || !('when' in date) || now >= date.when) return [tell('campaign.fell-back')];
      return [tell(`lapse.${lapse.what}`, { date: tell.calendar(date) }), tell('campaign.falls-back')];
    }
    case 'not-on':
    case 'nothing':
      return [tell('campaign.nothing')];
    case 'too-few':
    case 'only-app':
      return [tell(`campaign.${reason}`)];
  }
}
