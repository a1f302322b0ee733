import type { Campaign } from '../domain/campaigns/campaign.ts';
import type { Language } from '../texts/languages.ts';

/** The campaign's card as its reader would get it. */
export type CampaignPreview = (campaign: Campaign, language: Language) => unknown;

/** What a card says, and its buttons: to look at, not to press. */
export interface CardOutline {
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
}

interface Element {
  readonly type?: string;
  readonly text?: string;
  readonly label?: string;
  readonly title?: string;
  readonly inlines?: readonly { readonly text?: string }[];
  readonly choices?: readonly { readonly title?: string }[];
  readonly items?: readonly Element[];
  readonly columns?: readonly Element[];
  readonly body?: readonly Element[];
  readonly actions?: readonly Element[];
}

/** @param card an Adaptive Card as JSON */
export function cardOutline(card: unknown): CardOutline {
  const { body = [], actions = [] } = card as Element;
  return { lines: body.flatMap(linesOf), buttons: actions.flatMap(({ title }) => title ?? []) };
}

function linesOf(element: Element): readonly string[] {
  const { text, label, inlines, choices = [], items = [], columns = [] } = element;
  const run = inlines?.map((one) => one.text ?? '').join('');
  const options = choices.map(({ title }) => title ?? '').join(' · ');
  return [
    ...(text ? [text] : []),
    ...(run ? [run] : []),
    ...(label ? [options ? `${label}: ${options}` : label] : []),
    ...[...items, ...columns].flatMap(linesOf),
  ];
}
