import type { Channel } from '../../../domain/ports/delivery.ts';
import { type ParsedSetting, parsed } from '../../../settings/parsers.ts';

/**
 * Who carries texts and calls, each a folder of that name. Where no route says otherwise the last of those that are set up is
 * asked first: a gateway of one's own comes before the big ones.
 */
export const phoneProviders = ['twilio', 'azure', 'gateway'] as const;
export type PhoneProvider = (typeof phoneProviders)[number];

/** A route whose provider is known by name only. */
export interface NamedRoute {
  readonly countries: 'all' | readonly [string];
  readonly channels: readonly Channel[];
  readonly provider: PhoneProvider;
}

/** What holds where nothing else is set. */
export const usualRoutes: readonly NamedRoute[] = phoneProviders
  .toReversed()
  .map((provider) => ({ provider, countries: 'all', channels: ['text', 'call'] }));

/** Reads `SE/text:gateway,NO:azure,*:twilio`: who carries what where, the first that fits. */
export function readRoutes(text: string): ParsedSetting<readonly NamedRoute[]> {
  const value: NamedRoute[] = [];
  for (const one of text.split(',')) {
    const [, country, channel, name] = /^([A-Z]{2}|\*)(?:\/(text|call))?:(\w+)$/.exec(one.trim()) ?? [];
    const provider = phoneProviders.find((known) => known === name);
    if (!country || !provider)
      return { problem: `must be a comma list such as SE/text:gateway,*:twilio (${phoneProviders.join(', ')})` };
    const channels: readonly Channel[] = channel ? [channel === 'text' ? 'text' : 'call'] : ['text', 'call'];
    value.push({ countries: country === '*' ? 'all' : [country], channels, provider });
  }
  return { value };
}

export const routeSettings = {
  PHONE_ROUTES: parsed(readRoutes)
    .optional()
    .describe(
      `Who carries what where, first that fits: SE/text:gateway,*:twilio. Else ${usualRoutes.map(({ provider }) => provider).join(', ')}.`,
    ),
};
