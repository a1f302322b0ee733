import { z } from 'zod';
import type { AppSetup } from '../../bot/domain/account/person.ts';
import { appLink, groupedSecret } from '../../bot/domain/methods/app.ts';
import { appSetupLife } from '../../bot/domain/methods/app-enrolment.ts';
import { type Instant, minutesLeft } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom, cut, type Note } from '../parts/render.ts';
import structure from './app.json' with { type: 'json' };
import { appPicture } from './app-picture.ts';
import proving from './app-prove.json' with { type: 'json' };

const code = z.string().transform(cut).default('');

/** What the card of a setup sends back; `challenge` says which setup it is about. */
export const appForm = z.object({ verb: z.literal('app-code'), challenge: z.string().max(64), code });
/** What the card that asks for a code of the app sends back. */
export const appProveForm = z.object({ verb: z.literal('app-prove'), code });

const build = cardFrom(structure);
const buildProving = cardFrom(proving);

/** Longer names would make the picture too fine to scan. */
const longestAccount = 100;

/**
 * The secret as a picture, as text to read, and in a field, the one place a phone lets people copy from. There is no link that opens
 * an app: Teams opens none but those of the web.
 * @param account the sign-in name, as the app will show it
 * @param progress "1 of 2 methods ready"
 */
export function appCard(
  tell: Tell,
  { id, secret, at }: AppSetup,
  account: string,
  progress: string,
  now: Instant,
  note?: Note,
): Card {
  return build(
    tell,
    {
      ...appPicture(appLink(secret, tell('product.name'), account.slice(0, longestAccount))),
      title: tell('app.title'),
      progress,
      steps: [{ text: tell('app.step.open') }, { text: tell('app.step.add') }],
      scan: tell('app.step.scan'),
      pictureAlt: tell('app.picture'),
      keyLabel: tell('app.key'),
      key: groupedSecret(secret),
      copyLabel: tell('app.copy'),
      copy: secret,
      codeLabel: tell('app.code'),
      until: tell('app.until', { minutes: minutesLeft(at + appSetupLife - now) }),
    },
    [
      { title: tell('app.check'), verb: 'app-code', data: { challenge: id }, primary: true },
      { title: tell('app.other'), verb: 'back', data: { from: 'app' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'app' }, leaves: true },
    ],
    note,
  );
}

/** Asks for the code that the app shows now. */
export function appProveCard(tell: Tell, note?: Note): Card {
  return buildProving(
    tell,
    {
      title: tell('app.prove.title'),
      intro: tell('app.prove.intro', { name: tell('product.name') }),
      codeLabel: tell('app.code'),
    },
    [
      { title: tell('app.check'), verb: 'app-prove', data: { from: 'app-code' }, primary: true },
      { title: tell('app.other'), verb: 'back', data: { from: 'app-code' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'app-code' }, leaves: true },
    ],
    note,
  );
}
