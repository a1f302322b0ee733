import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import { PNG } from 'pngjs';
import { create } from 'qrcode';
import { appLink } from '../../bot/domain/methods/app.ts';
import { isPredefined, offeredQuestions, type QuestionId } from '../../bot/domain/methods/questions/policy.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { askedQuestion } from '../../bot/texts/questions.ts';
import { shownRows } from '../../cards/enrolment/questions.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { walkedIn } from '../support/figure.ts';
import { card, wording } from '../support/playground-parts.ts';
import { openScene, type Scene } from '../support/scene.ts';

let chromium: Chromium;

const own = 'Which building did you start in?';
const asking = { methodsRequired: 1, questions: { allowed: true, toRegister: 3, toAnswer: 3, own: [own] } } as const;
const answers = ['Östersund', 'Fido the third', 'the red one'] as const;

function wordsOnCard({ person }: Pick<Scene, 'person'>): Promise<string> {
  return wording(person.page.locator(card).last());
}

/** The key on the newest card, as somebody would read it off. */
async function keyOnCard({ person }: Scene): Promise<string> {
  const text = await wordsOnCard({ person });
  const [key] = text.match(/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/u) ?? [];
  assert.ok(key, text);
  return key.replaceAll(' ', '');
}

/** What another implementation of the app shows, now or so many steps later. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: Date.now() + later * 30_000 });
}

/** What the picture on the newest card holds, module by module, against what it should. */
async function pictureHolds({ person }: Scene, link: string): Promise<void> {
  const source = await person.page.locator(`${card} img`).last().getAttribute('src');
  const png = PNG.sync.read(Buffer.from(source?.split(',')[1] ?? '', 'base64'));
  const { size, data } = create(link, { errorCorrectionLevel: 'L' }).modules;
  const scale = png.width / (size + 8);
  assert.ok(Number.isInteger(scale) && scale >= 3 && png.width <= 280);
  for (let y = -4; y < size + 4; y += 1) {
    for (let x = -4; x < size + 4; x += 1) {
      const inside = x >= 0 && y >= 0 && x < size && y < size;
      const at = (Math.floor((y + 4.5) * scale) * png.width + Math.floor((x + 4.5) * scale)) * 4;
      assert.equal(png.data[at], inside && data[y * size + x] ? 0 : 255, `${x}, ${y}`);
    }
  }
}

async function toMethod({ person, tell, shows }: Scene, method: 'authenticator-app' | 'security-questions') {
  await person.card(tell('home.title'));
  await person.press(tell('home.start'));
  await shows(tell('choose.title'));
  await person.changesInPlace(() => person.press(tell(`choose.take.${method}`)));
}

const [first, second] = ['kim@home.example', 'kim@elsewhere.example'] as const;

async function provesMailbox(
  { bot, person, tell, shows }: Scene,
  address: string,
  title: 'email.title' | 'email.titleChange' = 'email.title',
): Promise<void> {
  await shows(tell(title));
  await person.say(address);
  await shows(tell('code.title'));
  await person.say(await bot.code(address));
}

/** From the card to choose a method on. */
async function addsMailbox(scene: Scene): Promise<void> {
  const { person, tell, shows } = scene;
  await shows(tell('choose.title'));
  await person.press(tell('choose.take.authentication-email'));
  await provesMailbox(scene, first);
  await person.card(tell('finish.title'));
  await person.press(tell('finish.done'));
  await shows(tell('home.title'));
}

/** The address is replaced; then it was somebody else, and the way back asks for a proof by what was left alone. */
async function changesMailboxAndDisowns(scene: Scene): Promise<void> {
  const { person, tell, shows } = scene;
  await provesMailbox(scene, second, 'email.titleChange');
  await person.card(tell('notice.title'));
  await person.press(tell('notice.notMe'));
  await person.press(tell('notMe.yes'), tell('notMe.ask'));
  await shows('R-0001');
  await person.say('status');
  await person.press(tell('home.back'));
  await shows(tell('prove.title'));
}

async function mailboxIsBack({ tell, shows }: Scene): Promise<void> {
  await shows(tell('notice.brought-back', { method: tell('method.authentication-email'), time: '' }).slice(0, 15));
}

