import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keepLines } from '../../cards/parts/keep-words.ts';
import type { DecidedPolicy } from '../domain/policy.ts';
import { policyNamed } from '../domain/policy-rules.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import { type Language, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';
import { escaped, filledPage } from './page.ts';

export interface PrintPagePorts {
  readonly keyring: Keyring;
  readonly policy: () => Promise<DecidedPolicy>;
  /** Where the bot is reached, such as `https://bot.example.org`; undefined: from nowhere that a browser could. */
  readonly base: string | undefined;
  /** A reset goes by Microsoft's page. */
  readonly there: boolean;
}

const template = readFileSync(new URL('page/print.html', import.meta.url), 'utf8');

/**
 * The page to print for the day somebody can't open Teams. It opens in any browser and says nothing of anybody; as it names the
 * help desk, only who was given its address finds it.
 */
export function createPrintPage({ keyring, policy, base, there }: PrintPagePorts) {
  const markBy = (version: number, language: Language, rule: string | null) => {
    const mark = createHmac('sha256', keyring.key(version, 'page')).update(language);
    return `${language}-${(rule === null ? mark : mark.update(`\0${rule}`)).digest('base64url')}`;
  };

  return {
    /** Its address in a language. @param rule of the policy, which may name another help desk; left out: everybody's */
    address: (language: Language, rule?: string): string | undefined =>
      base === undefined ? undefined : `${base}/keep/${markBy(keyring.newest, language, rule ?? null)}`,
    /** What is sent for the last part of its address; undefined: there is no such page. */
    async page(mark: string): Promise<string | undefined> {
      const language = languageOf(mark.split('-')[0]);
      if (!language) return undefined;
      const decided = await policy();
      const meant = (rule: string | null) =>
        keyring.versions.some((version) => same(markBy(version, language, rule), mark));
      const rule = [null, ...decided.rules.map(({ name }) => name)].find(meant);
      if (rule === undefined) return undefined;
      const tell = teller(language, null);
      const lines = keepLines(tell, policyNamed(decided, rule), there, []);
      return filledPage(template, language, {
        title: escaped(tell('keep.pageTitle')),
        hint: escaped(tell('keep.hint')),
        lines: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      });
    },
  };
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