for (const locale of walkedIn(['en-GB', 'sv-SE'] as const, 1)) {
  describe(`an app and questions, in ${locale}`, { skip: noChromium }, () => {
    before(async () => {
      chromium = await launchChromium();
    });
    after(() => chromium.close());

    test('an app is scanned or typed in, proven by one code, and shows later that it is still them', async (t) => {
      const device = locale === 'sv-SE' ? 'phone' : 'desktop';
      const scene = await openScene(t, chromium, { locale, device });
      const { bot, person, tell, shows, keepsFromCards, picture } = scene;
      await toMethod(scene, 'authenticator-app');
      await shows(tell('app.title'), tell('app.step.open'), tell('app.step.add'), tell('app.step.scan'));
      const secret = await keyOnCard(scene);
      await pictureHolds(scene, appLink(secret, tell('product.name'), 'robin.taylor@example.org'));
      await picture('app');
      await person.fill(tell('app.code'), codeOf(secret, 40));
      await person.changesInPlace(() => person.press(tell('app.check')));
      await shows(tell('outcome.app-code-wrong', { left: 4 }), tell('app.title'));
      assert.equal(await keyOnCard(scene), secret);
      await picture('app-wrong');
      await person.fill(tell('app.code'), codeOf(secret));
      await person.changesInPlace(() => person.press(tell('app.check')));
      await shows(
        tell('outcome.method-proven.authenticator-app'),
        tell('readiness.progress', { proven: 1, required: 2 }),
      );
      await keepsFromCards(secret.slice(0, 4), 'otpauth');

      // Another app in its place, by typing; later it shows that it is still them.
      await addsMailbox(scene);
      await person.say(locale === 'sv-SE' ? 'hantera' : 'manage');
      await shows(tell('manage.title'));
      await person.press(tell('manage.change.authenticator-app'));
      await shows(tell('app.title'));
      const other = await keyOnCard(scene);
      assert.notEqual(other, secret);
      await person.say(codeOf(other));
      await person.card(tell('notice.title'));
      await keepsFromCards(other.slice(0, 4), secret.slice(0, 4));
      await person.say(locale === 'sv-SE' ? 'hantera' : 'manage');
      await shows(tell('manage.title'));
      await person.press(tell('manage.change.authentication-email'));
      await changesMailboxAndDisowns(scene);
      await person.press(tell('method.authenticator-app'), tell('prove.title'));
      await shows(tell('app.prove.title'));
      await picture('app-prove');
      await person.fill(tell('app.code'), codeOf(other, 1));
      await person.press(tell('app.check'));
      await mailboxIsBack(scene);
      await bot.stop();
    });

    test('questions are chosen and answered in one card, and asked again', async (t) => {
      const device = locale === 'sv-SE' ? 'phone' : 'desktop';
      const scene = await openScene(t, chromium, { locale, device, policy: asking });
      const { bot, person, tell, shows, keepsFromCards, picture } = scene;
      const asked = (id: QuestionId) => askedQuestion(tell.language, id, isPredefined(id) ? null : own);
      const offered = offeredQuestions({ ...defaultPolicy.questions, ...asking.questions });
      /** Answers one question of each row, as the rows are in a round. */
      const answerAll = async (round: number, given: readonly string[]) => {
        const chosen = shownRows(offered, 3, round, []).map(
          (row) => row.find((id) => !isPredefined(id)) ?? row[1] ?? 'q1',
        );
        for (const [at, id] of chosen.entries()) {
          await person.choose(tell('questions.question', { number: at + 1 }), asked(id));
          await person.fill(tell('questions.answer', { number: at + 1 }), given[at] ?? '');
        }
        await person.press(tell('questions.save'));
        return chosen;
      };
      await toMethod(scene, 'security-questions');
      await shows(tell('questions.title'), tell('questions.secret'));
      await picture('questions');

      await person.choose(tell('questions.question', { number: 1 }), asked('q4'));
      await person.fill(tell('questions.answer', { number: 1 }), answers[0]);
      await person.fill(tell('questions.answer', { number: 2 }), 'no');
      await person.changesInPlace(() => person.press(tell('questions.save')));
      await shows(tell('problem.answer-too-short'), tell('problem.question-missing'), tell('problem.answer-missing'));
      await shows(tell('questions.look', { count: 4 }));
      const typed = person.page.locator(card).last().locator('input[type=password]');
      assert.equal(await typed.first().inputValue(), answers[0]);
      await picture('questions-problems');
      // The organisation's own question stands last.
      for (const _ of [1, 2]) {
        await person.changesInPlace(() => person.press(tell('questions.other')));
        assert.equal(await typed.first().inputValue(), answers[0]);
      }
      await person.say('Fido');
      await shows(tell('questions.in-card'));
      await picture('questions-in-card');
      const chosen = await answerAll(2, answers);
      await shows(tell('finish.title'), tell('outcome.method-proven.security-questions'));
      await keepsFromCards(...answers);

      // Later they show that it is still them.
      await person.press(tell('home.add'));
      await addsMailbox(scene);
      await person.press(tell('home.manage'));
      await person.press(tell('manage.change.authentication-email'), tell('manage.title'));
      await changesMailboxAndDisowns(scene);
      await person.press(tell('method.security-questions'), tell('prove.title'));
      await shows(tell('questions.prove.title'));
      const text = await wordsOnCard(scene);
      const order = chosen.map((id, at) => ({ at, place: text.indexOf(asked(id)) }));
      order.sort((one, another) => one.place - another.place);
      assert.ok(
        order.every(({ place }) => place >= 0),
        text,
      );
      for (const [at] of order.entries()) await person.fill(tell('questions.answer', { number: at + 1 }), 'wrong one');
      await person.changesInPlace(() => person.press(tell('questions.prove.check')));
      await shows(tell('outcome.answers-wrong', { left: 4 }));
      await picture('questions-prove');
      for (const [at, { at: given }] of order.entries()) {
        await person.fill(tell('questions.answer', { number: at + 1 }), (answers[given] ?? '').toUpperCase());
      }
      await person.press(tell('questions.prove.check'));
      await mailboxIsBack(scene);
      await keepsFromCards(...answers, 'wrong one');
      await bot.stop();
    });
  });
}
